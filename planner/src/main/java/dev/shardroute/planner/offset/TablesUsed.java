package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Route;
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
