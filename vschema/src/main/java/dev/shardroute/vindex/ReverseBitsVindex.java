package dev.shardroute.vindex;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/**
 * {@code reverse_bits}: the keyspace id is the value as an unsigned 64-bit integer with its bits in reverse order, eight bytes,
 * the most significant first. NULL, negative numbers and what is no integer belong nowhere. Vitess's definition.
 */
record ReverseBitsVindex(String name, VindexTraits traits) implements IntegerHashing, Reversible {
    @Override
    public KeyspaceId idOf(long number) {
        return KeyspaceId.ofBigEndian(Long.reverse(number));
    }

    @Override
    public Value reverseMap(KeyspaceId id) {
        return Value.ofUnsigned(Long.reverse(EightBytes.of(id)));
    }
}
