package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which vindex is best. */
final class VindexChoiceTest {
    private static final Map<String, String> LOOKUP = Map.of("table", "l", "from", "c", "to", "k");

    private final Keyspace keyspace = VSchema.builder().keyspace("ks", ks -> ks.sharded()
            .vindex("hash", "hash").vindex("binary", "binary").vindex("null", "null")
            .vindex("lookup", "lookup_unique", LOOKUP)
            .vindex("region", "region_experimental", Map.of("region_bytes", "1"))
            .table("one", table -> table.columnVindex("hash", "a"))
            .table("cheaper", table -> table.columnVindex("hash", "a").columnVindex("binary", "b"))
            .table("dear", table -> table.columnVindex("null", "a"))
            .table("asks", table -> table.columnVindex("lookup", "a"))
            .table("several", table -> table.columnVindex("region", "a", "b")))
            .keyspace("main", ks -> ks.table("plain")).build().keyspace("ks");

    @Test
    void forKeyspaceIds_isTheCheapestThatComputes() {
        assertEquals(List.of("hash", "binary", "null", "region"), List.of("one", "cheaper", "dear", "several").stream()
                .map(this::table).map(table -> VindexChoice.forKeyspaceIds(table).name()).toList());
        assertCode(ErrorCode.SR02009, () -> VindexChoice.forKeyspaceIds(table("asks")));
        assertCode(ErrorCode.VT09001, () -> VindexChoice.forKeyspaceIds(Table.bare("main", "plain")));
    }

    @Test
    void forSharding_isTheCheapest_ifItIsCheap() {
        assertEquals(List.of("hash", "binary", "region"), List.of("one", "cheaper", "several").stream()
                .map(this::table).map(table -> VindexChoice.forSharding(table).name()).toList());
        assertCode(ErrorCode.SR02009, () -> VindexChoice.forSharding(table("dear")));
        assertCode(ErrorCode.SR02009, () -> VindexChoice.forSharding(table("asks")));
        assertCode(ErrorCode.VT09001, () -> VindexChoice.forSharding(Table.bare("main", "plain")));
    }

    @Test
    void typeFor_isForWholeNumbersBytesAndText() {
        for (Type type : Type.values()) {
            Optional<String> expected = switch (type) {
                case TEXT, VARCHAR, CHAR -> Optional.of("unicode_loose_xxhash");
                case INT8, UINT8, INT16, UINT16, INT24, UINT24, INT32, UINT32, INT64, UINT64, YEAR, BLOB, VARBINARY,
                        BINARY ->
                        Optional.of("xxhash");
                default -> Optional.empty();
            };
            assertEquals(expected, VindexChoice.typeFor(type), type.name());
        }
    }

    private Table table(String name) {
        return keyspace.table(name).orElseThrow();
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
