package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.OptionalLong;

/**
 * {@code hash}: the value as a 64-bit integer, eight bytes with the most significant first, enciphered by DES (FIPS 46-3)
 * in one block under the key of eight zero bytes. Negative numbers are their two's complement. NULL and what is no integer
 * belong nowhere.
 */
record HashVindex(String name, VindexTraits traits) implements Hashing, Reversible {
    @Override
    public KeyspaceId hash(Value value) {
        return KeyspaceId.ofBigEndian(ZeroKeyDes.encipher(value.toUnsignedLong()));
    }

    @Override
    public Destination map(Value value) {
        OptionalLong number = value.asUnsignedLong();
        return number.isEmpty()
                ? new Destination.None()
                : new Destination.Id(KeyspaceId.ofBigEndian(ZeroKeyDes.encipher(number.getAsLong())));
    }

    @Override
    public boolean verify(Value value, KeyspaceId id) {
        return hash(value).sameBytes(id);
    }

    @Override
    public Value reverseMap(KeyspaceId id) {
        return Value.ofUnsigned(ZeroKeyDes.decipher(EightBytes.of(id)));
    }
}
