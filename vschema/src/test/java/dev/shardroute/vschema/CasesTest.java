package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.testing.Conformance;
import dev.shardroute.vindex.Capability;
import dev.shardroute.vindex.VindexRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The VSchemas of Vitess's tests, and what is right and wrong with them. */
final class CasesTest {
    /** Rows that are about something that is not here, by their name, each with its reason. */
    private static final Map<String, String> NOT_HERE = Map.of(
            "TestVSchemaJSON", "prints Go structs of the built VSchema for a debug page, not a VSchema");

    /**
     * Rows whose reference tables have lost their {@code source}, of which what is expected speaks: by the name of the row
     * the table and its source.
     */
    private static final Map<String, Map<String, String>> LOST_SOURCES = Map.of(
            "TestBuildVSchemaReferenceTableSourceMayBeUnqualified", Map.of("sharded.ref", "src"),
            "TestBuildVSchemaReferenceTableSourceMustBeInDifferentKeyspace", Map.of("sharded.ref", "sharded.src"),
            "TestBuildVSchemaReferenceTableSourceTableMustExist", Map.of("sharded.ref", "unsharded.src"),
            "TestBuildVSchemaReferenceTableSourceMayUseShardedKeyspace", Map.of("sharded2.ref", "sharded1.src"),
            "TestBuildVSchemaReferenceTableSourceTableMustBeBasicOrReferenceWithoutSource",
            Map.of("sharded1.ref1", "unsharded1.src1", "sharded2.ref2", "unsharded2.src2",
                    "sharded3.ref3", "unsharded4.src4"),
            "TestBuildVSchemaSourceMayBeReferencedAtMostOncePerKeyspace",
            Map.of("sharded.ref1", "unsharded.src", "sharded.ref2", "unsharded.src"),
            "TestFindTable", Map.of("ksb.t2", "ksa.t2"),
            "TestReferenceTableAndSourceAreGloballyRoutable", Map.of("sharded.t1", "unsharded.t1"),
            "TestOtherTablesMakeReferenceTableAndSourceAmbiguous", Map.of("sharded.t1", "unsharded1.t1"));

    private final VindexRegistry registry = registry();

    @Test
    void cases_areAsInVitess() {
        assertAll(Conformance.rows("vschema/cases.json", "cases").<Executable>map(row -> () -> check(row)));
    }

    private static VindexRegistry registry() {
        JsonNode types = Conformance.json("vschema/cases.json").path("test_vindex_types");
        VindexRegistry registry = VindexRegistry.standard();
        for (Map.Entry<String, JsonNode> type : types.properties()) {
            JsonNode row = type.getValue();
            Set<Capability> all = row.has("same_as")
                    ? Set.of(Capability.MULTI_COLUMN, Capability.PARTIAL)
                    : TestVindexes.capabilities(row.path("lookup").asBoolean(), row.path("needs_vcursor").asBoolean(),
                            row.path("multi_column").asBoolean());
            registry = TestVindexes.with(registry, TestVindexes.traits(type.getKey(), row.path("cost").asInt(1),
                    row.path("unique").asBoolean(true), all));
        }
        return registry;
    }

    private void check(JsonNode row) {
        String name = row.path("name").asText();
        if (NOT_HERE.containsKey(name)) {
            return;
        }
        String title = name + " " + row.path("case").asText();
        try {
            switch (name) {
                case "TestColumnMarshal" -> checkColumn(row);
                case "TestVSchemaPBJSON" -> checkForms(row);
                case "TestFindVindexForSharding", "TestFindVindexForShardingError", "TestFindVindexForSharding2" ->
                        checkSharding(row);
                default -> checkVSchema(row, vschema(row));
            }
        } catch (ShardrouteException | AssertionError e) {
            fail(title + ": " + e.getMessage(), e);
        }
    }

    private static void checkColumn(JsonNode row) {
        String json = "{\"tables\": {\"t\": {\"columns\": [" + row.path("column") + "]}}}";
        Column column = VSchema.parseKeyspace("ks", json).keyspace("ks").table("t").orElseThrow().columns().getFirst();
        assertEquals(row.path("expect").path("json"), VSchemaWriter.column(column));
    }

    /**
     * The row leaves out the vindexes, and the primary vindex of a table: Vitess does not look for them when it only reads the
     * text. Both texts get them here.
     */
    private void checkForms(JsonNode row) {
        ObjectNode read = row.path("keyspace_json").deepCopy();
        ObjectNode expected = row.path("expect").path("keyspace").deepCopy();
        for (ObjectNode json : List.of(read, expected)) {
            json.putObject("vindexes").putObject("stfu1").put("type", "stfu");
            json.withObjectProperty("vindexes").putObject("stln1").put("type", "stln");
            json.withObjectProperty("tables").withObjectProperty("t2").putArray("column_vindexes").addObject()
                    .put("column", "c1").put("name", "stfu1");
        }
        ReadOptions options = ReadOptions.DEFAULT.withRegistry(registry).withKeyspace("ks");
        VSchema vschema = VSchema.parse(read.toString(), options);
        assertEquals(VSchema.parse(expected.toString(), options), vschema);
        expected.remove("foreign_key_mode");
        assertEquals(expected, VSchemaJson.parse(vschema.json("ks")));
    }

    private void checkSharding(JsonNode row) {
        List<ColumnVindex> uses = stream(row.path("column_vindexes")).map(use -> new ColumnVindex(
                stream(use.path("columns")).map(JsonNode::asText).toList(),
                registry.create(use.path("type").asText(), use.path("name").asText(), Map.of()),
                use.path("owned").asBoolean(), use.path("cost").asInt(), use.path("unique").asBoolean(), false))
                .toList();
        Table table = new Table(new TableParts("ks", row.path("table").asText(), TableType.ORDINARY, uses,
                Optional.empty(), List.of(), false, Optional.empty(), Optional.empty()));
        JsonNode expect = row.path("expect");
        if (expect.has("error")) {
            assertCode(ErrorCode.SR02009, () -> VindexChoice.forSharding(table));
        } else {
            assertEquals(expect.path("vindex").asText(), VindexChoice.forSharding(table).name());
        }
    }

    private VSchema vschema(JsonNode row) {
        ObjectNode json = row.path("vschema").deepCopy();
        row.path("keyspaces_added_later").properties().forEach(
                added -> json.withObjectProperty("keyspaces").putObject(added.getKey()));
        LOST_SOURCES.getOrDefault(row.path("name").asText(), Map.of()).forEach((table, source) -> {
            String[] name = table.split("\\.", 2);
            json.withObjectProperty("keyspaces").withObjectProperty(name[0]).withObjectProperty("tables")
                    .withObjectProperty(name[1]).put("source", source);
        });
        if (row.path("view_routing_rules").isObject()) {
            row.path("view_routing_rules").properties().forEach(rule -> json.withObjectProperty("routing_rules")
                    .withArrayProperty("rules").addObject().put("from_table", rule.getKey()).putArray("to_tables")
                    .add(rule.getValue().path("target_keyspace").asText() + "."
                            + rule.getValue().path("target_view").asText()));
        }
        VSchema vschema = read(row, json);
        return row.has("views") || row.has("keyspaces_added_later") ? vschema.withFacts(facts(row)) : vschema;
    }

    /** Vitess's BuildKeyspace does not follow references to other keyspaces. */
    private VSchema read(JsonNode row, ObjectNode json) {
        ReadOptions options = ReadOptions.DEFAULT.withRegistry(registry);
        if (!row.path("api").asText().equals("BuildKeyspace")) {
            return VSchema.read(json.toString(), options);
        }
        Map.Entry<String, JsonNode> keyspace = json.path("keyspaces").properties().iterator().next();
        return VSchema.read(keyspace.getValue().toString(), options.withKeyspace(keyspace.getKey()));
    }

    private static SchemaFacts facts(JsonNode row) {
        SchemaFacts.Builder facts = SchemaFacts.builder();
        row.path("views").properties().forEach(keyspace -> keyspace.getValue().properties().forEach(view -> facts.view(
                keyspace.getKey(), view.getKey(), (Query) new SqlParser().parse(view.getValue().asText()))));
        row.path("keyspaces_added_later").properties()
                .forEach(keyspace -> keyspace.getValue().path("tables").fieldNames()
                        .forEachRemaining(table -> facts.table(keyspace.getKey(), table, TableFacts.NONE)));
        return facts.build();
    }

    private static void checkVSchema(JsonNode row, VSchema vschema) {
        Set<String> known = Set.of("error_match");
        JsonNode expect = row.path("expect");
        expect.properties().forEach(part -> {
            JsonNode value = part.getValue();
            switch (part.getKey()) {
                case "keyspace_errors" -> value.properties().forEach(keyspace -> checkProblem(
                        vschema.keyspace(keyspace.getKey()), keyspace.getValue()));
                case "multi_tenant_spec" -> assertEquals(
                        value.path("tenant_id_column_name").asText(),
                        only(vschema).multiTenantSpec().orElseThrow().tenantIdColumnName());
                case "foreign_key_mode" -> assertEquals(mode(value), only(vschema).foreignKeyMode());
                case "foreign_key_modes" -> value.properties().forEach(keyspace -> assertEquals(
                        mode(keyspace.getValue()), vschema.keyspace(keyspace.getKey()).foreignKeyMode()));
                case "global_tables" -> value.properties().forEach(table -> checkGlobal(vschema, table));
                case "unique_vindexes" -> value.properties().forEach(vindex -> assertEquals(
                        vindex.getValue().asText(),
                        vschema.findVindex(Optional.empty(), vindex.getKey()).orElseThrow().type()));
                case "tables" -> value.properties().forEach(
                        table -> checkTable(declared(vschema, table.getKey()).orElseThrow(), table.getValue()));
                case "absent_tables" -> value.forEach(
                        table -> assertEquals(Optional.empty(), declared(vschema, table.asText())));
                case "find_table" -> value.forEach(lookup -> checkLookup(vschema, lookup));
                case "find_table_or_vindex" -> value.forEach(lookup -> checkTableOrVindex(vschema, lookup));
                case "find_best_column_vindex" -> value.forEach(lookup -> checkBest(vschema, lookup));
                case "mirror_rules" -> checkMirrors(row, vschema, value);
                case "after_additional_global_tables" -> checkGlobals(vschema, value);
                case "routing_rules" -> value.fieldNames().forEachRemaining(rule -> assertCode(ErrorCode.SR02007,
                        () -> vschema.findRoutedTable(Optional.empty(), rule, TabletType.PRIMARY)));
                case "absent_view_routing_rules" -> value.forEach(rule -> assertEquals(Optional.empty(),
                        vschema.findRoutedView(Optional.empty(), rule.asText(), TabletType.PRIMARY)));
                case "find_routed_view" -> value.forEach(lookup -> checkView(vschema, lookup));
                default -> assertTrue(known.contains(part.getKey()), part.getKey());
            }
        });
    }

    private static Keyspace only(VSchema vschema) {
        return vschema.keyspaces().values().iterator().next();
    }

    private static ForeignKeyMode mode(JsonNode name) {
        return ForeignKeyMode.valueOf(name.asText().toUpperCase(Locale.ROOT));
    }

    private static void checkProblem(Keyspace keyspace, JsonNode error) {
        assertEquals(!error.isNull(), keyspace.problem().isPresent(), keyspace.name() + ": " + keyspace.problem());
    }

    private static Optional<Table> declared(VSchema vschema, String name) {
        String[] parts = name.split("\\.", 2);
        return Optional.ofNullable(vschema.keyspace(parts[0]).tables().get(parts[1]));
    }

    private static void checkGlobal(VSchema vschema, Map.Entry<String, JsonNode> table) {
        if (table.getValue().isNull()) {
            assertCode(ErrorCode.SR02003, () -> vschema.findTable(Optional.empty(), table.getKey()));
        } else {
            assertEquals(table.getValue().asText(), vschema.findTable(Optional.empty(), table.getKey()).keyspace());
        }
    }

    private static void checkTable(Table table, JsonNode expect) {
        expect.properties().forEach(part -> {
            JsonNode value = part.getValue();
            switch (part.getKey()) {
                case "type" -> assertEquals(value.asText(), table.type().name().toLowerCase(Locale.ROOT));
                case "columns" -> assertEquals(stream(value).map(column -> column.path("name").asText() + " "
                        + column.path("type").asText().replace("NULL_TYPE", "") + " " + column.path("default").asText())
                        .toList(),
                        table.columns().stream().map(column -> column.name() + " "
                                + column.type().map(Enum::name).orElse("") + " "
                                + column.defaultValue().map(SqlPrinter::print).orElse("")).toList());
                case "column_list_authoritative" -> assertEquals(value.asBoolean(), table.columnListAuthoritative());
                case "pinned_hex" -> assertEquals(value.asText(), table.pinned().orElseThrow().toString());
                case "column_vindexes_count" -> assertEquals(value.asInt(), table.routingVindexes().size());
                case "column_vindexes" -> checkUses(table.routingVindexes(), value);
                case "ordered" -> assertEquals(stream(value).map(JsonNode::asText).toList(),
                        table.ordered().stream().map(ColumnVindex::name).toList());
                case "auto_increment" -> {
                    assertEquals(value.path("column").asText(), table.autoIncrement().orElseThrow().column());
                    assertTrue(value.path("sequence").asText()
                            .endsWith(table.autoIncrement().orElseThrow().sequence().name()));
                }
                default -> fail(part.getKey());
            }
        });
    }

    private static void checkUses(List<ColumnVindex> uses, JsonNode expect) {
        assertEquals(expect.size(), uses.size());
        for (int i = 0; i < uses.size(); i++) {
            ColumnVindex use = uses.get(i);
            expect.get(i).properties().forEach(part -> assertEquals(part.getValue().asText(), switch (part.getKey()) {
                case "columns" -> "";
                case "type" -> use.type();
                case "name" -> use.name();
                case "owned" -> String.valueOf(use.owned());
                case "unique" -> String.valueOf(use.unique());
                case "cost" -> String.valueOf(use.cost());
                default -> "?";
            }, part.getKey()));
            if (expect.get(i).has("columns")) {
                assertEquals(stream(expect.get(i).path("columns")).map(JsonNode::asText).toList(), use.columns());
            }
        }
    }

    private static Optional<String> keyspace(JsonNode lookup) {
        return Optional.of(lookup.path("keyspace").asText()).filter(name -> !name.isEmpty());
    }

    private static void checkLookup(VSchema vschema, JsonNode lookup) {
        String name = lookup.path("table").asText();
        if (lookup.has("error") || lookup.has("any_error")) {
            assertThrows(ShardrouteException.class, () -> vschema.findTable(keyspace(lookup), name), name);
            return;
        }
        Table table = vschema.findTable(keyspace(lookup), name);
        assertEquals(name, table.name());
        assertEquals(lookup.path("found_in").asText(table.keyspace()), table.keyspace());
        lookup.path("referenced_by").properties().forEach(copy -> assertEquals(copy.getValue().asText(),
                String.valueOf(vschema.referencesOf(table).get(copy.getKey()))));
    }

    private static void checkTableOrVindex(VSchema vschema, JsonNode lookup) {
        String name = lookup.path("name").asText();
        TabletType type = TabletType.ofName(lookup.path("tablet_type").asText()).orElseThrow();
        if (lookup.has("error")) {
            assertThrows(ShardrouteException.class, () -> vschema.findTableOrVindex(keyspace(lookup), name, type),
                    name);
            return;
        }
        switch (vschema.findTableOrVindex(keyspace(lookup), name, type)) {
            case Table table -> assertEquals(lookup.path("table").asText(), table.toString());
            case VindexDefinition vindex -> assertEquals(lookup.path("vindex").asText(), vindex.name());
        }
    }

    private static void checkBest(VSchema vschema, JsonNode lookup) {
        Table table = vschema.findTable(Optional.empty(), lookup.path("table").asText());
        if (lookup.has("error")) {
            assertThrows(ShardrouteException.class, () -> VindexChoice.forKeyspaceIds(table));
        } else {
            assertEquals(lookup.path("vindex").asText(), VindexChoice.forKeyspaceIds(table).name());
        }
    }

    private static void checkMirrors(JsonNode row, VSchema vschema, JsonNode expect) {
        List<JsonNode> written = stream(row.path("vschema").path("mirror_rules").path("rules")).toList();
        for (int i = 0; i < written.size(); i++) {
            MirrorRule rule = vschema.mirrorRules().get(i);
            String from = written.get(i).path("from_table").asText();
            assertEquals(expect.path(from).has("error"), rule.problem().isPresent(), from);
            if (rule.problem().isEmpty()) {
                assertEquals(expect.path(from).path("table").asText(), rule.to().toString());
                assertEquals(expect.path(from).path("percent").asDouble(), rule.percent());
            }
        }
    }

    private static void checkGlobals(VSchema vschema, JsonNode expect) {
        expect.path("global").forEach(
                name -> assertEquals(name.asText(), vschema.findTable(Optional.empty(), name.asText()).name()));
        expect.path("ambiguous").forEach(
                name -> assertCode(ErrorCode.SR02003, () -> vschema.findTable(Optional.empty(), name.asText())));
        expect.path("not_found").forEach(
                name -> assertCode(ErrorCode.VT05004, () -> vschema.findTable(Optional.empty(), name.asText())));
        expect.path("not_global").forEach(name -> assertThrows(ShardrouteException.class,
                () -> vschema.findTable(Optional.empty(), name.asText()), name.asText()));
    }

    private static void checkView(VSchema vschema, JsonNode lookup) {
        TabletType type = TabletType.ofName(lookup.path("tablet_type").asText()).orElseThrow();
        View view = vschema.findRoutedView(keyspace(lookup), lookup.path("view").asText(), type).orElseThrow();
        assertEquals(lookup.path("routed_name").isNull(), keyspace(lookup).equals(Optional.of(view.keyspace())));
        String qualified = lookup.path("sql").asText().replace("from ", "from " + view.keyspace() + ".");
        assertEquals(qualified, SqlPrinter.print(view.query()));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static void assertCode(ErrorCode code, Executable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action).code());
    }
}
