package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.Map;
import java.util.OptionalLong;

/**
 * {@code numeric_static_map}: the value as an unsigned 64-bit integer is looked up in a fixed table, whose number is the
 * keyspace id, eight bytes with the most significant first. A number that is not in the table has the keyspace id of another
 * type of vindex, that of {@code numeric} unless the parameters name one. What is no such integer belongs nowhere. Vitess's
 * definition.
 *
 * @param numbers  the table, by unsigned numbers
 * @param fallback for numbers that are not in it
 */
record NumericStaticMapVindex(String name, VindexTraits traits, Map<Long, Long> numbers, Hashing fallback)
        implements Hashing {
    /** Copies the map. */
    NumericStaticMapVindex {
        numbers = Map.copyOf(numbers);
    }

    @Override
    public KeyspaceId hash(Value value) {
        Long mapped = numbers.get(UnsignedInteger.of(value));
        return mapped == null ? fallback.hash(value) : KeyspaceId.ofBigEndian(mapped);
    }

    @Override
    public Destination map(Value value) {
        OptionalLong number = UnsignedInteger.find(value);
        if (number.isEmpty()) {
            return new Destination.None();
        }
        Long mapped = numbers.get(number.getAsLong());
        return mapped == null ? fallback.map(value) : new Destination.Id(KeyspaceId.ofBigEndian(mapped));
    }
}
