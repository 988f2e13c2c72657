package dev.shardroute.type;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueTest {
    // making

    @Test
    void value_ofANumber_isItsDecimalText() {
        assertEquals("-42", Value.of(-42).text());
        assertEquals(Type.INT64, Value.of(-42).type());
        assertEquals("18446744073709551615", Value.ofUnsigned(-1).text());
        assertEquals(Type.UINT64, Value.ofUnsigned(-1).type());
    }

    @Test
    void value_ofTypeNull_isNull() {
        assertSame(Value.NULL, Value.of(Type.NULL, "x"));
        assertTrue(Value.NULL.isNull());
        assertEquals(0, Value.NULL.length());
    }

    @Test
    void bytes_areCopiedInAndOut() {
        byte[] bytes = {'a', 'b'};
        Value value = Value.of(bytes);
        bytes[0] = 'x';
        value.bytes()[1] = 'x';
        value.rawBytes()[1] = 'x';
        assertArrayEquals("ab".getBytes(ISO_8859_1), value.bytes());
    }

    @Test
    void values_areEqual_whenTypeAndTextAre() {
        assertEquals(Value.of(1), Value.of(Type.INT64, "1"));
        assertEquals(Value.of(1).hashCode(), Value.of(Type.INT64, "1").hashCode());
        assertNotEquals(Value.of(1), Value.of(Type.INT32, "1"));
        assertNotEquals(Value.of(1), Value.of(2));
        assertNotEquals("1", (Object) Value.of(1));
    }

    @Test
    void toString_isForPeople() {
        assertEquals("INT64(42)", Value.of(42).toString());
        assertEquals("VARCHAR(\"a\")", Value.of("a").toString());
        assertEquals("NULL", Value.NULL.toString());
    }

    // bytes that are meant

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "HEXVAL, x'8a1e', 8a1e", "HEXVAL, X'8A1E', 8a1e", "HEXVAL, x'', \"\"", "HEXNUM, 0x8a1e, 8a1e",
                "HEXNUM, 0xF, 0f", "HEXNUM, 0x123, 0123", "BITNUM, 0b101, 05", "BITNUM, b'101', 05",
                "BITNUM, B'111111111', 01ff", "BITNUM, b'', \"\"", "VARCHAR, x'8a1e', 782738613165 27",
            })
    void rawBytes_ofALiteral_areDecoded(Type type, String text, String hex) {
        assertEquals(
                hex.replace(" ", ""), HexFormat.of().formatHex(Value.of(type, text).rawBytes()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "HEXVAL, \"\"", "HEXVAL, x", "HEXVAL, x'", "HEXVAL, x'1'", "HEXVAL, x'0g'", "HEXVAL, b'01'",
                "HEXVAL, ff",
                "HEXNUM, 0y11", "HEXNUM, 0xzz", "HEXNUM, 0X11", "BITNUM, 0b12", "BITNUM, b'2'", "BITNUM, 0x11",
            })
    void rawBytes_ofWhatIsNoSuchLiteral_isRefused(Type type, String text) {
        Value value = Value.of(type, text);
        ShardrouteException error = assertThrows(ShardrouteException.class, value::rawBytes);
        assertEquals(ErrorCode.SR04002, error.code());
        assertEquals(OptionalLong.empty(), value.asUnsignedLong());
    }

    // integers

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "+7, 7",
        "007, 7",
        "00000000000000000000000000007, 7",
        "-1, 18446744073709551615",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 9223372036854775808",
        "18446744073709551615, 18446744073709551615",
        "-9223372036854775808, 9223372036854775808",
        "' 1', 1",
        "'\t1 ', 1",
        "' -1', 18446744073709551615",
    })
    void toUnsignedLong_takesAllOf64Bits(String text, String unsigned) {
        assertEquals(unsigned, Long.toUnsignedString(Value.of(Type.VARCHAR, text).toUnsignedLong()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "+", "--1", " ", "- 1", "1 2", "1\n", "1.0", "1e3", "0x1", "a", "18446744073709551616",
                "99999999999999999999",
                "-9223372036854775809", "340282366920938463463374607431768211456",
            })
    void toUnsignedLong_ofAnythingElse_isRefused(String text) {
        Value value = Value.of(Type.VARCHAR, text);
        ShardrouteException error = assertThrows(ShardrouteException.class, value::toUnsignedLong);
        assertEquals(ErrorCode.SR04002, error.code());
        assertEquals(OptionalLong.empty(), value.asUnsignedLong());
    }

    @Test
    void toUnsignedLong_ofNullOrSql_isRefused() {
        assertThrows(ShardrouteException.class, Value.NULL::toUnsignedLong);
        assertEquals(OptionalLong.empty(), Value.of(Type.EXPRESSION, "1").asUnsignedLong());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"HEXNUM, 0xff, 255", "HEXVAL, x'0100', 256", "BITNUM, 0b11, 3",
                "HEXVAL, x'0000000000000000ff', 255"})
    void toUnsignedLong_ofALiteral_isItsNumber(Type type, String text, long number) {
        assertEquals(number, Value.of(type, text).toUnsignedLong());
    }

    @Test
    void toUnsignedLong_ofALiteralOfMoreThan64Bits_isRefused() {
        assertThrows(ShardrouteException.class, () -> Value.of(Type.HEXVAL, "x'01ffffffffffffffff'").toUnsignedLong());
    }

    @Test
    void isNegative_looksAtTheSign() {
        assertTrue(Value.of(-1).isNegative());
        assertEquals(false, Value.of(1).isNegative());
        assertEquals(false, Value.NULL.isNegative());
    }

    // bytes

    @Property
    void isUtf8_whenDecodingLosesNothing(@ForAll @Size(max = 5) byte[] bytes) {
        boolean isUtf8 = Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
        assertEquals(isUtf8, Value.of(Type.VARCHAR, bytes).isUtf8());
    }

    @Property
    void isUtf8_forEveryText(@ForAll String text) {
        assertTrue(Value.of(text).isUtf8());
    }

    @ParameterizedTest
    @CsvSource({"C2", "C080", "E08080", "EDA080", "F08080", "F4908080", "F5808080", "E282", "80", "FF", "41C3"})
    void isUtf8_notForWhatIsTooShortOrTooLong(String hex) {
        assertFalse(Value.of(Type.VARCHAR, HexFormat.of().parseHex(hex)).isUtf8());
    }

    @Test
    void bytes_areCopiedInParts() {
        byte[] target = new byte[4];
        Value.of("abcd").copyTo(target, 1, 2, 4);
        assertArrayEquals(new byte[]{0, 'c', 'd', 0}, target);
        assertEquals('b', Value.of("abcd").byteAt(1));
    }
}
