package dev.shardroute.type;

import java.util.List;

/**
 * A row of a result.
 *
 * @param values one value per field, in the order of the fields
 */
public record Row(List<Value> values) {
    /** Copies the list. */
    public Row {
        values = List.copyOf(values);
    }

    /** A row of these values. */
    public static Row of(Value... values) {
        return new Row(List.of(values));
    }
}
