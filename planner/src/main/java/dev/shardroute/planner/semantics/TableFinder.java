package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.sql.ast.IndexHint;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.vschema.MirrorRule;
import dev.shardroute.vschema.Table;
import dev.shardroute.vschema.VSchema;
import dev.shardroute.vschema.View;
import dev.shardroute.vschema.VindexDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what the names of tables mean. */
final class TableFinder {
    private final VSchema vschema;
    private final PlanningContext context;
    private final Analysis analysis;

    TableFinder(VSchema vschema, PlanningContext context, Analysis analysis) {
        this.vschema = vschema;
        this.context = context;
        this.analysis = analysis;
    }

    /** The table without columns that a SELECT without FROM reads. */
    TableInfo dual() {
        return dual(new TableExpression.Table(TableName.of(TableInfo.Real.DUAL), null));
    }

    private TableInfo dual(TableExpression.Table written) {
        return real(written, Table.dual(analysis.anyKeyspace()), false, Optional.empty());
    }

    /** The view that the name of a table means; empty for none. */
    Optional<View> view(TableExpression.Table written) {
        boolean may = written.partitions().isEmpty() && !isDual(written.name())
                && systemSchema(written.name()) == null;
        return may
                ? vschema.findRoutedView(keyspace(written.name()), written.name().name(), context.tabletType())
                : Optional.empty();
    }

    /**
     * The table, vindex or table of a system schema of a name, added to the tables of the statement.
     *
     * @throws dev.shardroute.error.ShardrouteException when the VSchema has none of that name
     */
    TableInfo find(TableExpression.Table written) {
        Optional<IndexHint> hint = vindexHint(written);
        if (isDual(written.name())) {
            return dual(written);
        }
        String schema = systemSchema(written.name());
        if (schema != null) {
            return system(written, schema, hint);
        }
        refuseTarget(written.name());
        return switch (vschema.findTableOrVindex(keyspace(written.name()), written.name().name(),
                context.tabletType())) {
            case Table table -> ofKeyspace(written, table, hint);
            case VindexDefinition vindex -> analysis.tables().add(
                    number -> new TableInfo.Vindex(number, written.correlationName(), written, vindex));
        };
    }

    private static boolean isDual(TableName name) {
        return name.qualifier() == null && name.name().equals(TableInfo.Real.DUAL);
    }

    /** The keyspace or schema that may stand before the name of the table when columns are qualified, or null. */
    @Nullable String schema(TableExpression.Table written) {
        if (written.alias() != null) {
            return null;
        }
        String qualifier = written.name().qualifier();
        return qualifier == null ? context.keyspace().orElse(null) : qualifier;
    }

    private Optional<String> keyspace(TableName name) {
        return Optional.ofNullable(name.qualifier()).or(context::keyspace);
    }

    /** A keyspace has no such signs in its name: they tell a shard, or a type of tablet. */
    private void refuseTarget(TableName name) {
        String keyspace = name.qualifier();
        boolean isTarget = keyspace != null && !vschema.keyspaces().containsKey(keyspace)
                && keyspace.chars().anyMatch(sign -> "[:@/".indexOf(sign) >= 0);
        if (isTarget) {
            throw ErrorCode.VT09017.error("SELECT");
        }
    }

    // tables of keyspaces

    private TableInfo ofKeyspace(TableExpression.Table written, Table table, Optional<IndexHint> hint) {
        hint.ifPresent(vindexes -> check(vindexes, table));
        return real(routed(written, table), table, false, hint);
    }

    /** Shards have the table by the name that routing rules lead to; the statement goes on with the name that it has. */
    private static TableExpression.Table routed(TableExpression.Table written, Table table) {
        boolean isSame = table.name().equals(written.name().name());
        return new TableExpression.Table(TableName.of(table.name()), written.partitions(),
                isSame ? written.alias() : written.correlationName(), withoutVindexHints(written));
    }

    private static List<IndexHint> withoutVindexHints(TableExpression.Table written) {
        return written.hints().stream().filter(hint -> !hint.action().isVindex()).toList();
    }

    private TableInfo real(TableExpression.Table written, Table table, boolean system, Optional<IndexHint> hint) {
        Optional<MirrorRule> mirror =
                system ? Optional.empty() : vschema.findMirrorRule(table, context.tabletType());
        return analysis.tables().add(number -> new TableInfo.Real(number, written.correlationName(), written, table,
                system, hint, mirror));
    }

    private static Optional<IndexHint> vindexHint(TableExpression.Table written) {
        List<IndexHint> hints = written.hints().stream().filter(hint -> hint.action().isVindex()).toList();
        if (hints.size() > 1) {
            throw ErrorCode.VT09020.error(written.name().name());
        }
        return hints.stream().findFirst();
    }

    private static void check(IndexHint hint, Table table) {
        for (String name : hint.names()) {
            if (table.columnVindexes().stream().noneMatch(vindex -> vindex.name().equalsIgnoreCase(name))) {
                throw ErrorCode.VT09021.error(name, table.toString());
            }
        }
    }

    // tables of system schemas

    private @Nullable String systemSchema(TableName name) {
        String schema = name.qualifier() == null ? context.keyspace().orElse(null) : name.qualifier();
        return Names.isSystemSchema(schema) && !isDual(name) ? schema : null;
    }

    private TableInfo system(TableExpression.Table written, String schema, Optional<IndexHint> hint) {
        String name = written.name().name();
        Table table = InformationSchema.of(context.servers().version()).columns(schema, name)
                .map(columns -> Table.ofColumns(analysis.anyKeyspace(), name, columns))
                .orElseGet(() -> Table.bare(analysis.anyKeyspace(), name));
        hint.ifPresent(vindexes -> check(vindexes, table));
        TableExpression.Table qualified = new TableExpression.Table(new TableName(schema, name), written.partitions(),
                written.alias(), withoutVindexHints(written));
        return real(qualified, table, true, Optional.empty());
    }
}
