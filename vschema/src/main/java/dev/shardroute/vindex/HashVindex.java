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
        return idOf(value.toUnsignedLong());
    }

    @Override
    public Destination map(Value value) {
        OptionalLong number = value.asUnsignedLong();
        return number.isEmpty() ? new Destination.None() : new Destination.Id(idOf(number.getAsLong()));
    }

    @Override
    public Value reverseMap(KeyspaceId id) {
        return Value.ofUnsigned(numberOf(id));
    }

    /** The keyspace id of a number. */
    static KeyspaceId idOf(long number) {
        return KeyspaceId.ofBigEndian(ZeroKeyDes.encipher(number));
    }

    /** The number of a keyspace id; {@code SR03001} when it has not eight bytes. */
    static long numberOf(KeyspaceId id) {
        return ZeroKeyDes.decipher(EightBytes.of(id));
    }
}
