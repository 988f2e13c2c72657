package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT.
 *
 * @param comments the comments right after the verb, directives among them
 * @param distinct true for SELECT DISTINCT
 * @param items    what is selected
 * @param from     the tables; empty where the statement has none or names DUAL
 * @param where    the condition on rows
 * @param groupBy  the grouping expressions
 * @param having   the condition on groups
 * @param orderBy  the order
 * @param limit    how many rows
 * @param lock     the locking clause
 */
public record Select(List<String> comments, boolean distinct, List<SelectItem> items, List<TableExpression> from,
        @Nullable Expression where, List<Expression> groupBy, @Nullable Expression having, List<OrderItem> orderBy,
        @Nullable Limit limit, @Nullable Lock lock) implements Query {
    /** Copies the lists. */
    public Select {
        comments = List.copyOf(comments);
        items = List.copyOf(items);
        from = List.copyOf(from);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }

    /** What a SELECT locks. */
    public enum Lock {
        FOR_UPDATE("for update"), FOR_SHARE("for share"), LOCK_IN_SHARE_MODE("lock in share mode");

        private final String sql;

        Lock(String sql) {
            this.sql = sql;
        }

        /** The clause in canonical form. */
        public String sql() {
            return sql;
        }
    }

    /** A SELECT of these items and nothing else. */
    public static Select of(List<SelectItem> items) {
        return new Select(List.of(), false, items, List.of(), null, List.of(), null, List.of(), null, null);
    }

    /** This statement with another condition. */
    public Select withWhere(@Nullable Expression condition) {
        return new Select(comments, distinct, items, from, condition, groupBy, having, orderBy, limit, lock);
    }
}
