package dev.shardroute.type;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The bytes that hexadecimal and bit literals denote, in all of their notations; null for text that is no such literal. */
final class LiteralBytes {
    private LiteralBytes() {}

    /** {@code 0x1F}, {@code x'1F'} or {@code X'1F'}; an odd number of digits is allowed after {@code 0x} only. */
    static byte @Nullable [] ofHex(String literal) {
        String digits = digits(literal, 'x');
        if (digits == null || (digits.length() % 2 != 0 && literal.endsWith("'"))) {
            return null;
        }
        try {
            return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** {@code 0b101}, {@code b'101'} or {@code B'101'}. */
    static byte @Nullable [] ofBits(String literal) {
        String bits = digits(literal, 'b');
        if (bits == null) {
            return null;
        }
        byte[] result = new byte[(bits.length() + 7) / 8];
        for (int i = 0; i < bits.length(); i++) {
            char bit = bits.charAt(bits.length() - 1 - i);
            if (bit != '0' && bit != '1') {
                return null;
            }
            result[result.length - 1 - i / 8] |= (byte) ((bit - '0') << (i % 8));
        }
        return result;
    }

    /** What stands after {@code 0} and the letter, or after the letter and in quotes. */
    private static @Nullable String digits(String literal, char letter) {
        if (literal.length() >= 2 && literal.charAt(0) == '0' && literal.charAt(1) == letter) {
            return literal.substring(2);
        }
        boolean quoted = literal.length() >= 3 && literal.charAt(1) == '\'' && literal.endsWith("'");
        boolean named = quoted && Character.toLowerCase(literal.charAt(0)) == letter;
        return named ? literal.substring(2, literal.length() - 1) : null;
    }
}
