package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows OVER. */
public sealed interface Window extends Clause {
    /** {@code OVER name}. */
    record Reference(String name) implements Window {}

    /**
     * {@code OVER ([name] [PARTITION BY …] [ORDER BY …] [frame])}.
     *
     * @param base        the named window that this one adds to, or null
     * @param partitionBy the partitioning expressions
     * @param orderBy     the order within a partition
     * @param frame       the rows of a partition that count, or null
     */
    record Specification(@Nullable String base, List<Expression> partitionBy, List<OrderItem> orderBy,
            @Nullable Frame frame) implements Window {
        /** Copies the lists. */
        public Specification {
            partitionBy = List.copyOf(partitionBy);
            orderBy = List.copyOf(orderBy);
        }
    }

    /**
     * {@code ROWS start} or {@code ROWS BETWEEN start AND end}, with RANGE likewise.
     *
     * @param unit  what the bounds count
     * @param start where the frame starts
     * @param end   where it ends, or null
     */
    record Frame(Unit unit, Bound start, @Nullable Bound end) implements Clause {}

    /** What the bounds of a frame count. */
    enum Unit {
        ROWS, RANGE
    }

    /**
     * Where a frame starts or ends.
     *
     * @param kind   which way from the current row
     * @param offset how far, with {@link BoundKind#PRECEDING} and {@link BoundKind#FOLLOWING} only
     */
    record Bound(BoundKind kind, @Nullable Expression offset) implements Clause {}

    /** Which way from the current row. */
    enum BoundKind {
        CURRENT_ROW("current row"), UNBOUNDED_PRECEDING("unbounded preceding"),
        UNBOUNDED_FOLLOWING("unbounded following"), PRECEDING("preceding"), FOLLOWING("following");

        private final String sql;

        BoundKind(String sql) {
            this.sql = sql;
        }

        /** The bound in canonical form, without its offset. */
        public String sql() {
            return sql;
        }
    }
}
