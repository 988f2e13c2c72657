package dev.shardroute.vindex;

/** The parts of a Hangul syllable. Source: section 3.12 of the Unicode standard. */
final class Hangul {
    private static final int FIRST = 0xac00;
    private static final int LAST = 0xd7a3;
    private static final int FIRST_LEADING = 0x1100;
    private static final int FIRST_VOWEL = 0x1161;
    private static final int VOWELS = 21;
    /** Counts from the one before the first, which stands for none. */
    private static final int NO_TRAILING = 0x11a7;
    private static final int TRAILINGS = 28;

    private Hangul() {}

    static boolean isSyllable(int character) {
        return character >= FIRST && character <= LAST;
    }

    static int leading(int syllable) {
        return FIRST_LEADING + (syllable - FIRST) / (VOWELS * TRAILINGS);
    }

    static int vowel(int syllable) {
        return FIRST_VOWEL + (syllable - FIRST) / TRAILINGS % VOWELS;
    }

    static int trailing(int syllable) {
        return NO_TRAILING + (syllable - FIRST) % TRAILINGS;
    }

    static boolean hasTrailing(int syllable) {
        return trailing(syllable) != NO_TRAILING;
    }
}
