package dev.shardroute.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one statement, read row by row. Blocking; used by one thread at a time. Closing it early gives up the rest
 * and frees what stands behind it; closing twice does nothing.
 */
public interface ResultStream extends AutoCloseable {
    /** The columns; empty when the statement gives no rows (an INSERT, say). */
    List<Field> fields();

    /**
     * The next row, or null after the last one.
     *
     * @throws dev.shardroute.error.ShardrouteException when a backend fails half-way
     */
    @Nullable Row next();

    /** What the statement did; whole only after {@link #next} has returned null. */
    Completion completion();

    @Override
    void close();

    /**
     * What a statement did besides giving rows.
     *
     * @param affectedRows rows changed
     * @param lastInsertId the first generated id as an unsigned number, 0 for none
     * @param warnings     the number of warnings
     */
    record Completion(long affectedRows, long lastInsertId, int warnings) {
        /** Nothing changed, nothing generated. */
        public static final Completion NONE = new Completion(0, 0, 0);
    }
}
