package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what tables say of tables of other keyspaces: the sources of reference tables, and sequences. Used once. */
final class ReferenceChecks {
    private final VSchema vschema;
    private final List<KeyspaceDraft> drafts;
    private final Map<QualifiedName, Table> copies = new HashMap<>();

    /** {@code vschema} has the keyspaces of the drafts, and the rules. */
    ReferenceChecks(VSchema vschema, List<KeyspaceDraft> drafts) {
        this.vschema = vschema;
        this.drafts = drafts;
    }

    void check() {
        for (KeyspaceDraft draft : drafts) {
            copies.clear();
            for (Table table : draft.keyspace().tables().values()) {
                table.source().flatMap(source -> sourceProblem(table, source))
                        .ifPresent(message -> draft.drop(table, "source", message));
                table.autoIncrement().flatMap(this::sequenceProblem)
                        .ifPresent(message -> draft.drop(table, "auto_increment", message));
            }
        }
    }

    private Optional<String> sourceProblem(Table copy, QualifiedName name) {
        String start = "source '" + name + "' ";
        if (name.keyspace().equals(Optional.of(copy.keyspace()))) {
            return Optional.of(start + "is in the keyspace of the table itself");
        }
        if (name.keyspace().filter(keyspace -> !vschema.keyspaces().containsKey(keyspace)).isPresent()) {
            return Optional.of(start + "is in a keyspace that does not exist"
                    + Suggestion.of(name.keyspace().orElse(""), vschema.keyspaces().keySet()));
        }
        try {
            Optional<Table> source = declared(name);
            return source.isEmpty()
                    ? Optional.of(start + "is not declared in " + name.keyspace()
                            .map(keyspace -> "keyspace '" + keyspace + "'").orElse("any keyspace"))
                    : chainProblem(copy, source.get()).map(start::concat);
        } catch (ShardrouteException e) {
            return Optional.of(start + "cannot be found: " + e.getMessage());
        }
    }

    /** Only what is written down: what any name is in an unsharded keyspace is no source. */
    private Optional<Table> declared(QualifiedName name) {
        Optional<String> keyspace = name.keyspace();
        return keyspace.isPresent()
                ? Optional.ofNullable(vschema.keyspace(keyspace.get()).tables().get(name.name()))
                : found(name).filter(
                        table -> vschema.keyspace(table.keyspace()).tables().containsKey(table.name()));
    }

    private Optional<Table> found(QualifiedName name) {
        try {
            return Optional.of(vschema.findTable(name.keyspace(), name.name()));
        } catch (ShardrouteException e) {
            if (e.code() == ErrorCode.VT05004) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<String> chainProblem(Table copy, Table source) {
        if (source.type() == TableType.SEQUENCE) {
            return Optional.of("is a sequence");
        }
        Table other = copies.putIfAbsent(source.qualifiedName(), copy);
        if (other != null) {
            return Optional.of("is the source of '" + other.name() + "' too: a keyspace has one copy of a table");
        }
        return source.source().map(next -> "is a copy itself, of '" + next + "'");
    }

    /** Sequences obey the routing rules. */
    private Optional<String> sequenceProblem(AutoIncrement autoIncrement) {
        QualifiedName sequence = autoIncrement.sequence();
        try {
            vschema.findRoutedTable(sequence.keyspace(), sequence.name(), TabletType.PRIMARY);
            return Optional.empty();
        } catch (ShardrouteException e) {
            return Optional.of("sequence '" + sequence + "' cannot be found: " + e.getMessage());
        }
    }
}
