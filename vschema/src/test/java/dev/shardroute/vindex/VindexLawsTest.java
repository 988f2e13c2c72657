package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The laws that hold for all types alike, whatever values they are given. */
final class VindexLawsTest {
    private static final List<Vindex> FUNCTIONAL = functional();

    private static List<Vindex> functional() {
        String table = "{\"0\": 7, \"12\": 18446744073709551615}";
        String regions = Path.of(Objects.requireNonNull(
                VindexLawsTest.class.getResource("regions.json"), "regions.json").getPath()).toString();
        return List.of(
                Vindexes.of("binary"),
                Vindexes.of("binary_md5"),
                Vindexes.of("cfc"),
                Vindexes.of("cfc", Map.of("hash", "md5", "offsets", "[1,3]")),
                Vindexes.of("cfc", Map.of("hash", "xxhash64", "offsets", "[2]")),
                Vindexes.of("hash"),
                Vindexes.of("multicol", Map.of("column_count", "2")),
                Vindexes.of("multicol",
                        Map.of("column_count", "2", "column_vindex", "xxhash,unicode_loose_md5", "column_bytes", "3")),
                Vindexes.of("null"),
                Vindexes.of("numeric"),
                Vindexes.of("numeric_static_map", Map.of("json", table)),
                Vindexes.of("numeric_static_map", Map.of("json", table, "fallback_type", "unicode_loose_xxhash")),
                Vindexes.of("region_experimental", Map.of("region_bytes", "1")),
                Vindexes.of("region_experimental", Map.of("region_bytes", "2")),
                Vindexes.of("region_json", Map.of("region_map", regions, "region_bytes", "2")),
                Vindexes.of("reverse_bits"),
                Vindexes.of("unicode_loose_md5"),
                Vindexes.of("unicode_loose_xxhash"),
                Vindexes.of("xxhash"));
    }

    private static <T> Stream<T> those(Class<T> ability) {
        return FUNCTIONAL.stream().filter(ability::isInstance).map(ability::cast);
    }

    // types

    @Test
    void everyType_isALookup_orAmongThese() {
        Set<String> types = FUNCTIONAL.stream().map(Vindex::type).collect(Collectors.toCollection(HashSet::new));
        assertEquals(14, types.size());
        VindexRegistry.standard().types().stream().filter(type -> type.contains("lookup")).forEach(types::add);
        assertEquals(VindexRegistry.standard().types(), types);
    }

    @Test
    void capabilities_areWhatAVindexImplements() {
        Map<Capability, Class<?>> classes = Map.of(
                Capability.HASHING, Hashing.class,
                Capability.REVERSIBLE, Reversible.class,
                Capability.SEQUENTIAL, Sequential.class,
                Capability.PREFIX, Prefixable.class,
                Capability.MULTI_COLUMN, MultiColumnVindex.class,
                Capability.LOOKUP, Lookup.class,
                Capability.LOOKUP_PLANNABLE, LookupPlannable.class,
                Capability.NEEDS_QUERIES, Lookup.class);
        Stream<Vindex> lookups =
                VindexRegistry.standard().types().stream().filter(type -> type.contains("lookup")).map(Vindexes::of);
        assertAll(Stream.concat(FUNCTIONAL.stream(), lookups).flatMap(vindex -> classes.entrySet().stream()
                .map(entry -> () -> assertEquals(entry.getValue().isInstance(vindex), vindex.has(entry.getKey()),
                        vindex.type() + " " + entry.getKey()))));
    }

    // map and verify

    @Property(tries = 3000)
    void verify_agreesWithMap(@ForAll("values") Value value, @ForAll @Size(max = 16) byte[] other) {
        those(SingleColumnVindex.class).forEach(vindex -> {
            Optional<KeyspaceId> id = mapped(() -> vindex.map(value));
            if (id.isEmpty()) {
                assertRefused(() -> vindex.verify(value, KeyspaceId.of(other)));
            } else {
                assertTrue(vindex.verify(value, id.get()), vindex::toString);
                assertEquals(id.get().sameBytes(KeyspaceId.of(other)), vindex.verify(value, KeyspaceId.of(other)));
            }
        });
    }

    @Property(tries = 3000)
    void hash_agreesWithMap(@ForAll("values") Value value) {
        those(Hashing.class).forEach(vindex -> {
            Optional<KeyspaceId> id = mapped(() -> vindex.map(value));
            if (id.isEmpty()) {
                assertRefused(() -> vindex.hash(value));
            } else {
                assertTrue(vindex.hash(value).sameBytes(id.get()), vindex::toString);
            }
        });
    }

    @Property(tries = 3000)
    void verify_agreesWithMap_ofSeveralColumns(@ForAll("values") Value first, @ForAll("seconds") Value second,
            @ForAll @Size(max = 16) byte[] other) {
        List<Value> values = List.of(first, second);
        those(MultiColumnVindex.class).forEach(vindex -> {
            Optional<KeyspaceId> id = mapped(() -> vindex.map(values));
            if (id.isPresent()) {
                assertTrue(vindex.verify(values, id.get()), vindex::toString);
                assertEquals(id.get().sameBytes(KeyspaceId.of(other)), vindex.verify(values, KeyspaceId.of(other)));
            } else if (!vindex.type().equals("multicol")) {
                assertEquals(false, vindex.verify(values, KeyspaceId.of(other)));
            } else {
                assertRefused(() -> vindex.verify(values, KeyspaceId.of(other)));
            }
        });
    }

    // map and reverseMap

    @Property
    void reverseMap_givesAValueThatMapsToTheId(@ForAll @Size(8) byte[] bytes) {
        KeyspaceId id = KeyspaceId.of(bytes);
        assertEquals(4, those(Reversible.class).count());
        those(Reversible.class).forEach(vindex -> assertTrue(vindex.verify(vindex.reverseMap(id), id)));
    }

    @Property(tries = 3000)
    void reverseMap_givesTheValueBack(@ForAll("values") Value value) {
        those(Reversible.class).forEach(vindex -> mapped(() -> vindex.map(value)).ifPresent(id -> {
            Value reversed = vindex.reverseMap(id);
            if (vindex.type().equals("binary")) {
                assertEquals(Value.of(value.rawBytes()), reversed);
            } else {
                assertEquals(Value.ofUnsigned(value.toUnsignedLong()), reversed);
            }
        }));
    }

    // values

    @Provide
    Arbitrary<Value> values() {
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Value::of),
                Arbitraries.integers().between(-20, 20).map(Value::of),
                Arbitraries.longs().map(Value::ofUnsigned),
                Arbitraries.longs().map(number -> Value.of(" " + number + " ")),
                Arbitraries.strings().ofMaxLength(30).map(Value::of),
                bytes.map(Value::of),
                bytes.map(some -> Value.of(Type.VARCHAR, some)),
                bytes.map(some -> Value.of(Type.HEXVAL, "x'" + HexFormat.of().formatHex(some) + "'")),
                Arbitraries.longs().map(bits -> Value.of(Type.BITNUM, "0b" + Long.toBinaryString(bits))),
                Arbitraries.bigDecimals().map(number -> Value.of(Type.DECIMAL, number.toPlainString())),
                Arbitraries.just(Value.NULL),
                Arbitraries.just(Value.of(Type.EXPRESSION, "now()")));
    }

    /** With regions that are in the table. */
    @Provide
    Arbitrary<Value> seconds() {
        return Arbitraries.oneOf(values(), Arbitraries.of("US", "FR").map(Value::of));
    }

    /** The keyspace id; empty for a value that belongs nowhere, and for one that is refused. */
    private static Optional<KeyspaceId> mapped(Supplier<Destination> map) {
        try {
            return switch (map.get()) {
                case Destination.Id(var id) -> Optional.of(id);
                case Destination.None none -> Optional.empty();
                default -> throw new AssertionError("a functional vindex maps to one keyspace id or none");
            };
        } catch (ShardrouteException e) {
            assertEquals(ErrorCode.SR04002, e.code());
            return Optional.empty();
        }
    }

    private static void assertRefused(Runnable action) {
        assertEquals(ErrorCode.SR04002, assertThrows(ShardrouteException.class, action::run).code());
    }
}
