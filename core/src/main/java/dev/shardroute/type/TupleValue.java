package dev.shardroute.type;

import java.util.List;

/**
 * The value of a list variable ({@code ::ids}).
 *
 * @param values the members, in the order given; never empty when it is sent to a shard
 */
public record TupleValue(List<Value> values) implements BindValue {
    /** Copies the list. */
    public TupleValue {
        values = List.copyOf(values);
    }
}
