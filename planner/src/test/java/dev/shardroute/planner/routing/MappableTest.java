package dev.shardroute.planner.routing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vindex.VindexRegistry;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MappableTest {
    private static final Vindex HASH = VindexRegistry.standard().create("hash", "hash", Map.of());
    private static final Vindex XXHASH = VindexRegistry.standard().create("xxhash", "xxhash", Map.of());

    @Test
    void fraction_isNotMapped() {
        assertFalse(Mappable.isMappable(HASH, Value.of(Type.DECIMAL, "5.0")));
        assertFalse(Mappable.isMappable(XXHASH, Value.of(Type.FLOAT64, "5")));
    }

    // law: of integers in byte order, all that are between to MySQL are between byte by byte

    @Property
    void byteOrder_isThatOfIntegers(@ForAll @LongRange(min = 0, max = 2000) long low,
            @ForAll @LongRange(min = 0, max = 2000) long high, @ForAll @LongRange(min = 0, max = 2000) long value) {
        if (Mappable.isByteOrdered(Value.of(low), Value.of(high), Optional.of(Type.INT64)) && low <= value
                && value <= high) {
            assertTrue(Long.toString(low).compareTo(Long.toString(value)) <= 0);
            assertTrue(Long.toString(value).compareTo(Long.toString(high)) <= 0);
        }
    }

    @Test
    void strings_areInByteOrderWhenTheyAreBinary() {
        Value a = Value.of("a");
        Value b = Value.of("b");
        assertTrue(Mappable.isByteOrdered(a, b, Optional.of(Type.VARBINARY)));
        assertFalse(Mappable.isByteOrdered(a, b, Optional.of(Type.VARCHAR)));
        assertFalse(Mappable.isByteOrdered(a, b, Optional.empty()));
        assertTrue(Mappable.isByteOrdered(Value.of(new byte[]{1}), Value.of(new byte[]{2}), Optional.empty()));
    }
}
