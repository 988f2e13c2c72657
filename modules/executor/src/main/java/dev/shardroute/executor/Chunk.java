package dev.shardroute.executor;

import dev.shardroute.type.Row;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;

/** Some rows on their way from a shard to the caller, and what they weigh. */
final class Chunk {
    private static final int ROW_OVERHEAD = 64;
    private static final int VALUE_OVERHEAD = 48;

    private final List<Row> rows = new ArrayList<>();
    private long bytes;

    void add(Row row) {
        rows.add(row);
        bytes += heapBytes(row);
    }

    /** An estimate of the heap that a row takes. */
    static long heapBytes(Row row) {
        long bytes = ROW_OVERHEAD;
        for (Value value : row.values()) {
            bytes += VALUE_OVERHEAD + value.length();
        }
        return bytes;
    }

    List<Row> rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }
}
