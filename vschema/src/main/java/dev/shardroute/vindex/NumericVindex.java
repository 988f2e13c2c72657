package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/**
 * {@code numeric}: the keyspace id is the value as an unsigned 64-bit integer, eight bytes, the most significant first.
 * NULL, negative numbers and what is no integer belong nowhere, but a range of numbers may begin or end below zero. Vitess's
 * definition; there is no hash.
 */
record NumericVindex(String name, VindexTraits traits) implements IntegerHashing, Reversible, Sequential {
    @Override
    public KeyspaceId idOf(long number) {
        return KeyspaceId.ofBigEndian(number);
    }

    @Override
    public Value reverseMap(KeyspaceId id) {
        return Value.ofUnsigned(EightBytes.of(id));
    }

    @Override
    public Destination rangeMap(Value from, Value to) {
        long start = UnsignedInteger.atLeastZero(from);
        long end = UnsignedInteger.atLeastZero(to);
        return Long.compareUnsigned(start, end) < 0
                ? new Destination.Range(new KeyRange(idOf(start), idOf(end)))
                : new Destination.None();
    }
}
