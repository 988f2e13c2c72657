package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.operator.Routing.VindexOption;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.ListVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Cuts down the lists that routing has found shards for: each shard is sent its own part of them. */
final class ListConditions {
    private ListConditions() {}

    /** What becomes of a condition: of {@code column IN (…)} that the shards were found by one with a list variable. */
    static UnaryOperator<Expression> of(Routing routing) {
        Map<Expression, Expression> lists = routing instanceof Routing.Sharded sharded
                ? sharded.selected().map(ListConditions::lists).orElse(Map.of())
                : Map.of();
        return lists.isEmpty() ? UnaryOperator.identity() : condition -> lists.getOrDefault(condition, condition);
    }

    private static Map<Expression, Expression> lists(VindexOption option) {
        Map<Expression, Expression> lists = new HashMap<>();
        List<@Nullable Expression> predicates = option.predicates();
        for (int i = 0; i < predicates.size(); i++) {
            if (predicates.get(i) instanceof In list && !list.not() && list.left() instanceof BoundColumn) {
                String name = option.values().size() > 1
                        ? RoutingParameters.listVariable(i)
                        : RoutingParameters.LIST_VARIABLE;
                lists.put(list, new In(false, list.left(), new ListVariable(name)));
            }
        }
        return lists;
    }
}
