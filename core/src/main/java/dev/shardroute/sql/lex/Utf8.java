package dev.shardroute.sql.lex;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What must be known of UTF-8. */
final class Utf8 {
    /** No character of a string takes more bytes. */
    static final int LONGEST = 3;
    private static final int CONTINUATION_MASK = 0xc0;
    private static final int CONTINUATION = 0x80;
    private static final int LEAD_OF_FOUR = 0xf0;

    private Utf8() {}

    /** True when the bytes are UTF-8. */
    static boolean isValid(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return decodes(ByteBuffer.wrap(bytes, i, end - i));
            }
        }
        return true;
    }

    private static boolean decodes(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** How many characters of a string the bytes are, which are UTF-8. */
    static int characters(byte[] bytes, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            int unsigned = bytes[i] & 0xff;
            count += unsigned >= LEAD_OF_FOUR ? 2 : (unsigned & CONTINUATION_MASK) == CONTINUATION ? 0 : 1;
        }
        return count;
    }

    /** How many bytes the characters take. */
    static long length(CharSequence text) {
        return text.codePoints().asLongStream().map(Utf8::length).sum();
    }

    private static long length(long codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** Where the first character is that is half of a surrogate pair; there is one. */
    static int loneSurrogate(String text) {
        int at = 0;
        while (text.codePointAt(at) < Character.MIN_SURROGATE || text.codePointAt(at) > Character.MAX_SURROGATE) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }
}
