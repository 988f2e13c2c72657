package dev.shardroute.vindex;

import dev.shardroute.type.Value;
import java.util.Arrays;

/** The characters of UTF-8 text. */
final class CodePoints {
    private CodePoints() {}

    /** The characters from one byte up to another; the text must be well-formed. */
    static int[] of(Value text, int start, int end) {
        int[] characters = new int[end - start];
        int count = 0;
        for (int at = start; at < end; count++) {
            int lead = text.byteAt(at++);
            int more = lead >= 0 ? 0 : Integer.numberOfLeadingZeros(~lead << 24) - 1;
            int character = more == 0 ? lead : lead & (0x3f >> more);
            for (; more > 0; more--) {
                character = character << 6 | (text.byteAt(at++) & 0x3f);
            }
            characters[count] = character;
        }
        return Arrays.copyOf(characters, count);
    }
}
