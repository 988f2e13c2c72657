package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.OptionalLong;

/** Hashing of unsigned 64-bit integers; NULL, negative numbers and what is no integer belong nowhere. */
interface IntegerHashing extends Hashing {
    /** The keyspace id of the number, which is unsigned. */
    KeyspaceId idOf(long number);

    @Override
    default KeyspaceId hash(Value value) {
        return idOf(UnsignedInteger.of(value));
    }

    @Override
    default Destination map(Value value) {
        OptionalLong number = UnsignedInteger.find(value);
        return number.isEmpty() ? new Destination.None() : new Destination.Id(idOf(number.getAsLong()));
    }
}
