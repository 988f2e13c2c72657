package dev.shardroute.vschema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes what is declared in canonical form: names sorted, keys in a fixed order, defaults left out. */
final class VSchemaWriter {
    private VSchemaWriter() {}

    /**
     * All of it.
     *
     * @throws VSchemaException when it is not all there
     */
    static ObjectNode write(Declared declared) {
        VSchemaException.throwIfInvalid(declared.findings());
        ObjectNode json = VSchemaJson.object();
        putAll(json, "keyspaces", declared.keyspaces(), VSchemaWriter::keyspace);
        RulesWriter.write(json, declared.rules());
        return json;
    }

    /** One keyspace of it, which must be there. */
    static ObjectNode write(Declared declared, String keyspace) {
        return (ObjectNode) write(declared).path("keyspaces").path(keyspace);
    }

    private static <T> void putAll(ObjectNode json, String key, Map<String, T> values, Function<T, ObjectNode> write) {
        if (!values.isEmpty()) {
            ObjectNode all = json.putObject(key);
            new TreeMap<>(values).forEach((name, value) -> all.set(name, write.apply(value)));
        }
    }

    private static ObjectNode keyspace(Keyspace keyspace) {
        ObjectNode json = VSchemaJson.object();
        putFlag(json, "sharded", keyspace.sharded());
        putFlag(json, "require_explicit_routing", keyspace.requireExplicitRouting());
        switch (keyspace.foreignKeyMode()) {
            case UNMANAGED -> {
            }
            case DISALLOW -> json.put("foreign_key_mode", "disallow");
            case MANAGED -> json.put("foreign_key_mode", "managed");
        }
        keyspace.multiTenantSpec().ifPresent(spec -> {
            ObjectNode tenants = json.putObject("multi_tenant_spec");
            putText(tenants, "tenant_id_column_name", spec.tenantIdColumnName());
            putText(tenants, "tenant_id_column_type", spec.tenantIdColumnType().map(Type::name).orElse(""));
        });
        putAll(json, "vindexes", keyspace.vindexes(), VSchemaWriter::vindex);
        putAll(json, "tables", keyspace.tables(), VSchemaWriter::table);
        return json;
    }

    private static ObjectNode vindex(VindexDefinition vindex) {
        ObjectNode json = VSchemaJson.object().put("type", vindex.type());
        if (!vindex.params().isEmpty()) {
            ObjectNode params = json.putObject("params");
            new TreeMap<>(vindex.params()).forEach(params::put);
        }
        putText(json, "owner", vindex.owner().orElse(""));
        return json;
    }

    private static ObjectNode table(Table table) {
        ObjectNode json = VSchemaJson.object();
        switch (table.type()) {
            case ORDINARY -> {
            }
            case SEQUENCE -> json.put("type", "sequence");
            case REFERENCE -> json.put("type", "reference");
        }
        putText(json, "source", table.source().map(QualifiedName::written).orElse(""));
        putList(json, "column_vindexes", table.columnVindexes(), use -> columnVindex(use.name(), use.columns()));
        table.autoIncrement().ifPresent(auto -> json.putObject("auto_increment").put("column", auto.column())
                .put("sequence", auto.sequence().written()));
        putList(json, "columns", table.columns(), VSchemaWriter::column);
        putFlag(json, "column_list_authoritative", table.columnListAuthoritative());
        putText(json, "pinned", table.pinned().map(Object::toString).orElse(""));
        return json;
    }

    /** The use of a vindex; one column is written without a list. */
    static ObjectNode columnVindex(String vindex, List<String> columns) {
        ObjectNode json = VSchemaJson.object();
        if (columns.size() == 1) {
            json.put("column", columns.getFirst());
        } else {
            ArrayNode all = json.putArray("columns");
            columns.forEach(all::add);
        }
        return json.put("name", vindex);
    }

    /** A column. */
    static ObjectNode column(Column column) {
        ObjectNode json = VSchemaJson.object().put("name", column.name());
        putText(json, "type", column.type().map(Type::name).orElse(""));
        putNumber(json, "size", column.size());
        putNumber(json, "scale", column.scale());
        if (!column.nullable()) {
            json.put("nullable", false);
        }
        putFlag(json, "invisible", column.invisible());
        putText(json, "default", column.defaultValue().map(SqlPrinter::print).orElse(""));
        putText(json, "collation_name", column.collation().orElse(""));
        if (!column.values().isEmpty()) {
            ArrayNode values = json.putArray("values");
            column.values().forEach(values::add);
        }
        return json;
    }

    private static <T> void putList(ObjectNode json, String key, List<T> elements, Function<T, ObjectNode> write) {
        if (!elements.isEmpty()) {
            ArrayNode array = json.putArray(key);
            elements.forEach(element -> array.add(write.apply(element)));
        }
    }

    private static void putFlag(ObjectNode json, String key, boolean value) {
        if (value) {
            json.put(key, true);
        }
    }

    private static void putNumber(ObjectNode json, String key, int value) {
        if (value != 0) {
            json.put(key, value);
        }
    }

    private static void putText(ObjectNode json, String key, String value) {
        if (!value.isEmpty()) {
            json.put(key, value);
        }
    }
}
