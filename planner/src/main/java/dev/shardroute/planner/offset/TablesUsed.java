package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Route;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Select;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The tables that a tree reads. */
public final class TablesUsed {
    private TablesUsed() {}

    /** {@code keyspace.table} of each, sorted; those of system schemas are left out. A vindex is called by its name. */
    public static List<String> of(Operator root) {
        SortedSet<String> names = new TreeSet<>();
        collect(root, names);
        return List.copyOf(names);
    }

    /** The same for a statement that an unsharded keyspace answers as it is. */
    public static List<String> of(SemanticTable semantics) {
        String keyspace = semantics.unsharded().orElseThrow().name();
        SortedSet<String> names = new TreeSet<>();
        for (TableInfo table : semantics.tables()) {
            if (table instanceof TableInfo.Real real) {
                names.add(keyspace + "." + real.table().name());
            }
        }
        Nodes.forEach(semantics.query(), node -> {
            if (node instanceof Select select && select.from().isEmpty()) {
                names.add(keyspace + ".dual");
            }
        });
        return List.copyOf(names);
    }

    private static void collect(Operator operator, SortedSet<String> names) {
        switch (operator) {
            case Operator.Table(var table) when !table.info().system() ->
                    names.add(table.info().table().keyspace() + "." + table.info().table().name());
            case Operator.VindexTable vindex -> names.add(vindex.table().vindex().name());
            case Route route -> route.merged().forEach(other -> collect(other, names));
            default -> {
            }
        }
        operator.inputs().forEach(input -> collect(input, names));
    }
}
