package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The columns of a route: those of the statement that it sends. */
public final class RouteColumns {
    /** The name of the table that a statement becomes whose own columns cannot be added to. */
    private static final String DERIVED_NAME = "dt";

    private RouteColumns() {}

    static Added add(Operator.Route route, SelectItem.Item item, boolean reuse, boolean groupBy, Planning planning) {
        if (reuse) {
            int found = Columns.find(route, item.expression(), true, planning);
            if (found >= 0) {
                return new Added(route, found);
            }
        }
        Inside inside = addInside(route.input(), item, reuse, groupBy, planning);
        Operator.Route changed = route.over(inside.operator());
        if (inside.column() >= 0) {
            return new Added(changed, inside.column());
        }
        Operator.Projection projection = projection(inside.operator(), inside.derived(), planning);
        Added added = ProjectedColumns.addWithoutPushing(projection, item, planning);
        return new Added(changed.over(added.operator()), added.column());
    }

    /**
     * What became of a column that was to be added inside of a statement.
     *
     * @param operator the operator, with the column if it has one
     * @param column   the index of the column, or -1
     * @param derived  the derived table that was in the way
     */
    private record Inside(Operator operator, int column, Optional<DerivedTable> derived) {}

    private static Inside addInside(Operator operator, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        return switch (operator) {
            case Operator.Distinct distinct -> through(distinct, item, reuse, groupBy, planning);
            case Operator.LimitRows limit -> through(limit, item, reuse, groupBy, planning);
            case Operator.Ordering ordering -> through(ordering, item, reuse, groupBy, planning);
            case Operator.LockAndComment comment -> through(comment, item, reuse, groupBy, planning);
            case Operator.SubQuery subquery -> {
                Inside inside = addInside(subquery.outer().orElseThrow(), item, reuse, groupBy, planning);
                yield new Inside(subquery.with(Optional.of(inside.operator()), subquery.subquery()), inside.column(),
                        inside.derived());
            }
            case Operator.Union union -> addInside(wrap(union, planning), item, reuse, groupBy, planning);
            case Operator.Filter filter when derived(filter).isPresent() -> new Inside(filter, -1, derived(filter));
            case Operator.Horizon horizon -> new Inside(horizon, -1, horizon.derived());
            case Operator.Projection projection when projection.derived().isPresent() ->
                    new Inside(projection, -1, projection.derived());
            case Operator.Projection projection -> isOfWrapped(projection, item, planning)
                    ? throughWrapped(projection, item, reuse, groupBy, planning)
                    : inside(ProjectedColumns.addWithoutPushing(projection, item, planning));
            case Operator.Aggregator aggregator when aggregator.derived().isPresent() ->
                    new Inside(aggregator, -1, aggregator.derived());
            case Operator.Aggregator aggregator ->
                    inside(AggregatorColumns.addWithoutPushing(aggregator, item, groupBy, planning));
            default -> new Inside(operator, -1, Optional.empty());
        };
    }

    /** The operator with all columns of a derived table that a route ends in as columns of the route's statement. */
    public static Operator exposed(Operator operator, Planning planning) {
        return switch (operator) {
            case Operator.Route route -> derived(route.input())
                    .<Operator>map(table -> route.over(projection(route.input(), Optional.of(table), planning)))
                    .orElse(route);
            case Operator.SubQuery subquery -> subquery.with(
                    Optional.of(exposed(subquery.outer().orElseThrow(), planning)), subquery.subquery());
            case Operator.Filter filter -> filter.over(exposed(filter.input(), planning));
            case Operator.Ordering ordering -> ordering.over(exposed(ordering.input(), planning));
            case Operator.LimitRows limit -> limit.over(exposed(limit.input(), planning));
            default -> operator;
        };
    }

    /** The derived table that a statement reads and selects nothing from yet. */
    private static Optional<DerivedTable> derived(Operator operator) {
        return switch (operator) {
            case Operator.Distinct distinct -> derived(distinct.input());
            case Operator.LimitRows limit -> derived(limit.input());
            case Operator.Ordering ordering -> derived(ordering.input());
            case Operator.Filter filter -> derived(filter.input());
            default -> Columns.derived(operator);
        };
    }

    private static Inside inside(Added added) {
        return new Inside(added.operator(), added.column(), Optional.empty());
    }

    private static Inside through(Operator.Unary operator, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        Inside inside = addInside(operator.input(), item, reuse, groupBy, planning);
        return new Inside(operator.over(inside.operator()), inside.column(), inside.derived());
    }

    /** True when an expression needs columns of a statement that {@link #wrap} has made a table of, which are none of it. */
    private static boolean isOfWrapped(Operator.Projection outer, SelectItem.Item item, Planning planning) {
        if (!(outer.input() instanceof Operator.Projection inner) || inner.derived().isEmpty()
                || !inner.derived().get().alias().equals(DERIVED_NAME) || inner.derived().get().columns().isEmpty()) {
            return false;
        }
        TableSet table = inner.derived().get().id();
        Added added = ProjectedColumns.addWithoutPushing(outer, item, planning);
        ProjectionColumn column = ProjectedColumns.known((Operator.Projection) added.operator()).get(added.column());
        return Nodes.anyMatch(column.eval(), part -> part instanceof BoundColumn of && !table.contains(of.source()));
    }

    /** A column of the statement, and one more of the table that it is. */
    private static Inside throughWrapped(Operator.Projection outer, SelectItem.Item item, boolean reuse,
            boolean groupBy, Planning planning) {
        Operator.Projection inner = (Operator.Projection) outer.input();
        if (isOfUnion(inner.input())) {
            throw behindATable(item);
        }
        Inside below = addInside(inner.input(), item, reuse, groupBy, planning);
        if (below.column() < 0) {
            throw behindATable(item);
        }
        DerivedTable table = inner.derived().orElseThrow();
        String name = "c" + table.columns().size();
        List<String> names = new ArrayList<>(table.columns());
        names.add(name);
        DerivedTable wider = new DerivedTable(table.id(), table.alias(), names);
        List<ProjectionColumn> columns = new ArrayList<>(ProjectedColumns.known(inner));
        columns.add(ProjectionColumn.of(item));
        List<ProjectionColumn> shown = new ArrayList<>(ProjectedColumns.known(outer));
        shown.add(ProjectionColumn.of(item, outside(name, wider)));
        Operator statement = new Operator.Projection(below.operator(), new ProjectionColumns.Known(columns),
                Optional.of(wider));
        return new Inside(outer.over(statement).withColumns(shown), shown.size() - 1, Optional.empty());
    }

    /** True for rows to which no column can be added: they would be wrapped once more, and so on. */
    private static boolean isOfUnion(Operator operator) {
        return operator instanceof Operator.Union
                || (operator instanceof Operator.Unary rows && Columns.derived(rows).isEmpty()
                        && !(rows instanceof Operator.Projection) && isOfUnion(rows.input()));
    }

    private static RuntimeException behindATable(SelectItem.Item item) {
        return ErrorCode.VT12001.error("a column behind a derived table: " + SqlPrinter.print(item.expression()));
    }

    /** A projection of all columns; of a derived table under their names outside of it. */
    static Operator.Projection projection(Operator input, Optional<DerivedTable> derived, Planning planning) {
        List<SelectItem.Item> items = Columns.list(input, planning);
        List<ProjectionColumn> columns = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            SelectItem.Item item = items.get(i);
            int index = i;
            columns.add(derived.map(table -> ProjectionColumn.of(Items.of(outside(table.name(index, item), table))))
                    .orElseGet(() -> ProjectionColumn.of(item)));
        }
        return new Operator.Projection(input, new ProjectionColumns.Known(columns), Optional.empty());
    }

    /** A column of a derived table, as the query around it sees it. */
    public static BoundColumn outside(String name, DerivedTable derived) {
        return new BoundColumn(new Expression.Column(TableName.of(derived.alias()), name), derived.id().first());
    }

    static Added addWeightString(Operator.Route route, int column, Planning planning) {
        List<SelectItem.Item> columns = Columns.list(route, planning);
        if (column >= columns.size()) {
            throw ErrorCode.VT13001.error("a route has no column " + column);
        }
        Expression weightString = Columns.weightString(columns.get(column).expression());
        int found = Columns.find(route, weightString, true, planning);
        if (found >= 0) {
            return new Added(route, found);
        }
        Added inside = weightStringInside(route.input(), column, planning)
                .orElseGet(() -> ProjectedColumns.addWeightString(wrap(route.input(), planning), column, true,
                        planning));
        return new Added(route.over(inside.operator()), inside.column());
    }

    private static Optional<Added> weightStringInside(Operator operator, int column, Planning planning) {
        return switch (operator) {
            case Operator.Distinct distinct -> weightStringThrough(distinct, column, planning);
            case Operator.Filter filter -> weightStringThrough(filter, column, planning);
            case Operator.SubQuery subquery -> weightStringInside(subquery.outer().orElseThrow(), column, planning)
                    .map(added -> new Added(subquery.with(Optional.of(added.operator()), subquery.subquery()),
                            added.column()));
            case Operator.Projection projection ->
                    Optional.of(ProjectedColumns.addWeightString(projection, column, true, planning));
            case Operator.Aggregator aggregator ->
                    Optional.of(AggregatorColumns.addWeightString(aggregator, column, true, planning));
            case Operator.Union union -> UnionColumns.tryWeightString(union, column, planning);
            default -> Optional.empty();
        };
    }

    private static Optional<Added> weightStringThrough(Operator.Unary operator, int column, Planning planning) {
        return weightStringInside(operator.input(), column, planning)
                .map(added -> new Added(operator.over(added.operator()), added.column()));
    }

    /** The columns of an operator as its statement writes them. */
    private static List<ProjectionColumn> written(Operator operator, List<SelectItem.Item> items, Planning planning) {
        List<SelectItem> written = Columns.items(operator, planning);
        List<ProjectionColumn> columns = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            columns.add(written.get(i) instanceof SelectItem.Item item
                    ? ProjectionColumn.of(items.get(i), item.expression())
                    : ProjectionColumn.of(items.get(i)));
        }
        return columns;
    }

    /** The rows of an operator as a derived table, and all of its columns. */
    static Operator.Projection wrap(Operator operator, Planning planning) {
        List<SelectItem.Item> items = Columns.list(operator, planning);
        List<String> names = IntStream.range(0, items.size()).mapToObj(i -> "c" + i).toList();
        DerivedTable derived = new DerivedTable(planning.newTable(), DERIVED_NAME, names);
        Operator inner = new Operator.Projection(operator, new ProjectionColumns.Known(written(operator, items,
                planning)), Optional.of(derived));
        List<ProjectionColumn> columns = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            columns.add(ProjectionColumn.of(items.get(i), outside(names.get(i), derived)));
        }
        return new Operator.Projection(inner, new ProjectionColumns.Known(columns), Optional.empty());
    }
}
