package dev.shardroute.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyspaceIdTest {
    // text

    @Test
    void parse_takesDigitsOfEitherCase() {
        assertEquals("c0ff", KeyspaceId.parse("C0fF").toString());
        assertEquals(KeyspaceId.EMPTY, KeyspaceId.parse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "8g", "0x80", " 80", "80-"})
    void parse_ofAnythingElse_isRefused(String text) {
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> KeyspaceId.parse(text));
        assertEquals(ErrorCode.SR03001, error.code());
    }

    // bytes

    @Test
    void bytes_areCopiedInAndOut() {
        byte[] bytes = {1, 2};
        KeyspaceId id = KeyspaceId.of(bytes);
        bytes[0] = 9;
        id.bytes()[1] = 9;
        assertEquals("0102", id.toString());
    }

    @Test
    void sameBytes_tellsZerosAtTheEndApart() {
        KeyspaceId shorter = KeyspaceId.parse("80");
        KeyspaceId longer = KeyspaceId.parse("8000");
        assertEquals(shorter, longer);
        assertFalse(shorter.sameBytes(longer));
        assertTrue(longer.sameBytes(KeyspaceId.parse("8000")));
    }

    @Test
    void prefix_padsWithZeros_andCutsAtEightBytes() {
        assertEquals(0x8000_0000_0000_0000L, KeyspaceId.parse("80").prefix());
        assertEquals(0x0102_0304_0506_0708L, KeyspaceId.parse("0102030405060708ff").prefix());
        assertEquals(0, KeyspaceId.EMPTY.prefix());
    }

    @Property
    void isPrefix_meansThatThePrefixSaysItAll(@ForAll @Size(max = 10) byte[] bytes) {
        KeyspaceId id = KeyspaceId.of(bytes);
        assertEquals(id.isPrefix(), id.equals(KeyspaceId.ofBigEndian(id.prefix())));
    }

    @Property
    void prefix_ofEightBytes_isTheNumber(@ForAll long bits) {
        assertEquals(bits, KeyspaceId.ofBigEndian(bits).prefix());
        assertEquals(Long.BYTES, KeyspaceId.ofBigEndian(bits).length());
    }

    @Property
    void parse_isTheInverseOfToString(@ForAll @Size(max = 20) byte[] bytes) {
        KeyspaceId id = KeyspaceId.of(bytes);
        assertEquals(HexFormat.of().formatHex(bytes), id.toString());
        assertTrue(KeyspaceId.parse(id.toString()).sameBytes(id));
        assertArrayEquals(bytes, id.bytes());
    }

    // order

    @Property
    void order_isThatOfUnsignedBytes_paddedWithZeros(
            @ForAll @Size(max = 4) byte[] left, @ForAll @Size(max = 4) byte[] right) {
        int expected = Arrays.compareUnsigned(Arrays.copyOf(left, 5), Arrays.copyOf(right, 5));
        KeyspaceId a = KeyspaceId.of(left);
        KeyspaceId b = KeyspaceId.of(right);
        assertEquals(Integer.signum(expected), Integer.signum(a.compareTo(b)));
        assertEquals(expected == 0, a.equals(b));
    }

    @Property
    void zerosAtTheEnd_makeNoDifference(@ForAll @Size(max = 8) byte[] bytes, @ForAll @IntRange(max = 9) int zeros) {
        KeyspaceId id = KeyspaceId.of(bytes);
        KeyspaceId padded = KeyspaceId.of(Arrays.copyOf(bytes, bytes.length + zeros));
        assertEquals(id, padded);
        assertEquals(id.hashCode(), padded.hashCode());
        assertEquals(0, id.compareTo(padded));
    }

    @Test
    void equals_ofAnotherClass_isFalse() {
        assertNotEquals("80", (Object) KeyspaceId.parse("80"));
    }
}
