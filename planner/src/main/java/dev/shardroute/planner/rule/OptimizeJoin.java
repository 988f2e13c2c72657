package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Predicates;
import dev.shardroute.planner.operator.QueryGraphs;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.routing.Merging;
import dev.shardroute.sql.ast.Expression;
import java.util.List;
import java.util.Optional;

/**
 * Decides who does a join: the shards, where both sides are routes that can be one; otherwise the gateway, for each row of the
 * left side, or by a hash table where the right side cannot be run for each row.
 *
 * <pre>
 * Join       =>   Route          or   ApplyJoin
 *   Route           ApplyJoin           Route
 *   Route                               Route
 * </pre>
 *
 * Two query graphs become one, whose order is found later. Always fires.
 */
public final class OptimizeJoin {
    private OptimizeJoin() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Join join, Planning planning) {
        if (join.type().isCommutative() && join.left() instanceof Operator.QueryGraph left
                && join.right() instanceof Operator.QueryGraph right) {
            Operator.QueryGraph graph = QueryGraphs.add(QueryGraphs.union(left, right),
                    Predicate.of(join.predicates()), planning);
            return new Rewrite.To(graph, "merged query graphs");
        }
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
        if (!predicates.isEmpty() && mustRunOnce(right, planning)) {
            return type.isCommutative() && !mustRunOnce(left, planning)
                    ? nested(right, left, predicates, type, planning)
                    : hash(left, right, predicates, type, planning);
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
