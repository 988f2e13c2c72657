package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.QueryProjection;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.tree.HorizonExpansion;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.ValuesRows;

/**
 * Lets the shards do all that a query does with its rows; what they cannot do alone is taken apart.
 *
 * <pre>
 * Horizon      =>   Route           or   Limit
 *   Route             Horizon              Ordering
 *                                            Projection
 *                                              Route
 * </pre>
 *
 * A query with subqueries is always taken apart, so that each of them can be merged or pulled out. Does not fire before
 * initial planning, but for a derived table, which is pushed as soon as one shard has it or it keeps the rows of each shard
 * apart.
 */
public final class PushHorizon {
    private PushHorizon() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Horizon horizon, Planning planning) {
        if (horizon.derived().isPresent() && horizon.input() instanceof Operator.Route route && !hasSubqueries(horizon)
                && (route.routing().isSingleShard() || Mergeability.isMergeable(horizon.query(), horizon, planning))) {
            return push(horizon, route, "the derived table");
        }
        if (!planning.hasReached(Stage.INITIAL_PLANNING)) {
            return new Rewrite.Keep("the routes may still change");
        }
        if (planning.semantics().signature().subqueries()) {
            return HorizonExpansion.expand(horizon, planning);
        }
        boolean isForShards = horizon.input() instanceof Operator.Route route
                && (route.routing().isSingleShard() || isOfEachShard(horizon)) && !isBareUnion(horizon);
        return isForShards ? push(horizon, (Operator.Route) horizon.input(), "all of it")
                : HorizonExpansion.expand(horizon, planning);
    }

    /** True when more is asked for than the rows have: where the tables of a subquery are is another question. */
    private static boolean hasSubqueries(Operator.Horizon horizon) {
        return horizon.query() instanceof Select select
                && (select.items().stream().anyMatch(PushHorizon::hasQuery)
                        || (select.having() != null && hasQuery(select.having()))
                        || select.orderBy().stream().anyMatch(PushHorizon::hasQuery));
    }

    private static boolean hasQuery(Node node) {
        return Nodes.anyMatch(node, Query.class::isInstance);
    }

    /** True when there is nothing to do with the rows but to unite them. */
    private static boolean isBareUnion(Operator.Horizon horizon) {
        return horizon.derived().isEmpty() && horizon.query() instanceof SetOperation union
                && union.orderBy().isEmpty() && union.limit() == null && union.into() == null;
    }

    private static Rewrite push(Operator.Horizon horizon, Operator.Route route, String what) {
        return new Rewrite.To(route.over(horizon.over(route.input())), what);
    }

    /** True when the rows of the query are those of the shards, one after another. */
    private static boolean isOfEachShard(Operator.Horizon horizon) {
        QueryProjection projection = horizon.projection();
        boolean isOfRows = switch (horizon.query()) {
            case Select select -> select.having() == null && !select.distinct();
            case SetOperation union -> union.arms().getLast().all();
            case ValuesRows rows -> true;
        };
        return isOfRows && projection.orderBy().isEmpty() && horizon.query().limit() == null
                && !projection.needsAggregation() && !projection.windowed();
    }
}
