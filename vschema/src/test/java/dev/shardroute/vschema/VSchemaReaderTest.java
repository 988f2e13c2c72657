package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read from a VSchema that is valid. */
final class VSchemaReaderTest {
    private static final Keyspace USER = VSchema.parse("""
            {"keyspaces": {"main": {"tables": {"ref": {}, "user_seq": {"type": "sequence"}}}, "user": {
              "sharded": true,
              "foreign_key_mode": "managed",
              "require_explicit_routing": true,
              "multi_tenant_spec": {"tenant_id_column_name": "tenant", "tenant_id_column_type": "INT64"},
              "vindexes": {
                "hash": {"type": "hash", "owner": "user"},
                "name_map": {"type": "lookup", "params": {"table": "n", "from": "name", "to": "id"}, "owner": "user"},
                "region": {"type": "region_experimental", "params": {"region_bytes": "1"}}},
              "tables": {
                "user": {
                  "column_vindexes": [{"column": "Id", "name": "hash"}, {"columns": ["name"], "name": "name_map"}],
                  "auto_increment": {"column": "id", "sequence": "`main`.`user_seq`"},
                  "columns": [
                    {"name": "Id", "type": "INT64"},
                    {"name": "name", "type": "varchar", "collation_name": "utf8mb4_bin", "size": 80,
                     "default": "'x'", "nullable": false},
                    {"name": "price", "type": "DECIMAL", "size": 15, "scale": 2, "invisible": true},
                    {"name": "kind", "type": "ENUM", "values": ["'a'", "'b'"]},
                    {"name": "any", "type": "NULL_TYPE"}],
                  "column_list_authoritative": true},
                "extra": {"column_vindexes": [{"column": "id", "name": "hash"}], "pinned": null},
                "regional": {"column_vindexes": [{"columns": ["r", "id"], "name": "region"}]},
                "pinned": {"pinned": "80"},
                "seq": {"type": "sequence", "pinned": "00"},
                "ref": {"type": "reference", "source": "main.ref"}}}}}
            """).keyspace("user");

    private static Table table(String name) {
        return USER.table(name).orElseThrow();
    }

    @Test
    void keyspace_isReadWhole() {
        assertTrue(USER.sharded());
        assertTrue(USER.requireExplicitRouting());
        assertEquals(ForeignKeyMode.MANAGED, USER.foreignKeyMode());
        assertEquals(Optional.of(new MultiTenantSpec("tenant", Optional.of(Type.INT64))), USER.multiTenantSpec());
        assertEquals(Set.of("hash", "name_map", "region"), USER.vindexes().keySet());
    }

    @Test
    void vindex_keepsItsParametersAndOwner() {
        VindexDefinition definition = Optional.ofNullable(USER.vindexes().get("name_map")).orElseThrow();
        assertEquals("lookup", definition.vindex().type());
        assertEquals(Map.of("table", "n", "from", "name", "to", "id"), definition.params());
        assertEquals(Optional.of("user"), definition.owner());
    }

    // vindexes of tables

    @Test
    void columnVindexes_areInTheirOrder() {
        Table user = table("user");
        assertEquals("hash", user.primaryVindex().name());
        assertEquals(List.of("Id"), user.primaryVindex().columns());
        assertEquals(List.of(1, 20), user.columnVindexes().stream().map(ColumnVindex::cost).toList());
    }

    @Test
    void onlyLookups_areOwned() {
        assertEquals(List.of(false, true), table("user").columnVindexes().stream().map(ColumnVindex::owned).toList());
    }

    @Test
    void partialVindexes_areAddedForRouting() {
        List<ColumnVindex> routing = table("regional").routingVindexes();
        assertEquals(1, table("regional").columnVindexes().size());
        assertEquals(List.of(List.of("r", "id"), List.of("r")), routing.stream().map(ColumnVindex::columns).toList());
        assertEquals(List.of(1, 2), routing.stream().map(ColumnVindex::cost).toList());
        assertEquals(List.of(true, false), routing.stream().map(ColumnVindex::unique).toList());
        assertEquals(List.of(false, true), routing.stream().map(ColumnVindex::partial).toList());
    }

    // columns

    @Test
    void columns_areReadWhole() {
        Column name = table("user").column("NAME").orElseThrow();
        assertEquals(
                new Column("name", Optional.of(Type.VARCHAR), false,
                        Optional.of(new SqlParser().parseExpression("'x'")), Optional.of("utf8mb4_bin"), 80, 0, false,
                        List.of()),
                name);
        Column price = table("user").column("price").orElseThrow();
        assertEquals(2, price.scale());
        assertTrue(price.invisible() && price.nullable());
        assertEquals(List.of("'a'", "'b'"), table("user").column("kind").orElseThrow().values());
        assertEquals(Optional.empty(), table("user").column("any").orElseThrow().type());
        assertEquals(Optional.empty(), table("user").column("nothing"));
    }

    @Test
    void table_isReadWhole() {
        assertTrue(table("user").columnListAuthoritative());
        assertFalse(table("pinned").columnListAuthoritative());
        assertEquals(Optional.of(new AutoIncrement("id", QualifiedName.of("main", "user_seq"))),
                table("user").autoIncrement());
        assertEquals(Optional.of(KeyspaceId.parse("80")), table("pinned").pinned());
        assertEquals(TableType.SEQUENCE, table("seq").type());
        assertEquals(Optional.of(QualifiedName.of("main", "ref")), table("ref").source());
        assertEquals(Optional.empty(), table("extra").pinned());
    }

    // spellings

    @Test
    void keys_mayBeInCamelCase() {
        VSchema vschema = VSchema.parse("""
                {"keyspaces": {"ks": {"sharded": true, "requireExplicitRouting": true, "foreignKeyMode": "disallow",
                  "vindexes": {"h": {"type": "hash"}},
                  "tables": {"t": {"columnVindexes": [{"column": "id", "name": "h"}], "columnListAuthoritative": true}}}},
                 "routingRules": {"rules": [{"fromTable": "x", "toTables": ["ks.t"]}]}}
                """);
        assertTrue(vschema.keyspace("ks").requireExplicitRouting());
        assertEquals(ForeignKeyMode.DISALLOW, vschema.keyspace("ks").foreignKeyMode());
        assertEquals(1, vschema.routingRules().size());
    }

    @Test
    void namesOfTheAuthor_areNotKeys() {
        VSchema vschema =
                VSchema.parse("{\"keyspaces\": {\"column_vindexes\": {\"tables\": {\"a.b\": {}, \"\": {}}}}}");
        assertEquals(Set.of("a.b", ""), vschema.keyspace("column_vindexes").tables().keySet());
    }

    @Test
    void nothing_isAVSchemaWithoutKeyspaces() {
        assertEquals(Map.of(), VSchema.parse("{}").keyspaces());
    }
}
