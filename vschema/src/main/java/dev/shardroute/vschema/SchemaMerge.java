package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import dev.shardroute.sql.ast.TableDefinition;
import dev.shardroute.vschema.Finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Adds schema facts to what is declared, as Vitess's schema tracker does: first the columns of all tables, then keys and
 * foreign keys of those that no routing rule sends elsewhere, at last the check for cycles of foreign keys. Used once.
 */
final class SchemaMerge {
    /** Tables that Vitess makes while it changes others. */
    private static final Pattern INTERNAL = Pattern.compile("_vt_[a-zA-Z0-9]{3}_[0-9a-f]{32}_[0-9]{14}_");

    private final Declared declared;
    private final SchemaFacts facts;
    private final Map<QualifiedName, TableParts> tables = new LinkedHashMap<>();
    private final List<Finding> findings;

    private SchemaMerge(Declared declared, SchemaFacts facts) {
        this.declared = declared;
        this.facts = facts;
        this.findings = new ArrayList<>(declared.findings());
    }

    static VSchema merge(Declared declared, SchemaFacts facts) {
        return new SchemaMerge(declared, facts).merge();
    }

    private VSchema merge() {
        declared.keyspaces().values().forEach(this::addTables);
        VSchema withTables = new VSchema(declared, facts, keyspaces(), List.of());
        facts.keyspaces().forEach((keyspace, known) -> {
            if (declared.keyspaces().containsKey(keyspace)) {
                known.tables().forEach((table, of) -> addKeys(QualifiedName.of(keyspace, table), of, withTables));
            } else {
                findings.add(new Finding("$.keyspaces", "there are schema facts of keyspace '" + keyspace
                        + "', which is not there" + Suggestion.of(keyspace, declared.keyspaces().keySet()),
                        Severity.UNUSED));
            }
        });
        List<Keyspace> merged = keyspaces().stream().map(this::withCycleProblem).toList();
        return new VSchema(declared, facts, merged, findings);
    }

    private SchemaFacts.OfKeyspace factsOf(Keyspace keyspace) {
        return facts.keyspaces().getOrDefault(keyspace.name(),
                new SchemaFacts.OfKeyspace(Map.of(), Map.of(), Set.of()));
    }

    private void addTables(Keyspace keyspace) {
        keyspace.tables().values().forEach(table -> tables.put(table.qualifiedName(), table.parts()));
        factsOf(keyspace).tables().forEach((name, known) -> {
            TableParts old = tables.computeIfAbsent(QualifiedName.of(keyspace.name(), name),
                    missing -> TableParts.bare(keyspace.name(), name));
            if (!old.columnListAuthoritative() && !known.columns().isEmpty()) {
                tables.put(QualifiedName.of(keyspace.name(), name), old.withColumns(known.columns()));
            }
        });
    }

    private List<Keyspace> keyspaces() {
        Map<String, Map<String, Table>> byKeyspace = new LinkedHashMap<>();
        tables.values().forEach(parts -> byKeyspace.computeIfAbsent(parts.keyspace(), name -> new LinkedHashMap<>())
                .put(parts.name(), new Table(parts)));
        return declared.keyspaces().values().stream()
                .map(keyspace -> keyspace.withTables(byKeyspace.getOrDefault(keyspace.name(), Map.of()))
                        .withViews(factsOf(keyspace).views(), factsOf(keyspace).functions()))
                .toList();
    }

    private void addKeys(QualifiedName name, TableFacts known, VSchema vschema) {
        Optional<Table> routed = routed(name, vschema);
        if (routed.filter(table -> table.qualifiedName().equals(name)).isEmpty()) {
            return;
        }
        change(name, parts -> parts.withKeys(known.primaryKey(), known.uniqueKeys()));
        for (TableDefinition.ForeignKey key : known.foreignKeys()) {
            addForeignKey(name, key, vschema);
        }
    }

    private void change(QualifiedName name, UnaryOperator<TableParts> change) {
        tables.computeIfPresent(name, (same, parts) -> change.apply(parts));
    }

    private void addForeignKey(QualifiedName child, TableDefinition.ForeignKey key, VSchema vschema) {
        String parentTable = key.parent().name();
        if (INTERNAL.matcher(parentTable).matches()) {
            return;
        }
        QualifiedName written =
                new QualifiedName(Optional.ofNullable(key.parent().qualifier()).or(child::keyspace), parentTable);
        Optional<Table> parent = routed(written, vschema);
        if (parent.isEmpty()) {
            findings.add(new Finding(path(child),
                    "a foreign key refers to table '" + written + "', which does not exist", Severity.UNUSED));
            return;
        }
        ForeignKey foreignKey = new ForeignKey(child, key.columns(), parent.get().qualifiedName(), key.parents(),
                key.onDelete(), key.onUpdate());
        change(child, parts -> parts.withParent(foreignKey));
        change(parent.get().qualifiedName(), parts -> parts.withChild(foreignKey));
    }

    private static String path(QualifiedName table) {
        return "$.keyspaces" + JsonPart.step(table.keyspace().orElseThrow()) + ".tables" + JsonPart.step(table.name());
    }

    private static Optional<Table> routed(QualifiedName name, VSchema vschema) {
        try {
            return Optional.of(vschema.findRoutedTable(name.keyspace(), name.name(), TabletType.PRIMARY));
        } catch (ShardrouteException e) {
            return Optional.empty();
        }
    }

    private Keyspace withCycleProblem(Keyspace keyspace) {
        if (keyspace.foreignKeyMode() != ForeignKeyMode.MANAGED || keyspace.problem().isPresent()) {
            return keyspace;
        }
        List<String> cycle = ForeignKeyCycles.find(keyspace.tables().values(), tables::get);
        if (cycle.isEmpty()) {
            return keyspace;
        }
        String message = ErrorCode.VT09019.message(keyspace.name(), String.join(" -> ", cycle));
        findings.add(new Finding("$.keyspaces" + JsonPart.step(keyspace.name()), ErrorCode.VT09019 + ": " + message));
        return keyspace.withProblem(Optional.of(new Problem(ErrorCode.VT09019, message)));
    }
}
