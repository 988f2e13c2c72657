package dev.shardroute.sql.ast;

import dev.shardroute.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT. {@code TABLE t} is {@code SELECT * FROM t}.
 *
 * @param with     the common table expressions, or null
 * @param comments the comments right after the verb, directives among them
 * @param distinct true for SELECT DISTINCT
 * @param options  the other options, each once and in the order of {@link Option}
 * @param items    what is selected, one at least
 * @param from     the tables; empty where the statement has none or names DUAL
 * @param where    the condition on rows, or null
 * @param groupBy  the grouping; {@link GroupBy#NONE} for none
 * @param having   the condition on groups, or null
 * @param windows  the named windows
 * @param orderBy  the order
 * @param limit    how many rows, or null
 * @param locks    the locking clauses
 * @param into     where the rows go instead of to the client, or null
 */
public record Select(@Nullable With with, List<String> comments, boolean distinct, List<Option> options,
        List<SelectItem> items, List<TableExpression> from, @Nullable Expression where, GroupBy groupBy,
        @Nullable Expression having, List<NamedWindow> windows, List<OrderItem> orderBy, @Nullable Limit limit,
        List<Locking> locks, @Nullable Into into) implements Query {
    /** Copies the lists, and puts the options in order. */
    public Select {
        comments = List.copyOf(comments);
        options = options.isEmpty() ? List.of() : options.stream().distinct().sorted().toList();
        items = List.copyOf(items);
        from = List.copyOf(from);
        windows = List.copyOf(windows);
        orderBy = List.copyOf(orderBy);
        locks = List.copyOf(locks);
        if (items.isEmpty()) {
            throw ErrorCode.VT13001.error("a SELECT without items");
        }
    }

    /** Options of SELECT other than DISTINCT, in the order of canonical SQL. */
    public enum Option {
        SQL_CACHE, SQL_NO_CACHE, HIGH_PRIORITY, STRAIGHT_JOIN, SQL_SMALL_RESULT, SQL_BIG_RESULT, SQL_BUFFER_RESULT,
        SQL_CALC_FOUND_ROWS
    }

    /** A SELECT of these items and nothing else. */
    public static Select of(List<SelectItem> items) {
        return new Select(null, List.of(), false, List.of(), items, List.of(), null, GroupBy.NONE, null, List.of(),
                List.of(), null, List.of(), null);
    }

    /** This statement with other options. */
    public Select withOptions(List<Option> other) {
        return new Select(with, comments, distinct, other, items, from, where, groupBy, having, windows, orderBy, limit,
                locks, into);
    }

    /** This statement with other items. */
    public Select withItems(List<SelectItem> other) {
        return new Select(with, comments, distinct, options, other, from, where, groupBy, having, windows, orderBy,
                limit, locks, into);
    }

    /** This statement from other tables. */
    public Select withFrom(List<TableExpression> other) {
        return new Select(with, comments, distinct, options, items, other, where, groupBy, having, windows, orderBy,
                limit, locks, into);
    }

    /** This statement with another condition. */
    public Select withWhere(@Nullable Expression other) {
        return new Select(with, comments, distinct, options, items, from, other, groupBy, having, windows, orderBy,
                limit, locks, into);
    }

    /** This statement with another condition on groups. */
    public Select withHaving(@Nullable Expression other) {
        return new Select(with, comments, distinct, options, items, from, where, groupBy, other, windows, orderBy,
                limit, locks, into);
    }

    /** This statement with another grouping. */
    public Select withGroupBy(GroupBy other) {
        return new Select(with, comments, distinct, options, items, from, where, other, having, windows, orderBy, limit,
                locks, into);
    }

    /** This statement with another order and limit. */
    public Select withOrder(List<OrderItem> order, @Nullable Limit rows) {
        return new Select(with, comments, distinct, options, items, from, where, groupBy, having, windows, order, rows,
                locks, into);
    }
}
