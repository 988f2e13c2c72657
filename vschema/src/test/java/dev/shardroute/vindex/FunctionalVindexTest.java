package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of {@code binary}, {@code binary_md5}, {@code hash}, {@code numeric}, {@code reverse_bits} and {@code xxhash}. */
final class FunctionalVindexTest {
    private static final SingleColumnVindex BINARY = single("binary");
    private static final SingleColumnVindex HASH = single("hash");
    private static final SingleColumnVindex NUMERIC = single("numeric");
    private static final SingleColumnVindex XXHASH = single("xxhash");
    private static final SingleColumnVindex REVERSE_BITS = single("reverse_bits");
    private static final SingleColumnVindex MD5 = single("binary_md5");

    private static SingleColumnVindex single(String type) {
        return assertInstanceOf(SingleColumnVindex.class, Vindexes.of(type));
    }

    // map and reverseMap

    @Property
    void reverseMap_ofAHash_isTheIntegerUnsigned(@ForAll long number) {
        assertEquals(Value.ofUnsigned(number), reversed(HASH, Value.of(number)));
        assertEquals(Value.ofUnsigned(number), reversed(HASH, Value.ofUnsigned(number)));
    }

    @Property
    void reverseMap_ofNumeric_isTheIntegerUnsigned(@ForAll long number) {
        assertEquals(Value.ofUnsigned(number), reversed(NUMERIC, Value.ofUnsigned(number)));
        assertEquals(Value.ofUnsigned(number), reversed(REVERSE_BITS, Value.ofUnsigned(number)));
    }

    @Property
    void reverseMap_ofBinary_isTheBytes(@ForAll @Size(max = 40) byte[] bytes) {
        assertEquals(Value.of(bytes), reversed(BINARY, Value.of(bytes)));
    }

    private static Value reversed(SingleColumnVindex vindex, Value value) {
        return assertInstanceOf(Reversible.class, vindex).reverseMap(id(vindex, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00000000000000", "000000000000000000"})
    void reverseMap_ofOtherThanEightBytes_isRefused(String hex) {
        for (SingleColumnVindex vindex : new SingleColumnVindex[]{HASH, NUMERIC, REVERSE_BITS}) {
            Reversible reversible = assertInstanceOf(Reversible.class, vindex);
            assertCode(ErrorCode.SR03001, () -> reversible.reverseMap(KeyspaceId.parse(hex)));
        }
    }

    // map and verify

    @Property
    void verify_agreesWithMap_ofIntegers(@ForAll long number, @ForAll long other) {
        for (SingleColumnVindex vindex : new SingleColumnVindex[]{BINARY, HASH, MD5, XXHASH}) {
            assertAgrees(vindex, Value.of(number), Value.of(other));
        }
        assertAgrees(NUMERIC, Value.ofUnsigned(number), Value.ofUnsigned(other));
        assertAgrees(REVERSE_BITS, Value.ofUnsigned(number), Value.ofUnsigned(other));
    }

    @Property
    void verify_agreesWithMap_ofBytes(@ForAll @Size(max = 40) byte[] bytes, @ForAll @Size(max = 40) byte[] other) {
        assertAgrees(BINARY, Value.of(bytes), Value.of(other));
        assertAgrees(MD5, Value.of(bytes), Value.of(other));
        assertAgrees(XXHASH, Value.of(bytes), Value.of(other));
    }

    private static void assertAgrees(SingleColumnVindex vindex, Value value, Value other) {
        KeyspaceId id = id(vindex, value);
        assertTrue(vindex.verify(value, id));
        assertEquals(value.equals(other), vindex.verify(other, id));
    }

    @Test
    void verify_countsZerosAtTheEnd() {
        assertFalse(BINARY.verify(Value.of("1"), KeyspaceId.parse("3100")));
        assertFalse(NUMERIC.verify(Value.of(0), KeyspaceId.EMPTY));
    }

    @Test
    void verify_ofWhatMapsNowhere_isRefused() {
        assertCode(ErrorCode.SR04002, () -> HASH.verify(Value.of("aa"), KeyspaceId.EMPTY));
        assertCode(ErrorCode.SR04002, () -> NUMERIC.verify(Value.of(-1), KeyspaceId.EMPTY));
        assertCode(ErrorCode.SR04002, () -> REVERSE_BITS.verify(Value.of(-1), KeyspaceId.EMPTY));
        for (SingleColumnVindex vindex : new SingleColumnVindex[]{BINARY, MD5, XXHASH}) {
            assertCode(ErrorCode.SR04002, () -> vindex.verify(Value.of(Type.EXPRESSION, "a"), KeyspaceId.EMPTY));
        }
    }

    // what is no integer

    @ParameterizedTest
    @CsvSource({"FLOAT64, 1.1", "VARCHAR, aa", "VARCHAR, ''", "DECIMAL, 1.0", "UINT64, 18446744073709551616"})
    void map_ofWhatIsNoInteger_isNowhere(Type type, String text) {
        assertEquals(new Destination.None(), HASH.map(Value.of(type, text)));
        assertEquals(new Destination.None(), NUMERIC.map(Value.of(type, text)));
    }

    @Test
    void map_ofNull_isNowhereForIntegers_andNoBytesForOthers() {
        assertEquals(new Destination.None(), HASH.map(Value.NULL));
        assertEquals(new Destination.None(), NUMERIC.map(Value.NULL));
        assertEquals(KeyspaceId.EMPTY, id(BINARY, Value.NULL));
        assertEquals("99e9d85137db46ef", id(XXHASH, Value.NULL).toString());
    }

    @Test
    void map_ofANegativeNumber_isNowhereForNumeric() {
        assertEquals(new Destination.None(), NUMERIC.map(Value.of(-1)));
        assertEquals(new Destination.None(), REVERSE_BITS.map(Value.of(-1)));
        assertEquals("355550b2150e2451", id(HASH, Value.of(-1)).toString());
    }

    @Test
    void map_ofAnIntegerInText_isThatOfTheInteger() {
        assertEquals(id(HASH, Value.of(5)), id(HASH, Value.of("5")));
        assertEquals(id(HASH, Value.of(-5)), id(HASH, Value.of(" -5\t")));
        assertEquals(id(NUMERIC, Value.of(5)), id(NUMERIC, Value.of(Type.DECIMAL, "5")));
        assertEquals(id(NUMERIC, Value.of(5)), id(NUMERIC, Value.of(" 5")));
        assertEquals(id(NUMERIC, Value.of(0)), id(NUMERIC, Value.of("-0")));
        assertEquals(new Destination.None(), NUMERIC.map(Value.of(" -5")));
    }

    // ranges

    @Property
    void rangeMap_holdsWhatLiesBetween(
            @ForAll @Size(max = 3) byte[] from, @ForAll @Size(max = 3) byte[] to, @ForAll @Size(max = 3) byte[] other) {
        Destination range = rangeMap(from, to);
        KeyspaceId id = KeyspaceId.of(other);
        boolean between = id.compareTo(KeyspaceId.of(from)) >= 0 && id.compareTo(KeyspaceId.of(to)) < 0;
        assertEquals(between, range instanceof Destination.Range part && part.range().contains(id));
    }

    @Test
    void rangeMap_toNoBytes_isNowhere_notOpen() {
        assertEquals(new Destination.None(), rangeMap(new byte[0], new byte[0]));
        assertEquals(new Destination.None(), rangeMap(new byte[]{1}, new byte[0]));
        assertEquals(new Destination.Range(KeyRange.parse("-01")), rangeMap(new byte[0], new byte[]{1}));
    }

    @Property
    void rangeMap_ofNumbers_holdsWhatLiesBetween(@ForAll @IntRange(min = -3, max = 300) int from,
            @ForAll @IntRange(min = -3, max = 300) int to, @ForAll @IntRange(max = 300) int other) {
        Destination range = numbers(Value.of(from), Value.of(to));
        KeyspaceId id = id(NUMERIC, Value.of(other));
        assertEquals(from <= other && other < to,
                range instanceof Destination.Range part && part.range().contains(id));
    }

    @Test
    void rangeMap_ofNumbers_isUnsigned() {
        assertEquals("DestinationKeyRange(0000000000000001-ffffffffffffffff)",
                numbers(Value.of(1), Value.ofUnsigned(-1)).toString());
        assertEquals(new Destination.None(), numbers(Value.ofUnsigned(-1), Value.of(1)));
        assertEquals(new Destination.None(), numbers(Value.of(-2), Value.of(-1)));
    }

    @Test
    void rangeMap_ofWhatIsNoInteger_isRefused() {
        for (Value bad : new Value[]{Value.NULL, Value.of("a"), Value.of(Type.DECIMAL, "1.5")}) {
            assertCode(ErrorCode.SR04002, () -> numbers(bad, Value.of(1)));
            assertCode(ErrorCode.SR04002, () -> numbers(Value.of(1), bad));
        }
    }

    private static Destination numbers(Value from, Value to) {
        return assertInstanceOf(Sequential.class, NUMERIC).rangeMap(from, to);
    }

    private static Destination rangeMap(byte[] from, byte[] to) {
        return assertInstanceOf(Sequential.class, BINARY).rangeMap(Value.of(from), Value.of(to));
    }

    private static KeyspaceId id(SingleColumnVindex vindex, Value value) {
        return assertInstanceOf(Destination.Id.class, vindex.map(value)).id();
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
