package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** VSchemas that are declared step by step. */
final class BuilderTest {
    @Test
    void builder_saysWhatJsonSays() {
        VSchema built = VSchema.builder()
                .keyspace("main", main -> main.table("seq", TableDeclaration::sequence).table("ref"))
                .keyspace("user", user -> user.sharded().requireExplicitRouting().foreignKeyMode(ForeignKeyMode.MANAGED)
                        .multiTenantSpec("tenant", Type.INT64)
                        .vindex("hash", "hash")
                        .ownedVindex("names", "lookup", Map.of("table", "n", "from", "name", "to", "k"), "user")
                        .table("user", table -> table.columnVindex("hash", "id").columnVindex("names", "name")
                                .autoIncrement("id", "main.seq").column("id", Type.INT64).columnListAuthoritative())
                        .table("pinned", table -> table.pinned(KeyspaceId.parse("80")))
                        .table("ref", table -> table.referenceTo("main.ref"))
                        .table("plain_ref", TableDeclaration::reference))
                .routingRule("t@replica", "main.t").disabledTable("gone").keyspaceRoutingRule("old", "main")
                .shardRoutingRule("user", "main", "-80").mirrorRule("main.t", "user.user", 12.5).build();
        assertEquals(VSchema.parse("""
                {"keyspaces": {
                  "main": {"tables": {"seq": {"type": "sequence"}, "ref": {}}},
                  "user": {"sharded": true, "require_explicit_routing": true, "foreign_key_mode": "managed",
                    "multi_tenant_spec": {"tenant_id_column_name": "tenant", "tenant_id_column_type": "INT64"},
                    "vindexes": {"hash": {"type": "hash"}, "names": {"type": "lookup", "owner": "user",
                      "params": {"table": "n", "from": "name", "to": "k"}}},
                    "tables": {
                      "user": {"column_vindexes": [{"column": "id", "name": "hash"}, {"column": "name", "name": "names"}],
                        "auto_increment": {"column": "id", "sequence": "main.seq"},
                        "columns": [{"name": "id", "type": "INT64"}], "column_list_authoritative": true},
                      "pinned": {"pinned": "80"}, "ref": {"type": "reference", "source": "main.ref"},
                      "plain_ref": {"type": "reference"}}}},
                 "routing_rules": {"rules": [{"from_table": "t@replica", "to_tables": ["main.t"]}, {"from_table": "gone"}]},
                 "keyspace_routing_rules": {"rules": [{"from_keyspace": "old", "to_keyspace": "main"}]},
                 "shard_routing_rules": {"rules": [{"from_keyspace": "user", "to_keyspace": "main", "shard": "-80"}]},
                 "mirror_rules": {"rules": [{"from_table": "main.t", "to_table": "user.user", "percent": 12.5}]}}
                """), built);
    }

    @Test
    void builder_tellsAllThatIsWrong() {
        VSchemaBuilder builder = VSchema.builder().keyspace("a", a -> a.sharded().table("t").table("u"))
                .routingRule("", "a.t");
        assertEquals(List.of("$.keyspaces.a.tables.t", "$.keyspaces.a.tables.u", "$.routing_rules.rules[0]"),
                assertThrows(VSchemaException.class, builder::build).findings().stream().map(Finding::path).toList());
    }

    @Test
    void builder_goesOn_afterBuilding() {
        VSchemaBuilder builder = VSchema.builder().keyspace("a", a -> a.table("t"));
        VSchema first = builder.build();
        builder.keyspace("a", a -> a.table("u"));
        assertEquals(1, first.keyspace("a").tables().size());
        assertEquals(2, builder.build().keyspace("a").tables().size());
    }
}
