package dev.shardroute.executor;

import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result that tells of no warnings: a driver that is told of some asks SHOW WARNINGS, which nobody answers yet. */
record WithoutWarnings(ResultStream result) implements ResultStream {
    @Override
    public List<Field> fields() {
        return result.fields();
    }

    @Override
    public @Nullable Row next() {
        return result.next();
    }

    @Override
    public Completion completion() {
        return new Completion(result.completion().affectedRows(), result.completion().lastInsertId(), 0);
    }

    @Override
    public void close() {
        result.close();
    }
}
