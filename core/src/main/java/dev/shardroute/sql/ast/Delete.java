package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DELETE.
 *
 * @param with     the common table expressions, or null
 * @param comments the comments right after the verb
 * @param ignore   true for DELETE IGNORE
 * @param targets  the tables, or their aliases, whose rows a multi-table DELETE deletes; empty for a DELETE of one table,
 *                 also where the statement names that table twice: {@code DELETE t FROM t}
 * @param tables   the tables that rows are found in, one at least
 * @param where    the condition on rows, or null
 * @param orderBy  the order
 * @param limit    how many rows, or null
 */
public record Delete(@Nullable With with, List<String> comments, boolean ignore, List<TableName> targets,
        List<TableExpression> tables, @Nullable Expression where, List<OrderItem> orderBy, @Nullable Limit limit)
        implements Statement {
    /** Copies the lists. */
    public Delete {
        comments = List.copyOf(comments);
        targets = List.copyOf(targets);
        tables = List.copyOf(tables);
        orderBy = List.copyOf(orderBy);
    }
}
