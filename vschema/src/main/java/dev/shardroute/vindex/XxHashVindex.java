package dev.shardroute.vindex;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/**
 * {@code xxhash}: XXH64 with seed 0 of the bytes of the value, hexadecimal and bit literals decoded, numbers as their
 * decimal text, NULL as no bytes; eight bytes, the least significant first. Source: the xxHash specification.
 */
record XxHashVindex(String name, VindexTraits traits) implements Hashing {
    @Override
    public KeyspaceId hash(Value value) {
        return KeyspaceId.ofLittleEndian(XxHash64.hash(new HashedValue(ValueBytes.decoded(value))));
    }
}
