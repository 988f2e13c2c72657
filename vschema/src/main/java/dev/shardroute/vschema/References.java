package dev.shardroute.vschema;

import dev.shardroute.error.ShardrouteException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which reference tables are copied from which table. */
final class References {
    private References() {}

    /** The copies of each table, by its name and then by their keyspace; of several in one keyspace the first. */
    static Map<QualifiedName, Map<String, Table>> bySource(Collection<Keyspace> keyspaces, GlobalNames globals) {
        Map<QualifiedName, Map<String, Table>> copies = new HashMap<>();
        keyspaces.stream().flatMap(keyspace -> keyspace.tables().values().stream()).forEach(
                copy -> copy.source().flatMap(source -> resolved(source, globals)).ifPresent(source -> copies
                        .computeIfAbsent(source, name -> new LinkedHashMap<>()).putIfAbsent(copy.keyspace(), copy)));
        return copies;
    }

    private static Optional<QualifiedName> resolved(QualifiedName source, GlobalNames globals) {
        if (source.keyspace().isPresent()) {
            return Optional.of(source);
        }
        try {
            return globals.table(source.name()).map(Table::qualifiedName);
        } catch (ShardrouteException ambiguous) {
            // the reader has reported it
            return Optional.empty();
        }
    }
}
