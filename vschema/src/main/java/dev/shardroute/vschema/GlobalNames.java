package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that are found without a keyspace. */
final class GlobalNames {
    private final Map<String, List<Table>> tables = new LinkedHashMap<>();
    private final Map<String, List<Owned>> vindexes = new LinkedHashMap<>();

    private GlobalNames() {}

    static GlobalNames of(Collection<Keyspace> keyspaces) {
        GlobalNames names = new GlobalNames();
        keyspaces.stream().filter(keyspace -> !keyspace.requireExplicitRouting()).forEach(names::add);
        return names;
    }

    private void add(Keyspace keyspace) {
        keyspace.tables().values().stream().filter(table -> !isCopyOfSameName(table))
                .forEach(table -> tables.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(table));
        keyspace.vindexes().forEach((name, definition) -> vindexes.computeIfAbsent(name, same -> new ArrayList<>())
                .add(new Owned(keyspace.name(), definition)));
    }

    /** The name of such a copy means its source. */
    private static boolean isCopyOfSameName(Table table) {
        return table.source().filter(source -> source.name().equals(table.name())).isPresent();
    }

    Optional<Table> table(String name) {
        List<Table> found = tables.getOrDefault(name, List.of());
        requireOne(name, found.stream().map(Table::keyspace).toList());
        return found.stream().findFirst();
    }

    Optional<VindexDefinition> vindex(String name) {
        List<Owned> found = vindexes.getOrDefault(name, List.of());
        requireOne(name, found.stream().map(Owned::keyspace).toList());
        return found.stream().findFirst().map(Owned::definition);
    }

    private static void requireOne(String name, List<String> keyspaces) {
        if (keyspaces.size() > 1) {
            throw ErrorCode.SR02003.error(name, String.join(", ", keyspaces));
        }
    }

    private record Owned(String keyspace, VindexDefinition definition) {}
}
