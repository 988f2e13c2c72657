package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Type;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vindex.VindexRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one keyspace. */
record KeyspaceReader(VindexRegistry registry) {
    Keyspace read(String name, JsonPart json) {
        JsonFields fields = json.fields("sharded", "require_explicit_routing", "foreign_key_mode", "multi_tenant_spec",
                "vindexes", "tables");
        boolean sharded = fields.flag("sharded");
        Map<String, VindexDefinition> vindexes = new LinkedHashMap<>();
        Map<String, JsonPart> declared = fields.get("vindexes").map(JsonPart::members).orElse(Map.of());
        declared.forEach((vindex, part) -> vindex(vindex, part).ifPresent(read -> vindexes.put(vindex, read)));
        TableReader tables = new TableReader(name, sharded, vindexes, declared.keySet());
        Map<String, Table> read = new LinkedHashMap<>();
        fields.get("tables").map(JsonPart::members).orElse(Map.of())
                .forEach((table, part) -> read.put(table, tables.read(table, part)));
        return new Keyspace(name, sharded, fields.flag("require_explicit_routing"),
                foreignKeyMode(fields),
                vindexes, read, fields.get("multi_tenant_spec").map(KeyspaceReader::multiTenantSpec));
    }

    private Optional<VindexDefinition> vindex(String name, JsonPart json) {
        JsonFields fields = json.fields("type", "params", "owner");
        Map<String, String> params = new LinkedHashMap<>();
        fields.get("params").map(JsonPart::members).orElse(Map.of())
                .forEach((param, part) -> part.text().ifPresent(text -> params.put(param, text)));
        Optional<String> owner = fields.text("owner");
        return fields.requiredText("type").flatMap(type -> create(type, name, params, json))
                .map(vindex -> new VindexDefinition(vindex, params, owner));
    }

    private Optional<Vindex> create(String type, String name, Map<String, String> params, JsonPart json) {
        try {
            return Optional.of(registry.create(type, name, params));
        } catch (ShardrouteException e) {
            boolean unknown = e.code() == ErrorCode.SR02002;
            json.note(e.getMessage() + (unknown ? Suggestion.of(type, registry.types()) : ""));
            return Optional.empty();
        }
    }

    private static ForeignKeyMode foreignKeyMode(JsonFields fields) {
        String mode = fields.text("foreign_key_mode").orElse("unspecified");
        return switch (mode) {
            case "unspecified", "unmanaged" -> ForeignKeyMode.UNMANAGED;
            case "disallow" -> ForeignKeyMode.DISALLOW;
            case "managed" -> ForeignKeyMode.MANAGED;
            default -> {
                fields.get("foreign_key_mode").ifPresent(part -> part.note(
                        "'" + mode + "' is none of 'unspecified', 'unmanaged', 'managed' and 'disallow'"));
                yield ForeignKeyMode.UNMANAGED;
            }
        };
    }

    private static MultiTenantSpec multiTenantSpec(JsonPart json) {
        JsonFields fields = json.fields("tenant_id_column_name", "tenant_id_column_type");
        Optional<Type> type = fields.get("tenant_id_column_type").flatMap(ColumnReader::type);
        return new MultiTenantSpec(fields.text("tenant_id_column_name").orElse(""), type);
    }
}
