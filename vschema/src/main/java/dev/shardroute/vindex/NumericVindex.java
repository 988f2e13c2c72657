package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.OptionalLong;

/**
 * {@code numeric}: the keyspace id is the value as an unsigned 64-bit integer, eight bytes, the most significant first.
 * NULL, negative numbers and what is no integer belong nowhere. Vitess's definition; there is no hash.
 */
record NumericVindex(String name, VindexTraits traits) implements Hashing, Reversible {
    @Override
    public KeyspaceId hash(Value value) {
        if (value.isNegative()) {
            throw ErrorCode.SR04002.error(value.text(), "unsigned integer");
        }
        return KeyspaceId.ofBigEndian(value.toUnsignedLong());
    }

    @Override
    public Destination map(Value value) {
        OptionalLong number = value.isNegative() ? OptionalLong.empty() : value.asUnsignedLong();
        return number.isEmpty()
                ? new Destination.None()
                : new Destination.Id(KeyspaceId.ofBigEndian(number.getAsLong()));
    }

    @Override
    public boolean verify(Value value, KeyspaceId id) {
        return hash(value).sameBytes(id);
    }

    @Override
    public Value reverseMap(KeyspaceId id) {
        return Value.ofUnsigned(EightBytes.of(id));
    }
}
