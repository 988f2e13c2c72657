package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.ApplyJoinColumns;
import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.ProjectedColumns;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumn.Evaluated;
import dev.shardroute.planner.operator.ProjectionColumn.InputColumn;
import dev.shardroute.planner.operator.ProjectionColumn.Subqueries;
import dev.shardroute.planner.operator.ProjectionColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Takes out projections that only take columns over; a join below can give them in the right order itself. */
final class Compaction {
    private Compaction() {}

    /** The tree without them, what is under routes left as it is. */
    static Operator of(Operator operator) {
        if (operator instanceof Operator.Route) {
            return operator;
        }
        List<Operator> inputs = operator.inputs().stream().map(Compaction::of).toList();
        Operator compact = inputs.isEmpty() ? operator : operator.withInputs(inputs);
        return compact instanceof Operator.Projection projection ? compact(projection) : compact;
    }

    private static Operator compact(Operator.Projection projection) {
        if (!ProjectedColumns.isNeeded(projection)) {
            return projection.input();
        }
        return projection.input() instanceof Operator.ApplyJoin join ? intoJoin(projection, join) : projection;
    }

    private static Operator intoJoin(Operator.Projection projection, Operator.ApplyJoin join) {
        if (join.offsets().isEmpty()
                || !(projection.columns() instanceof ProjectionColumns.Known(var projected))) {
            return projection;
        }
        List<JoinColumn> columns = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        for (ProjectionColumn column : projected) {
            OptionalInt index = columnOf(column, join);
            if (index.isEmpty()) {
                return projection;
            }
            columns.add(join.columns().get(index.getAsInt()));
            offsets.add(join.offsets().get(index.getAsInt()));
        }
        return join.withColumns(columns).withOffsets(offsets, join.variables());
    }

    private static OptionalInt columnOf(ProjectionColumn column, Operator.ApplyJoin join) {
        return switch (column.source().orElse(null)) {
            case InputColumn(var index) ->
                    column.original().alias() == null ? OptionalInt.of(index) : OptionalInt.empty();
            case Evaluated evaluated -> OptionalInt.empty();
            case Subqueries subqueries -> OptionalInt.empty();
            case null -> {
                int found = column.eval().equals(column.column())
                        ? ApplyJoinColumns.find(join, column.column())
                        : -1;
                yield found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
            }
        };
    }
}
