package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types whose parameters say what they map: {@code cfc}, {@code multicol}, {@code numeric_static_map}, {@code region_*}. */
final class ParameterizedVindexTest {
    private static final Map<String, String> MD5 = Map.of("hash", "md5", "offsets", "[2,5]");

    // cfc

    @Property
    void prefixOfAKey_holdsTheKey(@ForAll @Size(min = 5, max = 12) byte[] key, @ForAll @IntRange(max = 12) int length) {
        byte[] prefix = Arrays.copyOf(key, Math.min(length, key.length));
        for (Map<String, String> params : List.of(MD5, Map.<String, String>of())) {
            CfcVindex cfc = (CfcVindex) Vindexes.of("cfc", params);
            KeyspaceId id = assertInstanceOf(Destination.Id.class, cfc.map(Value.of(key))).id();
            assertTrue(holds(cfc.prefix().map(Value.of(pattern(prefix))), id));
            assertTrue(cfc.verify(Value.of(key), id) && cfc.prefix().verify(Value.of(key), id));
        }
    }

    /** The pattern of what begins with these bytes. */
    private static byte[] pattern(byte[] prefix) {
        byte[] pattern = new byte[2 * prefix.length + 1];
        int length = 0;
        for (byte next : prefix) {
            if (next == '%' || next == '_' || next == '\\') {
                pattern[length++] = '\\';
            }
            pattern[length++] = next;
        }
        pattern[length++] = '%';
        return Arrays.copyOf(pattern, length);
    }

    private static boolean holds(Destination destination, KeyspaceId id) {
        return switch (destination) {
            case Destination.Range(var range) -> range.contains(id);
            case Destination.AllShards all -> true;
            default -> throw new AssertionError(destination);
        };
    }

    @Test
    void patternWithAWildcardInTheLastComponent_isRoutedByTheOthers() {
        Prefixable cfc = assertInstanceOf(Prefixable.class, Vindexes.of("cfc", MD5));
        Destination.Range whole = assertInstanceOf(Destination.Range.class, cfc.prefix().map(Value.of("abcdef")));
        Destination.Range open = assertInstanceOf(Destination.Range.class, cfc.prefix().map(Value.of("abcdef%")));
        assertEquals(6, whole.range().start().length());
        assertEquals(5, open.range().start().length());
        assertEquals(new Destination.AllShards(), cfc.prefix().map(Value.of("a%")));
    }

    @Test
    void prefixVindex_isOfTheSameName_andNotUnique() {
        SingleColumnVindex prefix = assertInstanceOf(Prefixable.class, Vindexes.of("cfc", MD5)).prefix();
        assertEquals("cfc", prefix.name());
        assertEquals(2, prefix.cost());
        assertFalse(prefix.isUnique());
    }

    @Test
    void keyThatIsTooShort_isRefused() {
        SingleColumnVindex cfc = assertInstanceOf(SingleColumnVindex.class, Vindexes.of("cfc", MD5));
        assertCode(ErrorCode.SR04002, () -> cfc.map(Value.of("abcd")));
        assertCode(ErrorCode.SR04002, () -> cfc.verify(Value.NULL, KeyspaceId.EMPTY));
        assertCode(ErrorCode.SR04002, () -> cfc.map(Value.of(Type.EXPRESSION, "abcdef")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"md5| ''", "md5| [0,1]", "md5| [1,1]", "md5| 1", "md5| [1,]", "sha| [1]",
        "xxhash64| [99999999999]"})
    void cfcOfBadParameters_isRefused(String hash, String offsets) {
        assertCode(ErrorCode.SR02004, () -> Vindexes.of("cfc", Map.of("hash", hash, "offsets", offsets)));
    }

    // multicol

    @Property
    void fewerColumns_holdAllOfThem(@ForAll @Size(3) List<Integer> numbers, @ForAll @IntRange(max = 2) int count) {
        MultiColumnVindex multicol = multi("multicol", Map.of("column_count", "3", "column_vindex", "hash,binary"));
        List<Value> values = numbers.stream().map(Value::of).toList();
        KeyspaceId id = assertInstanceOf(Destination.Id.class, multicol.map(values)).id();
        assertTrue(holds(multicol.map(values.subList(0, count)), id));
        assertTrue(multicol.verify(values, id));
    }

    @Test
    void shortIdOfAColumn_isFilledUp_butNotAtTheEnd() {
        Map<String, String> params =
                Map.of("column_count", "2", "column_vindex", "binary,binary", "column_bytes", "3,4");
        MultiColumnVindex multicol = multi("multicol", params);
        assertEquals("DestinationKeyspaceID(61000062)",
                multicol.map(List.of(Value.of("a"), Value.of("b"))).toString());
        assertEquals("DestinationKeyspaceID(616263)",
                multicol.map(List.of(Value.of("abcd"), Value.NULL)).toString());
        assertEquals("DestinationKeyRange(61-62)", multicol.map(List.of(Value.of("a"))).toString());
        assertEquals(new Destination.AllShards(), multicol.map(List.of()));
    }

    @Test
    void tooManyValues_areNowhere_andCannotBeVerified() {
        MultiColumnVindex multicol = multi("multicol", Map.of("column_count", "1"));
        List<Value> values = List.of(Value.of(1), Value.of(2));
        assertEquals(new Destination.None(), multicol.map(values));
        assertCode(ErrorCode.SR04003, () -> multicol.verify(values, KeyspaceId.EMPTY));
    }

    @Test
    void parametersThatMulticolDoesNotKnow_areForItsColumns() {
        Map<String, String> params =
                Map.of("column_count", "1", "column_vindex", "numeric_static_map", "json", "{\"1\": 2}");
        assertEquals("DestinationKeyspaceID(0000000000000002)",
                multi("multicol", params).map(List.of(Value.of(1))).toString());
    }

    // numeric_static_map

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"a\": 1}", "{\"1\": -1}", "{\"1\": 1.5}", "{\"1\": \"2\"}", "{\"1\": null}",
        "{\"1\": 18446744073709551616}", "{\"1\": 1, \"1\": 2}", "{\"1\": 1, \"01\": 2}", "{} {}", "{\"+1\": 1}"})
    void tableThatIsNone_isRefused(String json) {
        assertCode(ErrorCode.SR02004, () -> Vindexes.of("numeric_static_map", Map.of("json", json)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "lookup", "cfc", "multicol", "nothing", ""})
    void fallbackThatDoesNotHash_isRefused(String type) {
        Map<String, String> params = Map.of("json", "{}", "fallback_type", type);
        assertCode(ErrorCode.SR02004, () -> Vindexes.of("numeric_static_map", params));
    }

    @Property
    void staticMap_verifiesWhatItMaps(@ForAll long number) {
        SingleColumnVindex map = assertInstanceOf(SingleColumnVindex.class, Vindexes.of("numeric_static_map",
                Map.of("json", "{\"0\": 7, \"1\": 18446744073709551615}", "fallback_type", "hash")));
        Value value = Value.ofUnsigned(number);
        KeyspaceId id = assertInstanceOf(Destination.Id.class, map.map(value)).id();
        assertTrue(map.verify(value, id));
    }

    // region_experimental and region_json

    @Property
    void region_holdsItsRows(@ForAll @IntRange(max = 70_000) int region, @ForAll long number) {
        for (String bytes : List.of("1", "2")) {
            MultiColumnVindex vindex = multi("region_experimental", Map.of("region_bytes", bytes));
            List<Value> values = List.of(Value.of(region), Value.ofUnsigned(number));
            KeyspaceId id = assertInstanceOf(Destination.Id.class, vindex.map(values)).id();
            assertTrue(holds(vindex.map(values.subList(0, 1)), id));
            assertTrue(vindex.verify(values, id));
        }
    }

    @Test
    void regionJson_takesTheRegionFromItsFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("regions.json"), "{\"US\": 1, \"FR\": 258}");
        Map<String, String> params = Map.of("region_map", file.toString(), "region_bytes", "2");
        MultiColumnVindex vindex = multi("region_json", params);
        assertEquals("DestinationKeyspaceID(0102166b40b44aba4bd6)",
                vindex.map(List.of(Value.of(1), Value.of("FR"))).toString());
        assertEquals(new Destination.None(), vindex.map(List.of(Value.of(1), Value.of("fr"))));
        assertEquals(new Destination.None(), vindex.map(List.of(Value.of("a"), Value.of("US"))));
        assertEquals(new Destination.None(), vindex.map(List.of(Value.of(1))));
        assertTrue(vindex.verify(List.of(Value.of(1), Value.of("US")), KeyspaceId.parse("0001166b40b44aba4bd6")));
        assertFalse(vindex.verify(List.of(Value.of(1)), KeyspaceId.parse("0001")));
    }

    @ParameterizedTest
    @CsvSource({"1, /no/such/file", "3, /dev/null", ", /no/such/file"})
    void regionJsonOfBadParameters_isRefused(String bytes, String file) {
        Map<String, String> params =
                bytes == null ? Map.of("region_map", file) : Map.of("region_map", file, "region_bytes", bytes);
        assertCode(ErrorCode.SR02004, () -> Vindexes.of("region_json", params));
    }

    private static MultiColumnVindex multi(String type, Map<String, String> params) {
        return assertInstanceOf(MultiColumnVindex.class, Vindexes.of(type, params));
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
