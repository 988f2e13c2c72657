package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Orders;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Trees;
import dev.shardroute.sql.ast.OrderItem;
import java.util.ArrayList;
import java.util.List;

/** Puts the rows of aggregations in the order of their groups. */
public final class OrderAggregations {
    private OrderAggregations() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return Trees.bottomUp(root, operator -> operator instanceof Aggregator aggregator
                ? ordered(aggregator)
                : operator);
    }

    private static Operator ordered(Aggregator aggregator) {
        List<OrderBy> needed = new ArrayList<>(aggregator.grouping().stream().map(GroupBy::asOrderBy).toList());
        aggregator.distinctExpression().ifPresent(
                expression -> needed.add(new OrderBy(new OrderItem(expression, false), expression)));
        return isOrdered(Orders.of(aggregator.input()), needed)
                ? aggregator
                : aggregator.over(new Operator.Ordering(aggregator.input(), needed));
    }

    private static boolean isOrdered(List<OrderBy> order, List<OrderBy> needed) {
        if (order.size() < needed.size()) {
            return needed.isEmpty();
        }
        for (int i = 0; i < needed.size(); i++) {
            if (!order.get(i).expression().equals(needed.get(i).expression())) {
                return false;
            }
        }
        return true;
    }
}
