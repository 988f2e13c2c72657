package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE.
 *
 * @param with        the common table expressions, or null
 * @param comments    the comments right after the verb
 * @param ignore      true for UPDATE IGNORE
 * @param tables      the tables, one at least; a join or several of them make it a multi-table UPDATE
 * @param assignments what is set, in order
 * @param where       the condition on rows, or null
 * @param orderBy     the order
 * @param limit       how many rows, or null
 */
public record Update(@Nullable With with, List<String> comments, boolean ignore, List<TableExpression> tables,
        List<Assignment> assignments, @Nullable Expression where, List<OrderItem> orderBy, @Nullable Limit limit)
        implements Statement {
    /** Copies the lists. */
    public Update {
        comments = List.copyOf(comments);
        tables = List.copyOf(tables);
        assignments = List.copyOf(assignments);
        orderBy = List.copyOf(orderBy);
    }
}
