package dev.shardroute.vschema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.type.Type;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Declares a keyspace for a {@link VSchemaBuilder}. Not thread-safe. */
public final class KeyspaceDeclaration {
    private final ObjectNode json;

    KeyspaceDeclaration(ObjectNode json) {
        this.json = json;
    }

    /** Its rows are spread over shards. */
    public KeyspaceDeclaration sharded() {
        json.put("sharded", true);
        return this;
    }

    /** Its tables are found only with the keyspace named. */
    public KeyspaceDeclaration requireExplicitRouting() {
        json.put("require_explicit_routing", true);
        return this;
    }

    /** Who looks after its foreign keys. */
    public KeyspaceDeclaration foreignKeyMode(ForeignKeyMode mode) {
        json.put("foreign_key_mode", mode.name().toLowerCase(Locale.ROOT));
        return this;
    }

    /** The column that tells tenants apart, and its type. */
    public KeyspaceDeclaration multiTenantSpec(String column, Type type) {
        json.withObjectProperty("multi_tenant_spec").put("tenant_id_column_name", column)
                .put("tenant_id_column_type", type.name());
        return this;
    }

    /** A vindex without parameters. */
    public KeyspaceDeclaration vindex(String name, String type) {
        return vindex(name, type, Map.of());
    }

    /** A vindex that no table owns. */
    public KeyspaceDeclaration vindex(String name, String type, Map<String, String> params) {
        ObjectNode vindex = json.withObjectProperty("vindexes").putObject(name).put("type", type);
        params.forEach(vindex.putObject("params")::put);
        return this;
    }

    /** A vindex whose lookup table is maintained by the table {@code owner}. */
    public KeyspaceDeclaration ownedVindex(String name, String type, Map<String, String> params, String owner) {
        vindex(name, type, params);
        json.withObjectProperty("vindexes").withObjectProperty(name).put("owner", owner);
        return this;
    }

    /** A table of which nothing is declared but its name. */
    public KeyspaceDeclaration table(String name) {
        return table(name, table -> {});
    }

    /** A table, which {@code declare} describes; what was declared of it before stays. */
    public KeyspaceDeclaration table(String name, Consumer<TableDeclaration> declare) {
        declare.accept(new TableDeclaration(json.withObjectProperty("tables").withObjectProperty(name)));
        return this;
    }
}
