package dev.shardroute.vindex;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/** How values and keyspace ids are written in a lookup table. */
enum LookupCodec {
    /** As they are. */
    PLAIN,
    /** Keyspace ids as the number that {@code hash} maps to them. */
    HASHED,
    /** The same, and values as the first eight bytes of their {@code unicode_loose_md5}. */
    LOOSELY_HASHED;

    /** A value as the table has it; {@code SR04002} when it cannot have it. */
    Value from(Value value) {
        return this == LOOSELY_HASHED
                ? Value.ofUnsigned(ByteBuffer.wrap(UnicodeLooseMd5Vindex.digest(value)).getLong())
                : value;
    }

    /** A keyspace id as the table has it; {@code SR03001} when it cannot have it. */
    Value to(KeyspaceId id) {
        return this == PLAIN ? Value.of(id.bytes()) : Value.ofUnsigned(HashVindex.numberOf(id));
    }

    /** The keyspace id that the table has; empty for NULL, and for what is no number where there must be one. */
    Optional<KeyspaceId> id(Value to) {
        if (this == PLAIN) {
            return to.isNull() ? Optional.empty() : Optional.of(KeyspaceId.of(to.rawBytes()));
        }
        OptionalLong number = UnsignedInteger.find(to);
        return number.isEmpty() ? Optional.empty() : Optional.of(HashVindex.idOf(number.getAsLong()));
    }
}
