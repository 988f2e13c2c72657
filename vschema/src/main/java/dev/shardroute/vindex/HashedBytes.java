package dev.shardroute.vindex;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The first bytes of an array, to be hashed. */
final class HashedBytes implements XxHash64.Input {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int length;

    HashedBytes(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public byte byteAt(int index) {
        return bytes[index];
    }

    @Override
    public int intAt(int index) {
        return (int) INTS.get(bytes, index);
    }

    @Override
    public long longAt(int index) {
        return (long) LONGS.get(bytes, index);
    }
}
