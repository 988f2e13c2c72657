package dev.shardroute.planner.semantics;

import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.vschema.Table;
import dev.shardroute.vschema.TableType;
import dev.shardroute.vschema.VSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognizes statements of which all tables are in one unsharded keyspace: its server answers them as they are. */
final class UnshardedStatement {
    private final VSchema vschema;
    private final PlanningContext context;
    private final Analysis analysis;
    private final TableFinder finder;
    private final List<TableExpression.Table> written = new ArrayList<>();

    private UnshardedStatement(VSchema vschema, PlanningContext context) {
        this.vschema = vschema;
        this.context = context;
        this.analysis = new Analysis(vschema, context);
        this.finder = new TableFinder(vschema, context, analysis);
    }

    /** The analysis of such a statement; empty for any other. */
    static Optional<SemanticTable> of(Query query, VSchema vschema, PlanningContext context) {
        return new UnshardedStatement(vschema, context).analyze(query);
    }

    private Optional<SemanticTable> analyze(Query query) {
        TableReferences.rewrite(query, this::find);
        if (Nodes.anyMatch(query, node -> node instanceof Select select && select.from().isEmpty())) {
            find(new TableExpression.Table(TableName.of(TableInfo.Real.DUAL), null));
        }
        List<TableInfo> tables = analysis.tables().all();
        return keyspace(tables).map(keyspace -> SemanticTable.ofUnsharded(new KeyspaceRef(keyspace, false), tables,
                withoutKeyspaces(query), context.servers()));
    }

    private TableExpression find(TableExpression.Table table) {
        finder.find(table);
        written.add(table);
        return table;
    }

    private Optional<String> keyspace(List<TableInfo> tables) {
        Optional<String> keyspace = Optional.empty();
        for (int i = 0; i < tables.size(); i++) {
            if (!(tables.get(i) instanceof TableInfo.Real real) || !isPlain(real, written.get(i))) {
                return Optional.empty();
            }
            if (real.table().type() == TableType.ORDINARY) {
                String there = real.table().keyspace();
                if (vschema.keyspace(there).sharded() || keyspace.filter(other -> !other.equals(there)).isPresent()) {
                    return Optional.empty();
                }
                keyspace = Optional.of(there);
            }
        }
        return keyspace.filter(there -> tables.stream().allMatch(table -> isIn((TableInfo.Real) table, there)));
    }

    /** True for a table that is called the same there, and whose reads go nowhere else. */
    private static boolean isPlain(TableInfo.Real real, TableExpression.Table table) {
        return !real.system() && real.table().type() != TableType.SEQUENCE
                && real.table().name().equals(table.name().name())
                && real.mirror().filter(rule -> rule.percent() > 0).isEmpty();
    }

    /** Copies of a reference table are as good as itself. */
    private boolean isIn(TableInfo.Real real, String keyspace) {
        Table table = real.table();
        return real.isDual() || table.keyspace().equals(keyspace)
                || Optional.ofNullable(vschema.referencesOf(table).get(keyspace))
                        .filter(copy -> copy.name().equals(table.name())).isPresent()
                || table.source().flatMap(source -> source.keyspace().filter(keyspace::equals)
                        .filter(same -> source.name().equals(table.name()))).isPresent();
    }

    // what is sent

    private static Query withoutKeyspaces(Query query) {
        return Nodes.rewrite(query, UnshardedStatement::withoutKeyspace);
    }

    private static Node withoutKeyspace(Node node) {
        return switch (node) {
            case Column column -> Names.local(column);
            case SelectItem.Star(var table) when table != null -> new SelectItem.Star(TableName.of(table.name()));
            case TableExpression.Table table -> new TableExpression.Table(Names.local(table.name()),
                    table.partitions(), table.alias(),
                    table.hints().stream().filter(hint -> !hint.action().isVindex()).toList());
            default -> node;
        };
    }
}
