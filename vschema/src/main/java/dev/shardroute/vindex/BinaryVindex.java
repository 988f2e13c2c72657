package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/**
 * {@code binary}: the keyspace id is the bytes of the value as they are, hexadecimal and bit literals decoded; NULL is no
 * bytes. Vitess's definition; there is no hash.
 */
record BinaryVindex(String name, VindexTraits traits) implements Hashing, Reversible, Sequential {
    @Override
    public KeyspaceId hash(Value value) {
        return KeyspaceId.of(ValueBytes.decoded(value));
    }

    @Override
    public Value reverseMap(KeyspaceId id) {
        return Value.of(id.bytes());
    }

    @Override
    public Destination rangeMap(Value from, Value to) {
        KeyspaceId start = hash(from);
        KeyspaceId end = hash(to);
        return start.compareTo(end) < 0 ? new Destination.Range(new KeyRange(start, end)) : new Destination.None();
    }
}
