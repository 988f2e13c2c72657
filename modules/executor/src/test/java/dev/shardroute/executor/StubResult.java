package dev.shardroute.executor;

import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A result that a test writes: so many rows of ever greater numbers, and then the end, a wait or an error. */
final class StubResult implements ResultStream {
    private final List<Field> fields;
    private final long size;
    private final Completion completion;
    private final Ending ending;
    private long given;

    /** What comes after the rows. */
    interface Ending {
        void run() throws InterruptedException;
    }

    private StubResult(List<Field> fields, long size, Completion completion, Ending ending) {
        this.fields = fields;
        this.size = size;
        this.completion = completion;
        this.ending = ending;
    }

    static StubResult rows(long size) {
        return rows(size, () -> {});
    }

    static StubResult rows(long size, Ending ending) {
        return new StubResult(columns(1), size, new Completion(0, 0, 1), ending);
    }

    static StubResult noRows(int columns) {
        return new StubResult(columns(columns), 0, Completion.NONE, () -> {});
    }

    static StubResult changed(long affectedRows, long lastInsertId, int warnings) {
        return new StubResult(List.of(), 0, new Completion(affectedRows, lastInsertId, warnings), () -> {});
    }

    private static List<Field> columns(int count) {
        return Stream.generate(() -> Field.of("id", Type.INT64)).limit(count).toList();
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public @Nullable Row next() {
        if (given < size) {
            return Row.of(Value.of(given++));
        }
        StubShards.interruptibly(ending);
        return null;
    }

    /** How many rows were read. */
    long given() {
        return given;
    }

    @Override
    public Completion completion() {
        return completion;
    }

    @Override
    public void close() {}
}
