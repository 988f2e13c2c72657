package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.ProjectionColumn.InputColumn;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a projection. */
public final class ProjectedColumns {
    private ProjectedColumns() {}

    /**
     * The columns, all of which must be known.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT09015} when a star hides them
     */
    public static List<ProjectionColumn> known(Operator.Projection projection) {
        return switch (projection.columns()) {
            case ProjectionColumns.Known(var columns) -> columns;
            case ProjectionColumns.Stars stars -> throw ErrorCode.VT09015.error("a star cannot be expanded");
        };
    }

    static Added add(Operator.Projection projection, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        Expression inside = inside(projection, item.expression(), planning);
        int present = reuse ? find(projection, inside, item.expression()) : -1;
        if (present >= 0) {
            return new Added(projection, present);
        }
        ProjectionColumn column = column(projection, item, inside);
        if (planning.needsNothing(column.eval())) {
            int found = Columns.find(projection.input(), column.eval(), false, planning);
            return append(projection, found < 0 ? column : column.from(new InputColumn(found)));
        }
        SelectItem.Item asked = new SelectItem.Item(column.eval(), item.alias());
        Added below = Columns.add(projection.input(), asked, true, groupBy, planning);
        return append(projection.over(below.operator()), column.from(new InputColumn(below.column())));
    }

    /** The projection with a column whose parts are surely there below it, as under a route. */
    static Added addWithoutPushing(Operator.Projection projection, SelectItem.Item item, Planning planning) {
        Expression inside = inside(projection, item.expression(), planning);
        int found = find(projection, inside, false);
        return found >= 0
                ? new Added(projection, found)
                : append(projection, column(projection, item, inside));
    }

    /** A column of columns that are projected under other names is evaluated of what these are. */
    private static ProjectionColumn column(Operator.Projection projection, SelectItem.Item item, Expression inside) {
        Expression eval = (Expression) evaluated(projection, inside);
        if (eval.equals(inside) && !(inside instanceof WeightString)) {
            return ProjectionColumn.of(item, inside);
        }
        SelectItem.Item original =
                inside.equals(item.expression()) ? new SelectItem.Item(eval, item.alias()) : item;
        return new ProjectionColumn(original, eval, item.expression(), Optional.empty());
    }

    private static Node evaluated(Operator.Projection projection, Node node) {
        int found = node instanceof Expression part ? find(projection, part, false) : -1;
        return found < 0
                ? Nodes.mapParts(node, part -> evaluated(projection, part))
                : known(projection).get(found).eval();
    }

    private static Expression inside(Operator.Projection projection, Expression expression, Planning planning) {
        return projection.derived().flatMap(derived -> planning.semantics().info(derived.id()))
                .map(info -> planning.semantics().inside(expression, info)).orElse(expression);
    }

    private static Added append(Operator.Projection projection, ProjectionColumn column) {
        List<ProjectionColumn> columns = new ArrayList<>(known(projection));
        columns.add(column);
        return new Added(projection.withColumns(columns), columns.size() - 1);
    }

    static Added addWeightString(Operator.Projection projection, int column, boolean underRoute, Planning planning) {
        Expression expression = known(projection).get(column).eval();
        Expression weightString = Columns.weightString(expression);
        int found = findWeightString(projection, weightString, underRoute);
        if (found >= 0) {
            return new Added(projection, found);
        }
        ProjectionColumn added = ProjectionColumn.of(Items.of(weightString));
        int below = underRoute ? -1 : Columns.find(projection.input(), expression, false, planning);
        if (below < 0) {
            return append(projection, added);
        }
        Added input = Columns.addWeightString(projection.input(), below, false, planning);
        return append(projection.over(input.operator()), added.from(new InputColumn(input.column())));
    }

    private static int findWeightString(Operator.Projection projection, Expression weightString, boolean underRoute) {
        int found = find(projection, weightString, underRoute);
        List<ProjectionColumn> columns = known(projection);
        for (int i = 0; found < 0 && i < columns.size(); i++) {
            found = columns.get(i).eval().equals(weightString) ? i : -1;
        }
        return found;
    }

    /** A column of a derived table on one side of a join may have variables for what it needs of the other side. */
    private static int find(Operator.Projection projection, Expression inside, Expression outside) {
        int found = find(projection, inside, false);
        return found >= 0 ? found : find(projection, outside, false);
    }

    static int find(Operator.Projection projection, Expression expression, boolean underRoute) {
        if (underRoute && projection.derived().isPresent()) {
            return -1;
        }
        List<ProjectionColumn> columns = known(projection);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).column().equals(expression)) {
                return i;
            }
        }
        return projection.derived().map(table -> table.place(expression, list(projection))).orElse(-1);
    }

    static List<SelectItem.Item> list(Operator.Projection projection) {
        return known(projection).stream().map(ProjectionColumn::original).toList();
    }

    static List<SelectItem> items(Operator.Projection projection) {
        return switch (projection.columns()) {
            case ProjectionColumns.Stars(var items) -> items;
            case ProjectionColumns.Known(var columns) ->
                    columns.stream().<SelectItem>map(ProjectedColumns::item).toList();
        };
    }

    private static SelectItem.Item item(ProjectionColumn column) {
        SelectItem.Item original = column.original();
        String alias = original.alias() == null && !isWrittenAlike(column.eval(), original.expression())
                ? Items.name(original)
                : original.alias();
        return new SelectItem.Item(column.eval(), alias);
    }

    /** True when the one gives a column of the same name as the other. */
    private static boolean isWrittenAlike(Expression eval, Expression original) {
        return (eval instanceof BoundColumn left && original instanceof BoundColumn right)
                ? left.column().equals(right.column())
                : eval.equals(original) || isSubqueryAlike(eval, original);
    }

    /** A subquery that became a part of the query of a shard is another tree, and may still read the same. */
    private static boolean isSubqueryAlike(Expression eval, Expression original) {
        return Nodes.anyMatch(eval, Subquery.class::isInstance)
                && SqlPrinter.print(eval).equals(SqlPrinter.print(original));
    }

    /** True when the projection does more than take over the first columns of its input, by their own names. */
    public static boolean isNeeded(Operator.Projection projection) {
        if (!(projection.columns() instanceof ProjectionColumns.Known(var columns))) {
            return true;
        }
        for (int i = 0; i < columns.size(); i++) {
            ProjectionColumn column = columns.get(i);
            boolean isTakenOver = column.source().isPresent()
                    && column.source().get() instanceof InputColumn(var index) && index == i;
            if (!isTakenOver || column.original().alias() != null) {
                return true;
            }
        }
        return false;
    }

    /** True when the column that an expression names is evaluated here, not taken over. */
    public static boolean isEvaluated(Operator.Projection projection, Expression expression) {
        if (!(projection.columns() instanceof ProjectionColumns.Known(var columns))) {
            return true;
        }
        Optional<ProjectionColumn> named =
                columns.stream().filter(column -> column.column().equals(expression)).findFirst();
        return named.isPresent() && !named.get().column().equals(named.get().eval());
    }
}
