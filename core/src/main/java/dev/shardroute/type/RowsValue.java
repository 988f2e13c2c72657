package dev.shardroute.type;

import java.util.List;

/**
 * The value of a list variable whose members are rows: {@code VALUES ::rows}, {@code (a, b) IN ::rows}.
 *
 * @param rows the rows, in the order given; never empty when it is sent to a shard
 */
public record RowsValue(List<TupleValue> rows) implements BindValue {
    /** Copies the list. */
    public RowsValue {
        rows = List.copyOf(rows);
    }
}
