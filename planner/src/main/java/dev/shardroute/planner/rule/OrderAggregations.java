package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Orders;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Trees;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.OrderItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the rows of aggregations in the order of their groups, so that the rows of a group come one behind another; in a group,
 * equal arguments of DISTINCT do.
 *
 * <pre>
 * Aggregator(group by a)   =>   Aggregator(group by a)
 *   rows                          Ordering(a)
 *                                   rows
 * </pre>
 *
 * Rows that are in that order already, whichever way round and whatever follows, stay as they are, and so does what is one
 * group without DISTINCT.
 */
public final class OrderAggregations {
    private OrderAggregations() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return Trees.bottomUp(root, operator -> operator instanceof Aggregator aggregator
                ? ordered(aggregator, planning)
                : operator);
    }

    private static Operator ordered(Aggregator aggregator, Planning planning) {
        List<OrderBy> needed = new ArrayList<>(aggregator.grouping().stream().map(GroupBy::asOrderBy).toList());
        aggregator.distinctExpression().ifPresent(
                expression -> needed.add(new OrderBy(new OrderItem(expression, false), expression)));
        return isOrdered(Orders.of(aggregator.input()), needed, planning)
                ? aggregator
                : aggregator.over(new Operator.Ordering(aggregator.input(), needed));
    }

    private static boolean isOrdered(List<OrderBy> order, List<OrderBy> needed, Planning planning) {
        if (order.size() < needed.size()) {
            return needed.isEmpty();
        }
        for (int i = 0; i < needed.size(); i++) {
            if (!isSame(order.get(i).expression(), needed.get(i).expression(), planning)) {
                return false;
            }
        }
        return true;
    }

    /** True when rows that are in the order of the one are in the order of the other: it is what the other is inside. */
    private static boolean isSame(Expression ordered, Expression needed, Planning planning) {
        Optional<Expression> inside = Optional.of(needed);
        while (inside.isPresent()) {
            if (inside.get().equals(ordered)) {
                return true;
            }
            inside = inside(inside.get(), planning);
        }
        return false;
    }

    private static Optional<Expression> inside(Expression expression, Planning planning) {
        return expression instanceof BoundColumn column
                && planning.semantics().info(TableSet.of(column.source()))
                        .orElse(null) instanceof TableInfo.Derived table
                                ? table.column(column.name()).map(TableInfo.DerivedColumn::expression)
                                : Optional.empty();
    }
}
