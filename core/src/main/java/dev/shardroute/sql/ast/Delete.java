package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DELETE from one table.
 *
 * @param comments the comments right after the verb
 * @param ignore   true for DELETE IGNORE
 * @param table    the table
 * @param where    the condition on rows
 * @param orderBy  the order
 * @param limit    how many rows
 */
public record Delete(List<String> comments, boolean ignore, TableExpression.Table table, @Nullable Expression where,
        List<OrderItem> orderBy, @Nullable Limit limit) implements Statement {
    /** Copies the lists. */
    public Delete {
        comments = List.copyOf(comments);
        orderBy = List.copyOf(orderBy);
    }
}
