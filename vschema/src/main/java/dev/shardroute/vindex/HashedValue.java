package dev.shardroute.vindex;

import dev.shardroute.type.Value;

/** The text of a value to be hashed. */
record HashedValue(Value value) implements XxHash64.Input {
    @Override
    public int length() {
        return value.length();
    }

    @Override
    public byte byteAt(int index) {
        return value.byteAt(index);
    }

    @Override
    public int intAt(int index) {
        return value.intAt(index);
    }

    @Override
    public long longAt(int index) {
        return value.longAt(index);
    }
}
