package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.routing.TableRouting;
import dev.shardroute.planner.semantics.Aggregates;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Select;
import java.util.Optional;

/**
 * Lets the shards do all that a SELECT does.
 *
 * <pre>
 * Horizon      =>   Route
 *   Route             Horizon
 * </pre>
 *
 * Does not fire when several shards may answer and their answers, one after another, are not the answer of one MySQL: with
 * DISTINCT, LIMIT, an order, windows, totals of groups, an aggregate over all rows, or groups that may have rows on several
 * shards.
 */
public final class PushHorizonUnderRoute {
    private PushHorizonUnderRoute() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Horizon horizon) {
        if (!(horizon.input() instanceof Operator.Route(var input, var routing))) {
            return new Rewrite.Keep("it is not over a route");
        }
        Optional<String> obstacle = routing.isSingleShard()
                ? Optional.empty()
                : obstacle(horizon.select(), routing).map(what -> what + " over several shards");
        return obstacle.isPresent()
                ? new Rewrite.Keep(obstacle.get())
                : new Rewrite.To(new Operator.Route(new Operator.Horizon(input, horizon.select()), routing),
                        "all of it");
    }

    private static Optional<String> obstacle(Select select, TableRouting routing) {
        if (select.distinct()) {
            return Optional.of("DISTINCT");
        }
        if (select.orderBy().stream().anyMatch(item -> !(item.expression() instanceof Expression.Null))) {
            return Optional.of("ORDER BY");
        }
        if (select.limit() != null) {
            return Optional.of("LIMIT");
        }
        if (!select.windows().isEmpty() || Aggregates.isWindowIn(select)) {
            return Optional.of("window functions");
        }
        if (select.groupBy().rollup()) {
            return Optional.of("WITH ROLLUP");
        }
        boolean grouped = !select.groupBy().isEmpty() || select.having() != null || Aggregates.isIn(select);
        return grouped && !groupsAreShardLocal(select, routing) ? Optional.of("aggregation") : Optional.empty();
    }

    private static boolean groupsAreShardLocal(Select select, TableRouting routing) {
        return routing instanceof TableRouting.Sharded sharded && select.groupBy().expressions().stream()
                .anyMatch(key -> key instanceof BoundColumn(var column, var source)
                        && TableRouting.isShardLocal(sharded.table(), column.name()));
    }
}
