package dev.shardroute.type;

import dev.shardroute.type.ResultStream.Completion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Result streams over what is already in memory, and back. */
public final class Results {
    private Results() {}

    /** A result of these rows. */
    public static ResultStream of(List<Field> fields, List<Row> rows) {
        return new InMemory(List.copyOf(fields), List.copyOf(rows).iterator(), Completion.NONE);
    }

    /** A result without rows. */
    public static ResultStream of(Completion completion) {
        return new InMemory(List.of(), List.<Row>of().iterator(), completion);
    }

    /** Reads all rows that are left, for results known to be small; the stream is closed. */
    public static List<Row> drain(ResultStream stream) {
        try (stream) {
            List<Row> rows = new ArrayList<>();
            for (Row row = stream.next(); row != null; row = stream.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    private record InMemory(List<Field> fields, Iterator<Row> rows, Completion completion) implements ResultStream {
        @Override
        public @Nullable Row next() {
            return rows.hasNext() ? rows.next() : null;
        }

        @Override
        public void close() {}
    }
}
