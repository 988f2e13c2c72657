package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.Columns;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.Trees;
import dev.shardroute.planner.operator.Truncation;
import dev.shardroute.sql.ast.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts off columns that queries of unions have for themselves, to filter or to order by: rows of a union are alike.
 *
 * @param width how many columns there are, those among them that operators above have added to all queries
 */
record UnionWidth(int width, Planning planning) {
    // before columns are added

    /** The tree, queries of unions having the columns of the union only. */
    static Operator narrowed(Operator root, Planning planning) {
        return Trees.bottomUp(root, operator -> switch (operator) {
            case Operator.Union union -> union.withInputs(union.sources().stream()
                    .map(source -> narrowed(source, union.columns().size(), planning)).toList());
            case Operator.RecurseCte recursion -> recursion.over(narrowed(recursion.left(),
                    recursion.table().columns().size(), planning), recursion.right());
            default -> operator;
        });
    }

    private static Operator narrowed(Operator source, int width, Planning planning) {
        return width > 0 && Columns.items(source, planning).size() > width ? project(source, width, planning) : source;
    }

    // afterwards

    /** The union or recursion, whose queries have what operators above need: what only some of them have is cut off. */
    static Operator alike(Operator operator, Planning planning) {
        if (operator.inputs().stream().anyMatch(input -> hasStar(input, planning))) {
            return operator;
        }
        int width = operator.inputs().stream().mapToInt(input -> Columns.items(input, planning).size()).min().orElse(0);
        UnionWidth widths = new UnionWidth(width, planning);
        return operator.withInputs(operator.inputs().stream().map(widths::truncated).toList());
    }

    private static boolean hasStar(Operator input, Planning planning) {
        return Columns.items(input, planning).stream().anyMatch(SelectItem.Star.class::isInstance);
    }

    private Operator truncated(Operator source) {
        return Columns.items(source, planning).size() > width
                ? Truncation.truncate(source, width).orElseGet(() -> project(source, width, planning))
                : source;
    }

    private static Operator project(Operator source, int width, Planning planning) {
        List<SelectItem.Item> items = Columns.list(source, planning);
        List<ProjectionColumn> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            SelectItem.Item item = items.get(i);
            columns.add(ProjectionColumn.of(new SelectItem.Item(item.expression(), Items.name(item)))
                    .from(new ProjectionColumn.InputColumn(i)));
        }
        return new Operator.Projection(source, new ProjectionColumns.Known(columns), Optional.empty());
    }
}
