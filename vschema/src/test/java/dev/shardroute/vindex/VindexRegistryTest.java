package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.LookupTable.ReadLock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VindexRegistryTest {
    // types

    @Test
    void standard_hasTheTypesOfVitess() {
        assertEquals(23, VindexRegistry.standard().types().size());
    }

    @Test
    void create_namesTheVindexAsDeclared() {
        Vindex vindex = VindexRegistry.standard().create("hash", "user_index", Map.of("unknown", "ignored"));
        assertEquals("user_index", vindex.name());
        assertEquals("hash", vindex.type());
        assertEquals(1, vindex.cost());
        assertTrue(vindex.isUnique());
        assertTrue(vindex.has(Capability.REVERSIBLE));
    }

    @Test
    void create_ofAnUnknownType_isRefused() {
        assertCode(ErrorCode.SR02002, () -> Vindexes.of("hsah"));
    }

    /** The cost, U for unique, and the capabilities; every lookup has LOOKUP and NEEDS_QUERIES besides. */
    @ParameterizedTest
    @CsvSource({
        "binary, 0, U, HASHING REVERSIBLE SEQUENTIAL",
        "binary_md5, 1, U, HASHING",
        "cfc, 1, U, PREFIX",
        "consistent_lookup, 20, , LOOKUP_PLANNABLE",
        "consistent_lookup_unique, 10, U, LOOKUP_PLANNABLE",
        "hash, 1, U, HASHING REVERSIBLE",
        "lookup, 20, , LOOKUP_PLANNABLE",
        "lookup_cost, 5, , LOOKUP_PLANNABLE",
        "lookup_hash, 20, , LOOKUP_PLANNABLE",
        "lookup_hash_unique, 10, U, LOOKUP_PLANNABLE",
        "lookup_unicodeloosemd5_hash, 20, , ",
        "lookup_unicodeloosemd5_hash_unique, 10, U, ",
        "lookup_unique, 10, U, LOOKUP_PLANNABLE",
        "multicol, 1, U, MULTI_COLUMN PARTIAL",
        "null, 100, U, ",
        "numeric, 0, U, HASHING REVERSIBLE SEQUENTIAL",
        "numeric_static_map, 1, U, HASHING",
        "region_experimental, 1, U, MULTI_COLUMN PARTIAL",
        "region_json, 1, U, MULTI_COLUMN",
        "reverse_bits, 1, U, HASHING REVERSIBLE",
        "unicode_loose_md5, 1, U, HASHING",
        "unicode_loose_xxhash, 1, U, HASHING",
        "xxhash, 1, U, HASHING",
    })
    void traits_areThoseOfVitess(String type, int cost, String unique, String capabilities) {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        if (capabilities != null) {
            Stream.of(capabilities.split(" ", -1)).map(Capability::valueOf).forEach(all::add);
        }
        if (type.contains("lookup")) {
            all.addAll(Set.of(Capability.LOOKUP, Capability.NEEDS_QUERIES));
        }
        assertEquals(new VindexTraits(type, cost, unique != null, all),
                VindexRegistry.standard().traits(type).orElseThrow());
    }

    @Test
    void lookups_withoutOwnQuery_cannotBePlanned() {
        assertTrue(Vindexes.of("lookup_hash").has(Capability.LOOKUP_PLANNABLE));
        assertFalse(Vindexes.of("lookup_unicodeloosemd5_hash").has(Capability.LOOKUP_PLANNABLE));
    }

    @Test
    void with_addsAType_andLeavesTheOldRegistryAlone() {
        VindexRegistry mine = VindexRegistry.standard().with(new InstalledFactory());
        assertEquals(3, mine.create("one_shard", "m", Map.of()).cost());
        assertEquals(24, mine.types().size());
        assertEquals(23, VindexRegistry.standard().types().size());
    }

    // several columns

    @Test
    void multicol_costsWhatItsColumnsCost() {
        assertEquals(2, Vindexes.of("multicol", Map.of("column_count", "2")).cost());
        Map<String, String> binary = Map.of("column_count", "3", "column_vindex", "binary,binary");
        assertEquals(1, Vindexes.of("multicol", binary).cost());
    }

    @ParameterizedTest
    @CsvSource({"column_count, 0", "column_count, 9", "column_count, x", "other, 1"})
    void multicol_withoutItsColumnCount_isRefused(String param, String value) {
        assertCode(ErrorCode.SR02004, () -> Vindexes.of("multicol", Map.of(param, value)));
    }

    @ParameterizedTest
    @CsvSource({"9", "a", "-1", "'1,2,3'", "'8,1'"})
    void multicol_ofBytesThatDoNotFit_isRefused(String bytes) {
        Map<String, String> params = Map.of("column_count", "2", "column_bytes", bytes);
        assertCode(ErrorCode.SR02004, () -> Vindexes.of("multicol", params));
    }

    @Test
    void partsOfAVindex_mayBeOfAnyTypeOfItsRegistry() {
        VindexRegistry mine = VindexRegistry.standard().with(new FirstByteFactory());
        Map<String, String> columns = Map.of("column_count", "2", "column_vindex", "first_byte", "column_bytes", "1");
        MultiColumnVindex multicol = assertInstanceOf(MultiColumnVindex.class, mine.create("multicol", "m", columns));
        assertEquals("DestinationKeyRange(62-63)", multicol.map(List.of(Value.of("bcd"))).toString());
        Map<String, String> fallback = Map.of("json", "{}", "fallback_type", "first_byte");
        SingleColumnVindex map =
                assertInstanceOf(SingleColumnVindex.class, mine.create("numeric_static_map", "m", fallback));
        assertEquals("DestinationKeyspaceID(34)", map.map(Value.of(42)).toString());
        assertCode(ErrorCode.SR02004, () -> Vindexes.of("multicol", columns));
        assertCode(ErrorCode.SR02004, () -> Vindexes.of("numeric_static_map", fallback));
    }

    /** A type of somebody else that hashes. */
    private record FirstByteFactory() implements VindexFactory {
        @Override
        public VindexTraits traits() {
            return VindexTraits.unique("first_byte", 2, Capability.HASHING);
        }

        @Override
        public Vindex create(String name, Map<String, String> params) {
            return new FirstByte(name, traits());
        }
    }

    private record FirstByte(String name, VindexTraits traits) implements Hashing {
        @Override
        public KeyspaceId hash(Value value) {
            return KeyspaceId.of(new byte[]{value.byteAt(0)});
        }
    }

    @ParameterizedTest
    @CsvSource({"null", "lookup", "nothing", "'hash,hash'"})
    void multicol_ofWhatDoesNotHash_isRefused(String type) {
        Map<String, String> params = Map.of("column_count", "1", "column_vindex", type);
        assertCode(ErrorCode.SR02004, () -> Vindexes.of("multicol", params));
    }

    // lookup tables

    @Test
    void lookup_readsItsTable() {
        Lookup lookup = assertInstanceOf(
                Lookup.class, Vindexes.of("lookup", Map.of("table", "ks.t", "from", "a, b", "to", "keyspace_id")));
        assertEquals("ks.t", lookup.lookup().table());
        assertEquals(List.of("a", "b"), lookup.lookup().from());
        assertEquals("keyspace_id", lookup.lookup().to());
        assertEquals(ReadLock.EXCLUSIVE, lookup.lookup().readLock());
        assertFalse(lookup.has(Capability.BACKFILLING));
    }

    @Test
    void lookup_thatIsOnlyWritten_isBackfilling() {
        assertTrue(Vindexes.of("lookup_unique", Map.of("write_only", "true")).has(Capability.BACKFILLING));
    }

    @Test
    void lookupCost_takesItsCost() {
        assertEquals(100, Vindexes.of("lookup_cost", Map.of("cost", "100")).cost());
        assertEquals(10, Vindexes.of("lookup_unique", Map.of("cost", "100")).cost());
    }

    @ParameterizedTest
    @CsvSource({"write_only, yes", "ignore_nulls, TRUE", "read_lock, hello", "batch_lookup, ''",
        "no_verify, 1", "autocommit, True", "multi_shard_autocommit, on", "read_lock, ''"})
    void lookup_withABadParameter_isRefused(String param, String value) {
        assertCode(ErrorCode.SR02004, () -> Vindexes.of("lookup", Map.of(param, value)));
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
