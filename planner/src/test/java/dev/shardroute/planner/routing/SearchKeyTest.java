package dev.shardroute.planner.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.routing.SearchKey.Anywhere;
import dev.shardroute.planner.routing.SearchKey.Known;
import dev.shardroute.planner.routing.SearchKey.Nowhere;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vindex.VindexRegistry;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchKeyTest {
    private static final Vindex HASH = VindexRegistry.standard().create("hash", "hash", Map.of());
    private static final Vindex XXHASH = VindexRegistry.standard().create("xxhash", "xxhash", Map.of());

    @ParameterizedTest
    @CsvSource({"5, 5", "5.0, 5", "' 5', 5", "5 apples, 5", "-5e1x, -50", ".5e1, 5", "abc, 0", "'', 0"})
    void text_isTheIntegerThatMySqlReads(String text, long integer) {
        SearchKey key = SearchKey.of(HASH, Value.of(text));
        Value value = ((Known) key).value();
        assertEquals(integer, value.toUnsignedLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.5", ".1", "1e-3"})
    void fraction_isNowhere(String text) {
        assertEquals(new Nowhere(), SearchKey.of(HASH, Value.of(text)));
        assertEquals(new Nowhere(), SearchKey.of(HASH, Value.of(Type.FLOAT64, text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e20", "9007199254740993.0", "1e999999999", "18446744073709551616"})
    void text_thatIsNotExactAsANumber_isAnywhere(String text) {
        assertEquals(new Anywhere(), SearchKey.of(HASH, Value.of(text)));
    }

    @Test
    void decimal_isExact() {
        assertEquals(new Known(Value.of(5)), SearchKey.of(HASH, decimal("5.00")));
        assertEquals(new Known(Value.of(9007199254740993L)), SearchKey.of(HASH, decimal("9007199254740993.0")));
        assertEquals(new Known(Value.ofUnsigned(-1)), SearchKey.of(HASH, decimal("18446744073709551615.0")));
        assertEquals(new Nowhere(), SearchKey.of(HASH, decimal("18446744073709551616")));
        assertEquals(new Nowhere(), SearchKey.of(HASH, decimal("-9223372036854775809")));
        assertEquals(new Nowhere(), SearchKey.of(HASH, decimal("5.5")));
    }

    private static Value decimal(String text) {
        return Value.of(Type.DECIMAL, text);
    }

    @Test
    void otherVindexes_mapTheValueAsItIs() {
        for (Value value : List.of(Value.of("5.0"), Value.of(5), Value.of(new byte[]{1}), Value.NULL)) {
            assertEquals(new Known(value), SearchKey.of(XXHASH, value));
        }
        assertEquals(new Anywhere(), SearchKey.of(XXHASH, decimal("5")));
        assertEquals(new Anywhere(), SearchKey.of(XXHASH, Value.of(Type.FLOAT64, "5")));
    }

    @Test
    void dateAndDocument_areAnywhere() {
        assertEquals(new Anywhere(), SearchKey.of(HASH, Value.of(Type.DATE, "2026-11-24")));
        assertEquals(new Anywhere(), SearchKey.of(HASH, Value.of(Type.JSON, "5")));
    }

    // law: however an integer is written, it is found where it is

    @Property
    void integer_isItselfHoweverItIsWritten(@ForAll int integer) {
        for (Value value : List.of(Value.of(integer + ".0"), decimal(integer + ".000"), Value.of(" " + integer + "x"),
                Value.of(Type.FLOAT64, Double.toString(integer)))) {
            assertEquals(new Known(Value.of(integer)), SearchKey.of(HASH, value));
        }
    }
}
