package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The names that are found without a keyspace. Immutable. */
final class GlobalNames {
    private final Map<String, Meaning> tables = new HashMap<>();
    private final Map<String, Meaning> vindexes = new HashMap<>();

    private GlobalNames() {}

    /**
     * The names of the tables that the VSchema declares; and then those of views and of tables of unsharded keyspaces that it
     * does not declare, where no table that it declares has the name: a table that was moved away may still be there.
     */
    static GlobalNames of(Collection<Keyspace> keyspaces, Predicate<Table> isDeclared) {
        GlobalNames names = new GlobalNames();
        List<Keyspace> implied = keyspaces.stream().filter(keyspace -> !keyspace.requireExplicitRouting()).toList();
        implied.forEach(keyspace -> keyspace.tables().values().stream().filter(isDeclared)
                .filter(table -> !isCopyOfSameName(table)).forEach(table -> add(names.tables, meaning(table))));
        Set<String> taken = Set.copyOf(names.tables.keySet());
        implied.stream().flatMap(keyspace -> additional(keyspace, isDeclared))
                .filter(meaning -> !taken.contains(meaning.name)).forEach(meaning -> add(names.tables, meaning));
        implied.forEach(keyspace -> keyspace.vindexes().values().forEach(vindex -> add(names.vindexes,
                new Meaning(vindex.name(), List.of(keyspace.name()), Optional.empty(), Optional.empty(),
                        Optional.of(vindex)))));
        return names;
    }

    private static Stream<Meaning> additional(Keyspace keyspace, Predicate<Table> isDeclared) {
        Stream<Meaning> views = keyspace.views().values().stream().map(GlobalNames::meaning);
        return keyspace.sharded()
                ? views
                : Stream.concat(views, keyspace.tables().values().stream().filter(isDeclared.negate())
                        .map(GlobalNames::meaning));
    }

    /** The name of such a copy means its source. */
    private static boolean isCopyOfSameName(Table table) {
        return table.source().filter(source -> source.name().equals(table.name())).isPresent();
    }

    private static Meaning meaning(Table table) {
        return new Meaning(table.name(), List.of(table.keyspace()), Optional.of(table), Optional.empty(),
                Optional.empty());
    }

    private static Meaning meaning(View view) {
        return new Meaning(view.name(), List.of(view.keyspace()), Optional.empty(), Optional.of(view),
                Optional.empty());
    }

    private static void add(Map<String, Meaning> names, Meaning meaning) {
        names.merge(meaning.name, meaning, Meaning::or);
    }

    /** The table of this name; empty when there is none, and when it is a view's. */
    Optional<Table> table(String name) {
        return find(tables, name, ErrorCode.SR02003).flatMap(Meaning::table);
    }

    /** The view of this name; empty when there is none, or several things have the name. */
    Optional<View> view(String name) {
        return Optional.ofNullable(tables.get(name)).flatMap(Meaning::view);
    }

    Optional<VindexDefinition> vindex(String name) {
        return find(vindexes, name, ErrorCode.SR02006).flatMap(Meaning::vindex);
    }

    private static Optional<Meaning> find(Map<String, Meaning> names, String name, ErrorCode ambiguous) {
        Meaning meaning = names.get(name);
        if (meaning != null && meaning.keyspaces.size() > 1) {
            throw ambiguous.error(name, String.join(", ", meaning.keyspaces));
        }
        return Optional.ofNullable(meaning);
    }

    /** What a name means; of several keyspaces nothing. */
    private record Meaning(String name, List<String> keyspaces, Optional<Table> table, Optional<View> view,
            Optional<VindexDefinition> vindex) {
        Meaning or(Meaning other) {
            return new Meaning(name, Stream.concat(keyspaces.stream(), other.keyspaces.stream()).toList(),
                    Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
