package dev.shardroute.vindex;

import java.util.Arrays;

/** A pattern of {@code LIKE}. */
final class LikePattern {
    /** What follows a backslash and what the two mean; another character means itself. Source: MySQL's string literals. */
    private static final String ESCAPES = "0bnrtZ";
    private static final byte[] ESCAPED = {0, '\b', '\n', '\r', '\t', 26};

    private final byte[] prefix;
    private final boolean hasWildcard;

    private LikePattern(byte[] prefix, boolean hasWildcard) {
        this.prefix = prefix;
        this.hasWildcard = hasWildcard;
    }

    static LikePattern parse(byte[] pattern) {
        byte[] prefix = new byte[pattern.length];
        int length = 0;
        int at = 0;
        while (at < pattern.length && pattern[at] != '%' && pattern[at] != '_') {
            boolean escapes = pattern[at] == '\\' && at + 1 < pattern.length;
            prefix[length++] = escapes ? escaped(pattern[at + 1]) : pattern[at];
            at += escapes ? 2 : 1;
        }
        return new LikePattern(Arrays.copyOf(prefix, length), at < pattern.length);
    }

    private static byte escaped(byte character) {
        int index = ESCAPES.indexOf(character);
        return index < 0 ? character : ESCAPED[index];
    }

    /** What every text that matches begins with: the pattern up to its first wildcard, escapes read. */
    byte[] prefix() {
        return prefix;
    }

    /** True when more than the prefix itself may match. */
    boolean hasWildcard() {
        return hasWildcard;
    }
}
