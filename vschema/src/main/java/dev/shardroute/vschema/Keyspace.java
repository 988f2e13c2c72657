package dev.shardroute.vschema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
 * @param views                  its views by name, which schema facts tell of
 * @param aggregateFunctions     the loadable functions that aggregate, which schema facts tell of
 * @param problem                why it cannot be used, or empty
 */
public record Keyspace(String name, boolean sharded, boolean requireExplicitRouting, ForeignKeyMode foreignKeyMode,
        Map<String, VindexDefinition> vindexes, Map<String, Table> tables, Optional<MultiTenantSpec> multiTenantSpec,
        Map<String, View> views, Set<String> aggregateFunctions, Optional<Problem> problem) {
    /** Copies the maps and the set. */
    public Keyspace {
        vindexes = Collections.unmodifiableMap(new LinkedHashMap<>(vindexes));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
        aggregateFunctions = Set.copyOf(aggregateFunctions);
    }

    /** A keyspace that can be used, and of which no schema facts are known. */
    public Keyspace(String name, boolean sharded, boolean requireExplicitRouting, ForeignKeyMode foreignKeyMode,
            Map<String, VindexDefinition> vindexes, Map<String, Table> tables,
            Optional<MultiTenantSpec> multiTenantSpec) {
        this(name, sharded, requireExplicitRouting, foreignKeyMode, vindexes, tables, multiTenantSpec, Map.of(),
                Set.of(), Optional.empty());
    }

    /** The table of this name; in an unsharded keyspace any name is a table, of which nothing may be known. */
    public Optional<Table> table(String table) {
        Table known = tables.get(table);
        return known == null && !sharded ? Optional.of(Table.bare(name, table)) : Optional.ofNullable(known);
    }

    Keyspace withTables(Map<String, Table> others) {
        return new Keyspace(name, sharded, requireExplicitRouting, foreignKeyMode, vindexes, others, multiTenantSpec,
                views, aggregateFunctions, problem);
    }

    Keyspace withViews(Map<String, View> others, Set<String> functions) {
        return new Keyspace(name, sharded, requireExplicitRouting, foreignKeyMode, vindexes, tables, multiTenantSpec,
                others, functions, problem);
    }

    Keyspace withProblem(Optional<Problem> why) {
        return new Keyspace(name, sharded, requireExplicitRouting, foreignKeyMode, vindexes, tables, multiTenantSpec,
                views, aggregateFunctions, why);
    }

    /** Throws the error of the problem if there is one. */
    void requireUsable() {
        if (problem.isPresent()) {
            throw problem.get().error();
        }
    }
}
