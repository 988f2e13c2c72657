package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LooseKeyTest {
    // what it is

    /** Texts and keys in hexadecimal, as golang.org/x/text v0.21.0 weighs them: contractions, marks in any order, and others. */
    @Test
    void key_isThatOfXText() throws IOException {
        for (String line : lines()) {
            int blank = line.indexOf(' ');
            byte[] text = HexFormat.of().parseHex(line.substring(0, blank));
            assertEquals(line.substring(blank + 1), key(Value.of(text)), line);
        }
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                LooseKeyTest.class.getResourceAsStream("root-keys.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Test, 1816164c17f31816",
        "Tést, 1816164c17f31816",
        "' Test', 01091816164c17f31816",
        "'Test   ', 1816164c17f31816",
        "'', ''",
        "'  ', ''",
        "中, 814e2d",
        "l·, 1711",
    })
    void key_isTheWeights(String text, String key) {
        assertEquals(key, key(Value.of(text)));
    }

    @Test
    void key_ofOtherValues_isThatOfTheirText() {
        assertEquals("", key(Value.NULL));
        assertEquals(key(Value.of("10")), key(Value.of(10)));
        assertEquals(key(Value.of("A1")), key(Value.of(Type.HEXVAL, "x'4131'")));
    }

    // what makes no difference

    @Property
    void case_makesNoDifference(@ForAll @AlphaChars @StringLength(max = 40) String text) {
        assertEquals(key(Value.of(text.toLowerCase(Locale.ROOT))), key(Value.of(text.toUpperCase(Locale.ROOT))));
    }

    /** But the dotless i, whose capital is that of another letter. */
    @Property
    void case_ofOtherAlphabets_makesNoDifference(
            @ForAll @CharRange(from = '\u00c0', to = '\u017f') @CharRange(from = '\u0386',
                    to = '\u03ce') @CharRange(from = '\u0400', to = '\u045f') @StringLength(max = 40) String text) {
        String letters = text.replace('\u0131', 'i');
        assertEquals(key(Value.of(letters.toLowerCase(Locale.ROOT))), key(Value.of(letters.toUpperCase(Locale.ROOT))));
    }

    @Property
    void accents_makeNoDifference(@ForAll @AlphaChars @StringLength(max = 20) String text,
            @ForAll @CharRange(from = '\u0300', to = '\u0304') char accent) {
        String accented = text.chars().mapToObj(letter -> "" + (char) letter + accent).collect(Collectors.joining());
        assertEquals(key(Value.of(text)), key(Value.of(accented)));
        assertEquals(key(Value.of(text)), key(Value.of(Normalizer.normalize(accented, Normalizer.Form.NFC))));
    }

    @Property
    void composition_makesNoDifference(@ForAll @CharRange(from = '\u00c0', to = '\u024f') @CharRange(from = '\u1e00',
            to = '\u1fff') @CharRange(from = '\uac00', to = '\ud7a3') @StringLength(max = 30) String text) {
        assertEquals(key(Value.of(Normalizer.normalize(text, Normalizer.Form.NFC))),
                key(Value.of(Normalizer.normalize(text, Normalizer.Form.NFD))));
    }

    @Property
    void blanksAtTheEnd_makeNoDifference(@ForAll String text, @ForAll @IntRange(max = 9) int blanks) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] longer = Arrays.copyOf(utf8, utf8.length + blanks);
        Arrays.fill(longer, utf8.length, longer.length, (byte) ' ');
        assertEquals(key(Value.of(utf8)), key(Value.of(longer)));
    }

    @ParameterizedTest
    @CsvSource({"é, é", "Å, Å", "각, 각", "ﬁ, fi", "Ⅷ, viii", "ｶ, か"})
    void spelling_makesNoDifference(String one, String other) {
        assertEquals(key(Value.of(one)), key(Value.of(other)));
    }

    @ParameterizedTest
    @CsvSource({"a, b", "a, 'a a'", "' a', a", "ß, s", "中, 国"})
    void otherText_makesADifference(String one, String other) {
        assertTrue(!key(Value.of(one)).equals(key(Value.of(other))));
    }

    // ASCII has a way of its own

    @Property
    void ascii_isWeighedAsAmongOtherCharacters(
            @ForAll @CharRange(from = 0, to = 0x7f) @StringLength(max = 60) String text) {
        String mark = "\u0434";
        String whole = key(Value.of(mark + text + mark));
        String alone = key(Value.of(mark));
        assertEquals(key(Value.of(text + "\u0001")), whole.substring(alone.length(), whole.length() - alone.length()));
    }

    @Property
    void anyText_hasAKey_thatIsTheSameEveryTime(@ForAll String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        LooseKey key = LooseKey.of(Value.of(utf8));
        LooseKey again = LooseKey.of(Value.of(text));
        assertArrayEquals(Arrays.copyOf(key.bytes(), key.length()), Arrays.copyOf(again.bytes(), again.length()));
    }

    @Test
    void endlessMarks_areWeighed() {
        String marks = "\u0fb2" + "\u0f71\u0327\u0301".repeat(10_000);
        assertTrue(key(Value.of(marks)).length() > 10_000);
    }

    // what is refused

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0af", "eda080", "f4908080", "61e4b8"})
    void whatIsNotUtf8_isRefused(String hex) {
        Value value = Value.of(Type.VARCHAR, HexFormat.of().parseHex(hex));
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> LooseKey.of(value));
        assertEquals(ErrorCode.SR04002, error.code());
    }

    @Test
    void expression_isRefused() {
        Value value = Value.of(Type.EXPRESSION, "a");
        assertEquals(ErrorCode.SR04002, assertThrows(ShardrouteException.class, () -> LooseKey.of(value)).code());
    }

    private static String key(Value value) {
        LooseKey key = LooseKey.of(value);
        return HexFormat.of().formatHex(key.bytes(), 0, key.length());
    }
}
