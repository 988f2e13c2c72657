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
import java.util.Optional;

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
        if (horizon.input() instanceof Operator.Route route) {
            Optional<String> obstacle = route.routing().isSingleShard() ? Optional.empty() : obstacle(horizon);
            if (obstacle.isEmpty()) {
                return isBareUnion(horizon) ? HorizonExpansion.expand(horizon, planning)
                        : push(horizon, route, "all of it");
            }
        }
        return HorizonExpansion.expand(horizon, planning);
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

    /** Why the rows of several shards are not those of the query when they are put one after another. */
    private static Optional<String> obstacle(Operator.Horizon horizon) {
        QueryProjection projection = horizon.projection();
        if (horizon.query() instanceof Select select && (select.having() != null || select.distinct())) {
            return Optional.of(select.distinct() ? "DISTINCT" : "HAVING");
        }
        if (horizon.query() instanceof SetOperation union && isDistinct(union)) {
            return Optional.of("UNION");
        }
        if (!projection.orderBy().isEmpty() || horizon.query().limit() != null) {
            return Optional.of("ORDER BY or LIMIT");
        }
        if (projection.needsAggregation() || projection.windowed()) {
            return Optional.of("groups or windows");
        }
        return Optional.empty();
    }

    private static boolean isDistinct(SetOperation union) {
        return !union.arms().getLast().all();
    }
}
