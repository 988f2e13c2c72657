package dev.shardroute.vindex;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/**
 * {@code unicode_loose_xxhash}: XXH64 with seed 0 of the weights that {@link UnicodeLooseMd5Vindex} digests; eight bytes, the
 * least significant first.
 */
record UnicodeLooseXxHashVindex(String name, VindexTraits traits) implements Hashing {
    @Override
    public KeyspaceId hash(Value value) {
        LooseKey key = LooseKey.of(value);
        return KeyspaceId.ofLittleEndian(XxHash64.hash(new HashedBytes(key.bytes(), key.length())));
    }
}
