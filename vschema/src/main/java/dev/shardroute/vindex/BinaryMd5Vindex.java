package dev.shardroute.vindex;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/**
 * {@code binary_md5}: MD5 (RFC 1321) of the bytes of the value, hexadecimal and bit literals decoded, numbers as their
 * decimal text, NULL as no bytes; sixteen bytes.
 */
record BinaryMd5Vindex(String name, VindexTraits traits) implements Hashing {
    @Override
    public KeyspaceId hash(Value value) {
        byte[] bytes = ValueBytes.of(value);
        return KeyspaceId.of(Md5.digest(bytes, bytes.length));
    }
}
