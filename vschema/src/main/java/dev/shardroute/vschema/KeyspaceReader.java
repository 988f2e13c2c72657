package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Type;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vindex.VindexRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one keyspace. */
record KeyspaceReader(VindexRegistry registry) {
    static final List<String> KEYS = List.of("sharded", "require_explicit_routing", "foreign_key_mode",
            "multi_tenant_spec", "vindexes", "tables");

    KeyspaceDraft read(String name, JsonPart json) {
        JsonFields fields = json.fields(KEYS);
        boolean sharded = fields.flag("sharded");
        Map<String, VindexDefinition> vindexes = new LinkedHashMap<>();
        Map<String, JsonPart> declared = fields.get("vindexes").map(JsonPart::members).orElse(Map.of());
        declared.forEach((vindex, part) -> vindex(vindex, part).ifPresent(read -> vindexes.put(vindex, read)));
        TableReader reader = new TableReader(name, sharded, vindexes, declared.keySet());
        Map<String, JsonPart> tables = fields.get("tables").map(JsonPart::members).orElse(Map.of());
        Map<String, Table> read = new LinkedHashMap<>();
        tables.forEach((table, part) -> reader.read(table, part).ifPresent(sound -> read.put(table, sound)));
        Keyspace keyspace = new Keyspace(name, sharded, fields.flag("require_explicit_routing"),
                fields.get("foreign_key_mode").map(KeyspaceReader::foreignKeyMode).orElse(ForeignKeyMode.UNMANAGED),
                vindexes, read, fields.get("multi_tenant_spec").map(KeyspaceReader::multiTenantSpec));
        return new KeyspaceDraft(keyspace, tables, json.findings());
    }

    private Optional<VindexDefinition> vindex(String name, JsonPart json) {
        long before = json.findings().errors();
        JsonFields fields = json.fields("type", "params", "owner");
        Map<String, String> params = new LinkedHashMap<>();
        fields.get("params").map(JsonPart::members).orElse(Map.of())
                .forEach((param, part) -> part.text().ifPresent(text -> params.put(param, text)));
        Optional<String> owner = fields.text("owner");
        return fields.requiredText("type").flatMap(type -> create(type, name, params, json))
                .map(vindex -> new VindexDefinition(vindex, params, owner))
                .filter(vindex -> json.findings().errors() == before);
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
        JsonFields fields = json.fields("tenant_id_column_name", "tenant_id_column_type");
        Optional<Type> type = fields.get("tenant_id_column_type").flatMap(ColumnReader::type);
        return new MultiTenantSpec(fields.text("tenant_id_column_name").orElse(""), type);
    }
}
