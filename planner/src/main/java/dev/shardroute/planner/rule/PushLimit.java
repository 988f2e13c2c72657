package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.LimitRows;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Trees;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.function.Constants;
import dev.shardroute.type.Value;
import java.util.Optional;

/**
 * Pushes a limit down: no shard needs to give more rows than all of them together.
 *
 * <pre>
 * Limit        =>   Route            or   Limit
 *   Route             Limit                 Route
 *                                             Limit (offset added)
 *
 * Limit        =>   Limit            and  Limit        =>   Limit
 *   ApplyJoin         ApplyJoin             Limit             rows
 *     a                 a (limited, if outer)  rows
 *     b                 Limit
 *                         b
 * </pre>
 *
 * Under projections, DISTINCT and unions the routes get an upper bound that is known when the statement runs. Does not fire
 * twice, nor where rows are ordered, grouped or filtered above the routes: which of a shard's rows are left is not known then.
 * A bound that a join gives its left side may end there, since a limit is above it; a limit of the statement never does.
 */
public final class PushLimit {
    /** The variable for an upper bound of rows. */
    public static final String UPPER_LIMIT = "__upper_limit";

    private PushLimit() {}

    /** Tries the rule. */
    public static Rewrite apply(LimitRows limit, Planning planning) {
        return switch (limit.input()) {
            case Operator.Route route -> overRoute(limit, route);
            case Operator.Aggregator aggregator -> new Rewrite.Keep("it counts groups");
            case Operator.ApplyJoin join -> overJoin(limit, join);
            case LimitRows inner -> overLimit(limit, inner);
            default -> withUpperLimit(limit);
        };
    }

    private static Rewrite overRoute(LimitRows limit, Operator.Route route) {
        if (route.routing().isSingleShardOrByDestination()) {
            return new Rewrite.To(route.over(limit.over(route.input())), "the shard does it");
        }
        if (limit.pushed()) {
            return new Rewrite.Keep("the shards have it already");
        }
        return new Rewrite.To(pushed(limit, route.over(below(route.input(), limit.limit()))),
                "each shard gives no more");
    }

    private static Rewrite overJoin(LimitRows limit, Operator.ApplyJoin join) {
        if (limit.pushed()) {
            return new Rewrite.Keep("the sides of the join have it already");
        }
        Operator right = below(join.right(), limit.limit());
        // every row of the left side of an outer join is a row
        Operator left = join.type().isInner() ? join.left() : below(join.left(), limit.limit());
        Operator limited = join.over(left, right);
        return new Rewrite.To(limit.top() ? pushed(limit, limited) : limited, "the sides of the join give no more");
    }

    /** Both must hold: one that is only a bound becomes the limit that it is put together with. */
    private static Rewrite overLimit(LimitRows outer, LimitRows inner) {
        return LimitArithmetic.merge(outer.limit(), inner.limit())
                .<Rewrite>map(merged -> new Rewrite.To(new LimitRows(inner.input(), merged, outer.top() || inner.top(),
                        outer.pushed()), "two limits are one"))
                .orElseGet(() -> withUpperLimit(outer));
    }

    private static LimitRows pushed(LimitRows limit, Operator input) {
        return new LimitRows(input, limit.limit(), limit.top(), true);
    }

    /** The first rows, those that are left out later among them; of the first rows it may be fewer of them. */
    private static Operator below(Operator rows, Limit limit) {
        Expression offset = limit.offset();
        Expression count = offset == null ? limit.rowCount() : sum(limit.rowCount(), offset);
        Limit first = new Limit(null, count);
        return rows instanceof LimitRows inner
                ? LimitArithmetic.merge(first, inner.limit())
                        .map(merged -> new LimitRows(inner.input(), merged, inner.top(), inner.pushed()))
                        .orElseGet(() -> new LimitRows(rows, first, false, false))
                : new LimitRows(rows, first, false, false);
    }

    private static Expression sum(Expression count, Expression offset) {
        Optional<Value> sum = Constants.fold(new Expression.Binary(BinaryOperator.PLUS, count, offset));
        return sum.<Expression>map(Literal::new).orElseGet(() -> new Variable(UPPER_LIMIT));
    }

    private static Rewrite withUpperLimit(LimitRows limit) {
        if (limit.pushed()) {
            return new Rewrite.Keep("the routes have a bound already");
        }
        Operator bounded = bounded(limit.input(), false);
        return isSame(bounded, limit.input())
                ? new Rewrite.Keep("no route can tell which of its rows are left")
                : new Rewrite.To(pushed(limit, bounded), "the routes get a bound");
    }

    /** With bounds for the routes below, where no row is left out, put together or put in order above them. */
    private static Operator bounded(Operator operator, boolean distinct) {
        return switch (operator) {
            case Operator.Route route when !distinct || PushDistinct.isDistinct(route.input()) ->
                    route.over(new LimitRows(route.input(), new Limit(null, new Variable(UPPER_LIMIT)), false, false));
            case Operator.Projection projection -> Trees.mapInputs(projection, input -> bounded(input, distinct));
            case Operator.Distinct rows -> Trees.mapInputs(rows, input -> bounded(input, true));
            case Operator.Union union ->
                    Trees.mapInputs(union, input -> bounded(input, distinct || union.distinct()));
            default -> operator;
        };
    }

    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object
    private static boolean isSame(Operator left, Operator right) {
        return left == right;
    }
}
