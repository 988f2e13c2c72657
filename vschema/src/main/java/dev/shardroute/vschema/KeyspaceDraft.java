package dev.shardroute.vschema;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A keyspace that is being read. Used by one thread. */
final class KeyspaceDraft {
    private final Keyspace keyspace;
    private final Map<String, JsonPart> tables;
    private final Findings findings;
    private final Set<String> dropped = new LinkedHashSet<>();

    /** The keyspace with those tables that are sound; {@code tables} is where they are written. */
    KeyspaceDraft(Keyspace keyspace, Map<String, JsonPart> tables, Findings findings) {
        this.keyspace = keyspace;
        this.tables = tables;
        this.findings = findings;
    }

    Keyspace keyspace() {
        return keyspace;
    }

    Findings findings() {
        return findings;
    }

    /** Notes what is wrong with a member of a table, and that the table cannot be used. */
    void drop(Table table, String key, String message) {
        JsonPart part = tables.get(table.name());
        if (part != null) {
            part.childOf(key).note(message);
        }
        dropped.add(table.name());
    }

    /** The keyspace without the tables that were dropped; when anything was wrong it has a problem. */
    Keyspace finished() {
        Map<String, Table> sound = new LinkedHashMap<>(keyspace.tables());
        sound.keySet().removeAll(dropped);
        List<Finding> errors = findings.list().stream().filter(Finding::isError).toList();
        return keyspace.withTables(sound)
                .withProblem(errors.isEmpty() ? Optional.empty() : Optional.of(Problem.of(errors)));
    }
}
