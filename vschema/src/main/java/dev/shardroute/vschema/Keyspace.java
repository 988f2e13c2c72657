package dev.shardroute.vschema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A keyspace: what an application sees as a database.
 *
 * @param name                   its name; case matters
 * @param sharded                true when its rows are spread over shards by vindexes
 * @param requireExplicitRouting true when its tables are found only with the keyspace named
 * @param foreignKeyMode         who looks after its foreign keys
 * @param vindexes               its vindexes by name
 * @param tables                 its tables by name
 * @param multiTenantSpec        how tenants are told apart, or empty
 */
public record Keyspace(String name, boolean sharded, boolean requireExplicitRouting, ForeignKeyMode foreignKeyMode,
        Map<String, VindexDefinition> vindexes, Map<String, Table> tables, Optional<MultiTenantSpec> multiTenantSpec) {
    /** Copies the maps. */
    public Keyspace {
        vindexes = Collections.unmodifiableMap(new LinkedHashMap<>(vindexes));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /** The table of this name; in an unsharded keyspace any name is a table, of which nothing may be known. */
    public Optional<Table> table(String table) {
        Table known = tables.get(table);
        return known == null && !sharded ? Optional.of(Table.bare(name, table)) : Optional.ofNullable(known);
    }
}
