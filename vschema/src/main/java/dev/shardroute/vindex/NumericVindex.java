package dev.shardroute.vindex;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/**
 * {@code numeric}: the keyspace id is the value as an unsigned 64-bit integer, eight bytes, the most significant first.
 * NULL, negative numbers and what is no integer belong nowhere. Vitess's definition; there is no hash.
 */
record NumericVindex(String name, VindexTraits traits) implements IntegerHashing, Reversible {
    @Override
    public KeyspaceId idOf(long number) {
        return KeyspaceId.ofBigEndian(number);
    }

    @Override
    public Value reverseMap(KeyspaceId id) {
        return Value.ofUnsigned(EightBytes.of(id));
    }
}
