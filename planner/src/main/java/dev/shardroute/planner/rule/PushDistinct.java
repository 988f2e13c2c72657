package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Distinct;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.ValuesRows;
import java.util.List;

/**
 * Pushes a DISTINCT down. Over several shards it stays, and another one below it spares rows.
 *
 * <pre>
 * Distinct     =>   Route            or   Distinct
 *   Route             Distinct              Route
 *                                             Distinct (to spare rows)
 * </pre>
 *
 * The sides of joins and the queries of unions get one too, each for itself. Of two, one above the other, the lower one goes;
 * and so does an order below. Does not fire when all below already have one, nor over what counts or computes rows: limits,
 * groups, filters and projections.
 */
public final class PushDistinct {
    private PushDistinct() {}

    /** Tries the rule. */
    public static Rewrite apply(Distinct distinct, Planning planning) {
        if (distinct.required() && distinct.pushed()) {
            return new Rewrite.Keep("those below have one already");
        }
        return switch (distinct.input()) {
            case Operator.Route route -> overRoute(distinct, route);
            case Distinct inner -> new Rewrite.To(distinct.over(inner.input()), "one of two");
            case Operator.Union union -> new Rewrite.To(pushed(distinct, union.withInputs(
                    union.sources().stream().<Operator>map(PushDistinct::sparing).toList())), "into the queries");
            case Operator.Join join -> overJoin(distinct, join);
            case Operator.ApplyJoin join -> overJoin(distinct, join);
            case Operator.HashJoin join -> overJoin(distinct, join);
            case Operator.Ordering ordering ->
                    new Rewrite.To(distinct.over(ordering.input()), "equal rows have no order");
            default -> new Rewrite.Keep("it cannot be under " + distinct.input().describe());
        };
    }

    private static Rewrite overRoute(Distinct distinct, Operator.Route route) {
        boolean isSingleShard = route.routing().isSingleShard();
        if (isDistinct(route.input()) && isSingleShard) {
            return new Rewrite.To(route, "the shard does it already");
        }
        if (!distinct.required() && isLimited(route.input())) {
            return new Rewrite.To(route, "a limit spares rows already");
        }
        if (isSingleShard || !distinct.required()) {
            return new Rewrite.To(route.over(distinct.over(route.input())), "the shard does it");
        }
        if (isDistinct(route.input())) {
            return new Rewrite.Keep("the shards do it already, each for itself");
        }
        return new Rewrite.To(pushed(distinct, route.over(sparing(route.input()))), "each shard spares rows");
    }

    private static Rewrite overJoin(Distinct distinct, Operator.Binary join) {
        Operator below = join.over(sparing(join.left()), sparing(join.right()));
        return new Rewrite.To(distinct.required() ? pushed(distinct, below) : below, "each side spares rows");
    }

    private static Distinct sparing(Operator rows) {
        return new Distinct(rows, false);
    }

    private static Distinct pushed(Distinct distinct, Operator input) {
        return new Distinct(input, distinct.required(), true, List.of(), 0);
    }

    private static boolean isLimited(Operator operator) {
        return operator instanceof Operator.LimitRows
                || (operator instanceof Operator.Horizon horizon && horizon.query().limit() != null);
    }

    /** True when no two rows are equal. */
    static boolean isDistinct(Operator operator) {
        return switch (operator) {
            case Distinct distinct -> true;
            case Operator.Union union -> union.distinct();
            case Operator.Horizon horizon -> isDistinct(horizon.query());
            case Operator.LimitRows limit -> isDistinct(limit.input());
            default -> false;
        };
    }

    private static boolean isDistinct(Query query) {
        return switch (query) {
            case Select select -> select.distinct();
            case SetOperation union -> !union.arms().getLast().all();
            case ValuesRows rows -> false;
        };
    }
}
