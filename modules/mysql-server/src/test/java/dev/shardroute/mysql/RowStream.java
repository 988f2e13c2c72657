package dev.shardroute.mysql;

import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Row;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A result whose rows are made one by one when they are asked for; {@link #closed} tells when it was closed. */
final class RowStream implements ResultStream {
    private final List<Field> fields;
    private final LongFunction<@Nullable Row> rows;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long next;

    /** {@code rows} makes the row of a number from 0 up, null after the last one. */
    RowStream(List<Field> fields, LongFunction<@Nullable Row> rows) {
        this.fields = fields;
        this.rows = rows;
    }

    CountDownLatch closed() {
        return closed;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public @Nullable Row next() {
        return rows.apply(next++);
    }

    @Override
    public Completion completion() {
        return Completion.NONE;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
