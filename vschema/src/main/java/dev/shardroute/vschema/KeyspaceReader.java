package dev.shardroute.vschema;

import dev.shardroute.type.Type;
import dev.shardroute.vindex.VindexRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one keyspace. */
record KeyspaceReader(VindexRegistry registry) {
    KeyspaceDraft read(String name, JsonPart json) {
        JsonFields fields = json.fields(KnownKeys.KEYSPACE);
        boolean sharded = fields.flag("sharded");
        Map<String, VindexDefinition> vindexes = new LinkedHashMap<>();
        Map<String, JsonPart> declared = fields.get("vindexes").map(JsonPart::members).orElse(Map.of());
        Map<String, JsonPart> tables = fields.get("tables").map(JsonPart::members).orElse(Map.of());
        VindexReader vindexReader = new VindexReader(registry, tables.keySet());
        declared.forEach((vindex, part) -> vindexReader.read(vindex, part)
                .ifPresent(sound -> vindexes.put(vindex, sound)));
        TableReader tableReader = new TableReader(name, sharded, vindexes, declared.keySet());
        Map<String, Table> read = new LinkedHashMap<>();
        tables.forEach((table, part) -> tableReader.read(table, part).ifPresent(sound -> read.put(table, sound)));
        Keyspace keyspace = new Keyspace(name, sharded, fields.flag("require_explicit_routing"),
                fields.get("foreign_key_mode").map(KeyspaceReader::foreignKeyMode).orElse(ForeignKeyMode.UNMANAGED),
                vindexes, read, fields.get("multi_tenant_spec").map(KeyspaceReader::multiTenantSpec));
        return new KeyspaceDraft(keyspace, tables, json.findings());
    }

    /** By its name, or by its number in Vitess's protobuf. */
    private static ForeignKeyMode foreignKeyMode(JsonPart json) {
        String mode = json.nameOrNumber().orElse("");
        return switch (mode) {
            case "", "unspecified", "unmanaged", "0", "2" -> ForeignKeyMode.UNMANAGED;
            case "disallow", "1" -> ForeignKeyMode.DISALLOW;
            case "managed", "3" -> ForeignKeyMode.MANAGED;
            default -> {
                json.note("'" + mode + "' is none of 'unspecified', 'unmanaged', 'managed' and 'disallow'");
                yield ForeignKeyMode.UNMANAGED;
            }
        };
    }

    private static MultiTenantSpec multiTenantSpec(JsonPart json) {
        JsonFields fields = json.fields(KnownKeys.MULTI_TENANT_SPEC);
        Optional<Type> type = fields.get("tenant_id_column_type").flatMap(ColumnReader::type);
        return new MultiTenantSpec(fields.text("tenant_id_column_name").orElse(""), type);
    }
}
