package dev.shardroute.sql.lex;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches bytes, eight of them at once. */
final class ByteSearch {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private ByteSearch() {}

    /** The first offset from {@code from} on that has one byte or the other; {@code limit} or more when there is none before. */
    static int either(byte[] bytes, int from, int limit, byte one, byte other) {
        long ones = ONES * (one & 0xff);
        long others = ONES * (other & 0xff);
        int at = from;
        for (; at <= limit - Long.BYTES; at += Long.BYTES) {
            long word = (long) LONGS.get(bytes, at);
            long found = zeros(word ^ ones) | zeros(word ^ others);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < limit && bytes[at] != one && bytes[at] != other) {
            at++;
        }
        return at;
    }

    /** Has the high bit of the lowest byte that is zero, and of none below that. */
    private static long zeros(long word) {
        return (word - ONES) & ~word & HIGH_BITS;
    }
}
