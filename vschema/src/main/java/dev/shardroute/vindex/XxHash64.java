package dev.shardroute.vindex;

/** XXH64 with seed 0, after the xxHash specification (doc/xxhash_spec.md of the xxHash project). */
final class XxHash64 {
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    /** The sum of the two, which overflows. */
    private static final long PRIME_1_AND_2 = 0x60EA27EEADC0B5D6L;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;

    private static final int STRIPE = 32;

    private XxHash64() {}

    /** What is hashed, so that it need not be copied. */
    interface Input {
        int length();

        byte byteAt(int index);

        /** Four bytes, the first being the least significant. */
        int intAt(int index);

        /** Eight bytes, the first being the least significant. */
        long longAt(int index);
    }

    static long hash(Input input) {
        int length = input.length();
        int stripes = length / STRIPE * STRIPE;
        long start = stripes == 0 ? PRIME_5 : stripes(input, stripes);
        return avalanche(tail(input, stripes, length, start + length));
    }

    private static long stripes(Input input, int end) {
        long a = PRIME_1_AND_2;
        long b = PRIME_2;
        long c = 0;
        long d = -PRIME_1;
        for (int at = 0; at < end; at += STRIPE) {
            a = round(a, input.longAt(at));
            b = round(b, input.longAt(at + 8));
            c = round(c, input.longAt(at + 16));
            d = round(d, input.longAt(at + 24));
        }
        long merged = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
        return merge(merge(merge(merge(merged, a), b), c), d);
    }

    private static long tail(Input input, int from, int end, long start) {
        long hash = start;
        int at = from;
        for (; at + 8 <= end; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, input.longAt(at)), 27) * PRIME_1 + PRIME_4;
        }
        if (at + 4 <= end) {
            long word = input.intAt(at) & 0xffffffffL;
            hash = Long.rotateLeft(hash ^ (word * PRIME_1), 23) * PRIME_2 + PRIME_3;
            at += 4;
        }
        for (; at < end; at++) {
            hash = Long.rotateLeft(hash ^ ((input.byteAt(at) & 0xff) * PRIME_5), 11) * PRIME_1;
        }
        return hash;
    }

    private static long avalanche(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * PRIME_2;
        mixed = (mixed ^ (mixed >>> 29)) * PRIME_3;
        return mixed ^ (mixed >>> 32);
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
    }

    private static long merge(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
    }
}
