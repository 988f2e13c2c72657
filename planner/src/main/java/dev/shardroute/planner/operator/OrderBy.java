package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.OrderItem;
import java.util.function.UnaryOperator;

/**
 * A key that rows are ordered by.
 *
 * @param item       as the shards are told it
 * @param expression what it is found by in the rows
 */
public record OrderBy(OrderItem item, Expression expression) {
    /** The key put otherwise. */
    public OrderBy map(UnaryOperator<Expression> rewrite) {
        return new OrderBy(new OrderItem(rewrite.apply(item.expression()), item.descending()),
                rewrite.apply(expression));
    }
}
