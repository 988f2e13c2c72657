package dev.shardroute.sql.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is found in eight bytes is what is found in one byte after the other. */
final class ByteSearchTest {
    @Property
    void load_isZeroBeyondTheLimit(@ForAll @Size(12) byte[] bytes, @ForAll @IntRange(max = 12) int at,
            @ForAll @IntRange(max = 12) int limit) {
        long word = ByteSearch.load(ByteSearch.buffer(bytes), at, limit);
        for (int i = 0; i < Long.BYTES; i++) {
            assertEquals(at + i < limit ? bytes[at + i] : 0, (byte) (word >>> (i * Byte.SIZE)));
        }
    }

    @Property
    void either_isTheFirst(@ForAll @Size(max = 40) byte[] bytes, @ForAll byte one, @ForAll byte other) {
        int expected = 0;
        while (expected < bytes.length && bytes[expected] != one && bytes[expected] != other) {
            expected++;
        }
        assertEquals(expected, ByteSearch.either(ByteSearch.buffer(bytes), 0, bytes.length, one, other));
    }

    @Test
    void either_isFoundAmongNeighbours() {
        for (int value = 0; value < 256; value++) {
            byte[] bytes = new byte[19];
            Arrays.fill(bytes, (byte) (value + 1));
            for (int at = 18; at >= 0; at--) {
                bytes[at] = (byte) value;
                assertEquals(at,
                        ByteSearch.either(ByteSearch.buffer(bytes), 0, bytes.length, (byte) value, (byte) value));
            }
        }
    }

    @Test
    void nameLength_isThatOfAsciiNameParts() {
        for (int value = 0; value < 256; value++) {
            boolean isPart = value < 128 && ByteClass.is(ByteClass.NAME_PART, (byte) value);
            for (int at = 0; at < Long.BYTES; at++) {
                byte[] bytes = {'a', 'Z', '_', '$', '9', '0', 'z', 'A'};
                bytes[at] = (byte) value;
                assertEquals(isPart ? 8 : at,
                        ByteSearch.nameLength(ByteSearch.load(ByteSearch.buffer(bytes), 0, bytes.length)));
            }
        }
    }

    @Test
    void folded_isInSmallLetters() {
        byte[] upper = {'S', 'E', 'L', '_', '$', '0', 'T', 'X'};
        byte[] lower = {'s', 'e', 'l', '_', '$', '0', 't', '('};
        assertEquals(ByteSearch.folded(ByteSearch.load(ByteSearch.buffer(lower), 0, 8), 7),
                ByteSearch.folded(ByteSearch.load(ByteSearch.buffer(upper), 0, 8), 7));
        assertEquals(0, ByteSearch.folded(ByteSearch.load(ByteSearch.buffer(upper), 0, 8), 0));
    }
}
