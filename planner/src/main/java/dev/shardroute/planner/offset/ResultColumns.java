package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Columns;
import dev.shardroute.planner.operator.InputOffsets;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumn.InputColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.Truncation;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sees to it that the statement has the columns that were asked for, by their names, and no others. */
final class ResultColumns {
    private ResultColumns() {}

    /** The tree with the columns of a select list. */
    static Operator of(Operator root, List<SelectItem> items, Planning planning) {
        if (items.isEmpty()) {
            return root;
        }
        List<SelectItem> columns = Columns.items(root, planning);
        Optional<Operator> sized = columns.size() == items.size()
                ? Optional.of(root)
                : Truncation.truncate(root, items.size());
        return sized.isPresent() && isAligned(items, columns) && isAligned(items, ShownColumns.of(root, planning))
                ? sized.get()
                : project(sized.orElse(root), items, planning);
    }

    private static boolean isAligned(List<SelectItem> items, List<SelectItem> columns) {
        if (items.size() > columns.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!isAligned(items.get(i), columns.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAligned(SelectItem item, SelectItem column) {
        return switch (item) {
            case SelectItem.Star star -> star.equals(column);
            case SelectItem.NextValues values -> true;
            case SelectItem.Item asked -> !isNamed(asked)
                    || (column instanceof SelectItem.Item found && Items.name(asked).equals(Items.name(found)));
        };
    }

    /** An expression without alias has whatever name its column has. */
    private static boolean isNamed(SelectItem.Item item) {
        return item.alias() != null || item.expression() instanceof BoundColumn;
    }

    private static Operator project(Operator root, List<SelectItem> items, Planning planning) {
        List<SelectItem.Item> known = Items.known(items)
                .orElseThrow(() -> ErrorCode.VT09015.error("a star cannot be expanded"));
        InputOffsets offsets = new InputOffsets(root, planning);
        List<ProjectionColumn> columns = new ArrayList<>();
        for (SelectItem.Item item : known) {
            Expression expression = item.expression();
            String alias = isNamed(item) ? Items.name(item) : null;
            columns.add(ProjectionColumn.of(new SelectItem.Item(expression, alias))
                    .from(new InputColumn(offsets.column(expression))));
        }
        return new Operator.Projection(offsets.input(), new ProjectionColumns.Known(columns), Optional.empty());
    }
}
