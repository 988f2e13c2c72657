package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE of one table.
 *
 * @param comments    the comments right after the verb
 * @param ignore      true for UPDATE IGNORE
 * @param table       the table
 * @param assignments what is set, in order
 * @param where       the condition on rows
 * @param orderBy     the order
 * @param limit       how many rows
 */
public record Update(List<String> comments, boolean ignore, TableExpression.Table table, List<Assignment> assignments,
        @Nullable Expression where, List<OrderItem> orderBy, @Nullable Limit limit) implements Statement {
    /** Copies the lists. */
    public Update {
        comments = List.copyOf(comments);
        assignments = List.copyOf(assignments);
        orderBy = List.copyOf(orderBy);
    }
}
