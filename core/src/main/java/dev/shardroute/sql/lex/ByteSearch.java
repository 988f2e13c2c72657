package dev.shardroute.sql.lex;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at once: the first of them is the lowest of a long. They are read through a buffer and not through a
 * handle, which the virtual machine may link anew at any time: deep in a statement there is not the stack for that.
 */
final class ByteSearch {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long LOW_BITS = ~HIGH_BITS;
    /** Makes small letters of capital ones, and loses nothing else that tells bytes of names from each other. */
    private static final long SMALL = ONES * ' ';

    private ByteSearch() {}

    /** What the other methods read the bytes through. */
    static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The eight bytes from {@code at} on, 0 in place of those from {@code limit} on. */
    static long load(ByteBuffer bytes, int at, int limit) {
        if (at <= limit - Long.BYTES) {
            return bytes.getLong(at);
        }
        long word = 0;
        for (int i = limit - 1; i >= at; i--) {
            word = (word << Byte.SIZE) | (bytes.get(i) & 0xff);
        }
        return word;
    }

    /** The first offset from {@code from} on that has one byte or the other; {@code limit} or more when there is none before. */
    static int either(ByteBuffer bytes, int from, int limit, byte one, byte other) {
        long ones = ONES * (one & 0xff);
        long others = ONES * (other & 0xff);
        int at = from;
        for (; at <= limit - Long.BYTES; at += Long.BYTES) {
            long word = bytes.getLong(at);
            long found = zeros(word ^ ones) | zeros(word ^ others);
            if (found != 0) {
                return at + first(found);
            }
        }
        while (at < limit && bytes.get(at) != one && bytes.get(at) != other) {
            at++;
        }
        return at;
    }

    /** How many of the bytes, from the first on, are letters, digits, {@code _} and {@code $} of ASCII. */
    static int nameLength(long word) {
        long low = word & LOW_BITS;
        long parts = within(low | SMALL, 'a', 'z') | within(low, '0', '9') | is(low, '_') | is(low, '$');
        return first(~(parts & ~word) & HIGH_BITS);
    }

    /** The first bytes, which are of a name, so that its capital and small letters are the same; 0 in place of the others. */
    static long folded(long word, int length) {
        return length == Long.BYTES ? word | SMALL : (word | SMALL) & ((1L << (length * Byte.SIZE)) - 1);
    }

    private static int first(long highBits) {
        return Long.numberOfTrailingZeros(highBits) >>> 3;
    }

    /** Has the high bit of the lowest byte that is zero, and of none below that. */
    private static long zeros(long word) {
        return (word - ONES) & ~word & HIGH_BITS;
    }

    /** Has the high bits of the bytes, which are below 128, that lie between the two. */
    private static long within(long word, int least, int greatest) {
        return (word + ONES * (0x80 - least)) & ~(word + ONES * (0x7f - greatest));
    }

    private static long is(long word, int value) {
        return ~((word ^ ONES * value) + LOW_BITS);
    }
}
