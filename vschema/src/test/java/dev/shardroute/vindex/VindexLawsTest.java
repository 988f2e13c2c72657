package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for every type that computes: one that is registered and not here fails {@link #everyType_isHere}. */
final class VindexLawsTest {
    private static final Map<String, String> REGIONS = Map.of("region_bytes", "2");

    private static final List<SingleColumnVindex> SINGLE = Stream.concat(
            Stream.of("binary", "binary_md5", "cfc", "hash", "null", "numeric", "reverse_bits", "unicode_loose_md5",
                    "unicode_loose_xxhash", "xxhash").map(Vindexes::of),
            Stream.of(Vindexes.of("numeric_static_map", Map.of("json", "{\"1\": 7, \"2\": 7}"))))
            .map(SingleColumnVindex.class::cast).toList();

    private static final List<MultiColumnVindex> MULTI = Stream.of(
            Vindexes.of("multicol", Map.of("column_count", "2")), Vindexes.of("region_experimental", REGIONS))
            .map(MultiColumnVindex.class::cast).toList();

    /** It reads a file, and has a test of its own. */
    private static final Set<String> ELSEWHERE = Set.of("region_json");

    @Test
    void everyType_isHere() {
        VindexRegistry registry = VindexRegistry.standard();
        Set<String> computing = registry.types().stream()
                .filter(type -> !registry.traits(type).orElseThrow().capabilities().contains(Capability.LOOKUP))
                .filter(type -> !ELSEWHERE.contains(type))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(computing, Stream.concat(SINGLE.stream(), MULTI.stream()).map(Vindex::type)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Property
    void verify_agreesWithMap(@ForAll("values") Value value, @ForAll("values") Value other) {
        for (SingleColumnVindex vindex : SINGLE) {
            if (vindex.map(value) instanceof Destination.Id(var id)) {
                assertTrue(vindex.verify(value, id), vindex::type);
                assertFalse(vindex.verify(value, longer(id)), vindex::type);
                if (vindex.map(other) instanceof Destination.Id(var otherId)) {
                    assertEquals(id.sameBytes(otherId), vindex.verify(other, id), vindex::type);
                }
            }
        }
    }

    @Property
    void verify_agreesWithMap_ofSeveralColumns(
            @ForAll("numbers") Value first, @ForAll("numbers") Value second, @ForAll("numbers") Value other) {
        for (MultiColumnVindex vindex : MULTI) {
            List<Value> values = List.of(first, second);
            if (vindex.map(values) instanceof Destination.Id(var id)) {
                assertTrue(vindex.verify(values, id), vindex::type);
                assertFalse(vindex.verify(values, longer(id)), vindex::type);
                if (vindex.map(List.of(first, other)) instanceof Destination.Id(var otherId)) {
                    assertEquals(id.sameBytes(otherId), vindex.verify(List.of(first, other), id), vindex::type);
                }
            }
        }
    }

    @Property
    void reverseMap_isTheOtherWayRound(@ForAll("values") Value value) {
        for (SingleColumnVindex vindex : SINGLE) {
            assertEquals(vindex.has(Capability.REVERSIBLE), vindex instanceof Reversible, vindex::type);
            if (vindex instanceof Reversible reversible && vindex.map(value) instanceof Destination.Id(var id)) {
                Value reversed = reversible.reverseMap(id);
                assertEquals(new Destination.Id(id), vindex.map(reversed), vindex::type);
                assertTrue(vindex.verify(reversed, id), vindex::type);
            }
        }
    }

    private static KeyspaceId longer(KeyspaceId id) {
        return KeyspaceId.parse(id + "01");
    }

    @Provide
    Arbitrary<Value> values() {
        return Arbitraries.oneOf(numbers(), Arbitraries.strings().ofMaxLength(20).map(Value::of));
    }

    @Provide
    Arbitrary<Value> numbers() {
        return Arbitraries.oneOf(Arbitraries.longs().map(Value::of), Arbitraries.longs().map(Value::ofUnsigned),
                Arbitraries.longs().between(0, 3).map(Value::of));
    }
}
