package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How names are found. */
final class VSchemaTest {
    private static final VSchema VSCHEMA = VSchema.parse("""
            {"keyspaces": {
              "main": {"tables": {"ta": {}, "t1": {}, "copied": {}, "source_of_ref": {}}},
              "user": {
                "sharded": true,
                "vindexes": {"hash": {"type": "hash"}, "dup": {"type": "hash"}},
                "tables": {
                  "tb": {"column_vindexes": [{"column": "id", "name": "hash"}]},
                  "t1": {"column_vindexes": [{"column": "id", "name": "hash"}]},
                  "ref": {"type": "reference", "source": "main.source_of_ref"},
                  "copied": {"type": "reference", "source": "copied"}}},
              "hidden": {
                "require_explicit_routing": true,
                "sharded": true,
                "vindexes": {"only_here": {"type": "hash"}},
                "tables": {"secret": {"column_vindexes": [{"column": "id", "name": "only_here"}]}}},
              "other": {"sharded": true, "vindexes": {"dup": {"type": "hash"}}, "tables": {}}}}
            """);

    // with a keyspace

    @Test
    void table_withItsKeyspace_isFoundThere() {
        assertEquals("user.t1", find("user", "t1").qualifiedName().toString());
        assertEquals("main.t1", find("main", "t1").qualifiedName().toString());
        assertEquals("hidden.secret", find("hidden", "secret").qualifiedName().toString());
    }

    @Test
    void unknownTable_ofAnUnshardedKeyspace_isBare() {
        assertEquals(Table.bare("main", "anything"), find("main", "anything"));
    }

    @Test
    void unknownTable_ofAShardedKeyspace_isRefused() {
        assertCode(ErrorCode.VT05005, () -> find("user", "anything"));
    }

    @Test
    void unknownKeyspace_isRefused() {
        assertCode(ErrorCode.VT05003, () -> find("nowhere", "t1"));
        assertCode(ErrorCode.VT05003, () -> VSCHEMA.keyspace("nowhere"));
        assertCode(ErrorCode.VT05003, () -> VSCHEMA.findVindex(Optional.of("nowhere"), "hash"));
    }

    @Test
    void tableName_countsItsCase() {
        assertCode(ErrorCode.VT05005, () -> find("user", "TB"));
    }

    // without a keyspace

    @Test
    void table_ofAUniqueName_isFoundWithoutKeyspace() {
        assertEquals("main", find("ta").keyspace());
        assertEquals("user", find("tb").keyspace());
    }

    @Test
    void table_ofTwoKeyspaces_isAmbiguous() {
        ShardrouteException error = assertCode(ErrorCode.SR02003, () -> find("t1"));
        assertTrue(error.getMessage().contains("main, user"), error.getMessage());
    }

    @Test
    void unknownTable_withoutKeyspace_isRefused() {
        assertCode(ErrorCode.VT05004, () -> find("anything"));
    }

    @Test
    void table_thatRequiresExplicitRouting_isNotFoundWithoutKeyspace() {
        assertCode(ErrorCode.VT05004, () -> find("secret"));
    }

    @Test
    void referenceTable_ofTheSameNameAsItsSource_meansTheSource() {
        assertEquals("main", find("copied").keyspace());
        assertEquals("user", find("ref").keyspace());
    }

    @Test
    void unknownTable_isOfTheOnlyKeyspace() {
        VSchema one = VSchema.parse("{\"keyspaces\": {\"ks\": {\"require_explicit_routing\": true}}}");
        assertEquals(Table.bare("ks", "t"), one.findTable(Optional.empty(), "t"));
        VSchema sharded = VSchema.parse("{\"keyspaces\": {\"ks\": {\"sharded\": true}}}");
        assertCode(ErrorCode.VT05004, () -> sharded.findTable(Optional.empty(), "t"));
    }

    // vindexes

    @Test
    void vindex_isFoundByKeyspace_orByAUniqueName() {
        assertTrue(VSCHEMA.findVindex(Optional.empty(), "hash").isPresent());
        assertTrue(VSCHEMA.findVindex(Optional.of("hidden"), "only_here").isPresent());
        assertEquals(Optional.empty(), VSCHEMA.findVindex(Optional.of("main"), "hash"));
        assertEquals(Optional.empty(), VSCHEMA.findVindex(Optional.empty(), "only_here"));
    }

    @Test
    void vindex_ofTwoKeyspaces_isAmbiguous() {
        assertCode(ErrorCode.SR02006, () -> VSCHEMA.findVindex(Optional.empty(), "dup"));
        assertTrue(VSCHEMA.findVindex(Optional.of("other"), "dup").isPresent());
    }

    // references

    @Test
    void references_areThoseCopiedFromTheTable() {
        assertEquals(Set.of("user"), VSCHEMA.referencesOf(find("main", "source_of_ref")).keySet());
        assertEquals(find("user", "ref"), VSCHEMA.referencesOf(find("main", "source_of_ref")).get("user"));
        assertEquals(Set.of("user"), VSCHEMA.referencesOf(find("main", "copied")).keySet());
        assertEquals(Set.of(), VSCHEMA.referencesOf(find("user", "copied")).keySet());
    }

    @Test
    void vschema_ofNoKeyspaces_knowsNothing() {
        assertCode(ErrorCode.VT05004, () -> VSchema.parse("{}").findTable(Optional.empty(), "t"));
    }

    private static Table find(String keyspace, String table) {
        return VSCHEMA.findTable(Optional.of(keyspace), table);
    }

    private static Table find(String table) {
        return VSCHEMA.findTable(Optional.empty(), table);
    }

    private static ShardrouteException assertCode(ErrorCode code, Runnable action) {
        ShardrouteException error = assertThrows(ShardrouteException.class, action::run);
        assertEquals(code, error.code());
        return error;
    }
}
