package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicates;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.routing.Merging;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Optional;

/**
 * Decides who does a join: the shards, where both sides are routes that can be one; otherwise the gateway, for each row of the
 * left side, or by a hash table where neither side can be run for each row of the other.
 *
 * <pre>
 * Join       =>   Route          or   ApplyJoin   or   HashJoin
 *   Route           ApplyJoin           Route            Route
 *   Route                               Route            Horizon … limit 3
 * </pre>
 *
 * What is a LIMIT in FROM is run once: run for each row it could give other rows each time. Always fires.
 */
public final class OptimizeJoin {
    private static final Literal ONE = new Literal(Value.of(1));
    private static final Expression ALWAYS = new Comparison(ComparisonOperator.EQUAL, ONE, ONE);

    private OptimizeJoin() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Join join, Planning planning) {
        Operator joined = mergeOrJoin(join.left(), join.right(), join.predicates(), join.type(), planning);
        return new Rewrite.To(joined, joined instanceof Operator.Route ? "the shards join" : "the gateway joins");
    }

    /** The join of two operators, by the shards where they can. */
    public static Operator mergeOrJoin(Operator left, Operator right, List<Expression> predicates, JoinType type,
            Planning planning) {
        Optional<Operator.Route> merged = merge(left, right, predicates, type, planning);
        if (merged.isPresent()) {
            return merged.get();
        }
        if (predicates.isEmpty() ? !isSteady(right) : mustRunOnce(right, planning)) {
            boolean isLeftForEachRow = predicates.isEmpty() ? isSteady(left) : !mustRunOnce(left, planning);
            return type.isCommutative() && isLeftForEachRow
                    ? nested(right, left, predicates, type, planning)
                    : hash(left, right, predicates.isEmpty() ? List.of(ALWAYS) : predicates, type, planning);
        }
        return nested(left, right, predicates, type, planning);
    }

    /** One route in place of two, or empty when they cannot be one. */
    static Optional<Operator.Route> merge(Operator left, Operator right, List<Expression> predicates, JoinType type,
            Planning planning) {
        return Merging.join(left, right, predicates, type, planning)
                .map(merged -> Merging.joined(merged, predicates, type, planning));
    }

    /** True for what would give other rows each time, or cost too much: the LIMIT or the groups of a query in FROM. */
    private static boolean mustRunOnce(Operator operator, Planning planning) {
        return (operator instanceof Operator.Horizon horizon
                && !Mergeability.isRepeatable(horizon.query(), horizon, planning))
                || operator.inputs().stream().anyMatch(input -> mustRunOnce(input, planning));
    }

    /** True for what gives the same rows each time: which ones are the first is up to the shards. */
    private static boolean isSteady(Operator operator) {
        return !(operator instanceof Operator.Horizon horizon
                && (horizon.query().limit() != null || Predicates.isVolatile(horizon.query())))
                && operator.inputs().stream().allMatch(OptimizeJoin::isSteady);
    }

    private static Operator nested(Operator left, Operator right, List<Expression> predicates, JoinType type,
            Planning planning) {
        return Predicates.addJoinPredicates(new Operator.ApplyJoin(left, right, type), predicates, planning);
    }

    private static Operator hash(Operator left, Operator right, List<Expression> predicates, JoinType type,
            Planning planning) {
        return Predicates.addJoinPredicates(new Operator.HashJoin(left, right, !type.isInner()), predicates,
                planning);
    }
}
