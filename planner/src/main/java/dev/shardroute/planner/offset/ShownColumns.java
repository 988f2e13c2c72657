package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.Columns;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.ProjectedColumns;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumn.InputColumn;
import dev.shardroute.sql.ast.SelectItem;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a tree with offsets as its rows have them: a key of groups is the column below, whatever it is called in the
 * aggregation, and a hash join finds columns by what they are.
 */
final class ShownColumns {
    private ShownColumns() {}

    static List<SelectItem> of(Operator operator, Planning planning) {
        return switch (operator) {
            case Operator.Ordering ordering -> of(ordering.input(), planning);
            case Operator.LimitRows limit -> of(limit.input(), planning);
            case Operator.Filter filter -> of(filter.input(), planning);
            case Operator.Distinct distinct -> of(distinct.input(), planning);
            case Operator.Aggregator aggregator -> of(aggregator, planning);
            case Operator.Projection projection -> of(projection, planning);
            case Operator.HashJoin join when !join.keys().isEmpty() -> of(join, planning);
            default -> Columns.items(operator, planning);
        };
    }

    private static List<SelectItem> of(Operator.Aggregator aggregator, Planning planning) {
        List<SelectItem> columns = new ArrayList<>(Columns.items(aggregator, planning));
        List<SelectItem> below = of(aggregator.input(), planning);
        for (GroupBy key : aggregator.grouping()) {
            if (key.column() >= 0 && key.column() < Math.min(columns.size(), below.size())) {
                columns.set(key.column(), below.get(key.column()));
            }
        }
        return columns;
    }

    private static List<SelectItem> of(Operator.Projection projection, Planning planning) {
        List<SelectItem> below = of(projection.input(), planning);
        List<SelectItem> columns = new ArrayList<>();
        for (ProjectionColumn column : ProjectedColumns.known(projection)) {
            boolean isTakenOver = column.original().alias() == null
                    && column.source().orElse(null) instanceof InputColumn(var index) && index < below.size();
            columns.add(isTakenOver
                    ? below.get(((InputColumn) column.source().orElseThrow()).index())
                    : column.original());
        }
        return columns;
    }

    private static List<SelectItem> of(Operator.HashJoin join, Planning planning) {
        List<SelectItem> left = of(join.left(), planning);
        List<SelectItem> right = of(join.right(), planning);
        return join.offsets().stream().map(offset -> offset < 0 ? left.get(-1 - offset) : right.get(offset)).toList();
    }
}
