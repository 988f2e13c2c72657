package dev.shardroute.type;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Whole numbers of 64 bits, read from bytes without making objects on the way. */
final class WholeNumber {
    private static final long LAST_BEFORE_TENFOLD = Long.divideUnsigned(-1L, 10);

    private WholeNumber() {}

    /**
     * Decimal digits with an optional sign: from -2^63 to 2^64-1, a negative number as its two's complement. Blanks around them
     * make no difference.
     */
    static OptionalLong parse(byte[] text) {
        int end = text.length;
        while (end > 0 && isBlank(text[end - 1])) {
            end--;
        }
        int at = firstNotBlank(text);
        boolean signed = at < end && (text[at] == '-' || text[at] == '+');
        boolean negative = signed && text[at] == '-';
        at += signed ? 1 : 0;
        if (at >= end) {
            return OptionalLong.empty();
        }
        return digits(text, at, end, negative);
    }

    private static OptionalLong digits(byte[] text, int from, int end, boolean negative) {
        long number = 0;
        for (int at = from; at < end; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9 || overflows(number, digit)) {
                return OptionalLong.empty();
            }
            number = number * 10 + digit;
        }
        if (negative && Long.compareUnsigned(number, Long.MIN_VALUE) > 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(negative ? -number : number);
    }

    /** Where the first character is that is no blank; behind the end when there is none. */
    static int firstNotBlank(byte[] text) {
        int at = 0;
        while (at < text.length && isBlank(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t';
    }

    private static boolean overflows(long number, int digit) {
        int order = Long.compareUnsigned(number, LAST_BEFORE_TENFOLD);
        // 2^64-1 ends in 5
        return order > 0 || (order == 0 && digit > 5);
    }

    /** The number whose bytes these are, the most significant first; empty without bytes, or when 64 bits do not do. */
    static OptionalLong ofBigEndian(byte @Nullable [] bytes) {
        if (bytes == null) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (byte next : bytes) {
            if (number >>> 56 != 0) {
                return OptionalLong.empty();
            }
            number = (number << 8) | (next & 0xff);
        }
        return OptionalLong.of(number);
    }
}
