package dev.shardroute.mysql;

import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result without rows that cannot be closed. */
record FailingClose(List<Field> fields) implements ResultStream {
    @Override
    public @Nullable Row next() {
        return null;
    }

    @Override
    public Completion completion() {
        return Completion.NONE;
    }

    @Override
    public void close() {
        throw new IllegalStateException("it cannot be closed");
    }
}
