package dev.shardroute.sql.ast;

import dev.shardroute.sql.ast.Expression.ListVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code VALUES ROW(…), ROW(…)}, or {@code VALUES ::list}.
 *
 * @param with     the common table expressions, or null
 * @param comments the comments right after the verb
 * @param rows     the rows, each a list of values; empty with {@code list}
 * @param list     the bind variable that holds the rows, or null
 * @param orderBy  the order
 * @param limit    how many rows, or null
 */
public record ValuesRows(@Nullable With with, List<String> comments, List<List<Expression>> rows,
        @Nullable ListVariable list, List<OrderItem> orderBy, @Nullable Limit limit) implements Query {
    /** Copies the lists. */
    public ValuesRows {
        comments = List.copyOf(comments);
        rows = rows.stream().map(List::copyOf).toList();
        orderBy = List.copyOf(orderBy);
    }
}
