package dev.shardroute.planner.routing;

import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.operator.Routing.Sharded;
import dev.shardroute.planner.operator.Routing.VindexOption;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.vindex.MultiColumnVindex;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lists of IN of which each shard is sent its own part. */
public final class SplitLists {
    /** The rows that a change must find by the values of another query's rows; every shard is sent them all. */
    private static final ListVariable CHANGED_ROWS = new ListVariable("dml_vals");

    private SplitLists() {}

    /**
     * The predicates that the shards are sent otherwise, with what they are sent: {@code id in (1, 2)} with {@code id in
     * ::__vals}. It is right to replace a predicate wherever it stands, for no other row is asked of the shard.
     */
    public static Map<Expression, Expression> of(Routing routing) {
        return routing instanceof Sharded sharded ? sharded.selected().map(SplitLists::of).orElse(Map.of()) : Map.of();
    }

    private static Map<Expression, Expression> of(VindexOption option) {
        Map<Expression, Expression> split = new LinkedHashMap<>();
        for (int i = 0; i < option.predicates().size(); i++) {
            if (option.predicates().get(i) instanceof In(var not, BoundColumn column, var list)
                    && !list.equals(CHANGED_ROWS)) {
                String variable = option.vindex() instanceof MultiColumnVindex
                        ? RoutingParameters.listVariable(i)
                        : RoutingParameters.LIST_VARIABLE;
                split.put(new In(not, column, list), new In(not, column, new ListVariable(variable)));
            }
        }
        return split;
    }
}
