package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;
import java.util.Optional;

/** What the columns of an operator are, and how it gets more: the index of that for all kinds of operator. */
public final class Columns {
    /** MySQL's own limit for a query. */
    private static final int MOST = 4_096;

    private Columns() {}

    /** The operator with a column for an expression: one that it has, if it has it, otherwise a new one. */
    public static Added add(Operator operator, Expression expression, Planning planning) {
        return add(operator, Items.of(expression), true, false, planning);
    }

    /**
     * The operator with a column.
     *
     * @param reuse   true when a column will do that is there already
     * @param groupBy true when aggregations below must group by it
     */
    public static Added add(Operator operator, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        Added added = addTo(operator, item, reuse, groupBy, planning);
        if (added.column() >= MOST) {
            throw ErrorCode.SR01017.error(MOST);
        }
        return added;
    }

    private static Added addTo(Operator operator, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        return switch (operator) {
            case Operator.Route route -> RouteColumns.add(route, item, reuse, groupBy, planning);
            case Operator.ApplyJoin join -> ApplyJoinColumns.add(join, item, reuse, groupBy, planning);
            case Operator.HashJoin join -> HashJoinColumns.add(join, item, reuse, groupBy, planning);
            case Operator.Union union -> UnionColumns.add(union, item, reuse, groupBy, planning);
            case Operator.RecurseCte recursion -> RecursionColumns.add(recursion, item, reuse, groupBy, planning);
            case Operator.Projection projection -> ProjectedColumns.add(projection, item, reuse, groupBy, planning);
            case Operator.Aggregator aggregator -> AggregatorColumns.add(aggregator, item, reuse, groupBy, planning);
            case Operator.Horizon horizon -> HorizonColumns.add(horizon, item, reuse, planning);
            case Operator.VindexTable vindex -> VindexTableColumns.add(vindex, item, reuse);
            case Operator.SubQueryContainer container -> {
                Added added = add(container.outer(), item, reuse, groupBy, planning);
                yield new Added(new Operator.SubQueryContainer(added.operator(), container.inner()), added.column());
            }
            case Operator.SubQuery subquery -> SubQueryColumns.add(subquery, item, reuse, groupBy, planning);
            case Operator.Filter filter -> through(filter, item, reuse, groupBy, planning);
            case Operator.Ordering ordering -> through(ordering, item, reuse, groupBy, planning);
            case Operator.LimitRows limit -> through(limit, item, reuse, groupBy, planning);
            case Operator.Distinct distinct -> through(distinct, item, reuse, groupBy, planning);
            case Operator.Window window -> through(window, item, reuse, groupBy, planning);
            case Operator.LockAndComment comment -> through(comment, item, reuse, groupBy, planning);
            case Operator.QueryGraph graph -> throw noColumns(graph);
            case Operator.Join join -> throw noColumns(join);
            case Operator.Table table -> throw noColumns(table);
        };
    }

    private static Added through(Operator.Unary operator, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        Added added = add(operator.input(), item, reuse, groupBy, planning);
        return new Added(operator.over(added.operator()), added.column());
    }

    /**
     * The operator with a column for the weight string of one of its columns.
     *
     * @param column     the index of that column
     * @param underRoute true when shards will see to it
     */
    public static Added addWeightString(Operator operator, int column, boolean underRoute, Planning planning) {
        return switch (operator) {
            case Operator.Route route -> RouteColumns.addWeightString(route, column, planning);
            case Operator.ApplyJoin join -> ApplyJoinColumns.addWeightString(join, column, underRoute, planning);
            case Operator.HashJoin join -> HashJoinColumns.addWeightString(join, column, underRoute, planning);
            case Operator.Union union -> UnionColumns.addWeightString(union, column, underRoute, planning);
            case Operator.RecurseCte recursion -> RecursionColumns.addWeightString(recursion, column, underRoute,
                    planning);
            case Operator.Projection projection -> ProjectedColumns.addWeightString(projection, column, underRoute,
                    planning);
            case Operator.Aggregator aggregator -> AggregatorColumns.addWeightString(aggregator, column, underRoute,
                    planning);
            case Operator.Horizon horizon -> HorizonColumns.addWeightString(horizon, column, planning);
            case Operator.SubQueryContainer container -> {
                Added added = addWeightString(container.outer(), column, underRoute, planning);
                yield new Added(new Operator.SubQueryContainer(added.operator(), container.inner()), added.column());
            }
            case Operator.SubQuery subquery -> SubQueryColumns.addWeightString(subquery, column, underRoute, planning);
            case Operator.Filter filter -> weightStringThrough(filter, column, underRoute, planning);
            case Operator.Ordering ordering -> weightStringThrough(ordering, column, underRoute, planning);
            case Operator.LimitRows limit -> weightStringThrough(limit, column, underRoute, planning);
            case Operator.Distinct distinct -> weightStringThrough(distinct, column, underRoute, planning);
            case Operator.Window window -> weightStringThrough(window, column, underRoute, planning);
            case Operator.LockAndComment comment -> weightStringThrough(comment, column, underRoute, planning);
            case Operator.VindexTable vindex -> throw noColumns(vindex);
            case Operator.QueryGraph graph -> throw noColumns(graph);
            case Operator.Join join -> throw noColumns(join);
            case Operator.Table table -> throw noColumns(table);
        };
    }

    private static Added weightStringThrough(Operator.Unary operator, int column, boolean underRoute,
            Planning planning) {
        Added added = addWeightString(operator.input(), column, underRoute, planning);
        return new Added(operator.over(added.operator()), added.column());
    }

    /**
     * The index of the column that is an expression, or -1.
     *
     * @param underRoute true when the column is for a query around it, to which a derived table shows its own names only
     */
    public static int find(Operator operator, Expression expression, boolean underRoute, Planning planning) {
        return switch (operator) {
            case Operator.Route route -> find(route.input(), expression, true, planning);
            case Operator.ApplyJoin join -> ApplyJoinColumns.find(join, expression);
            case Operator.HashJoin join -> HashJoinColumns.find(join, expression);
            case Operator.Union union -> UnionColumns.find(union, expression, planning);
            case Operator.RecurseCte recursion -> RecursionColumns.find(recursion, expression, underRoute, planning);
            case Operator.Projection projection -> ProjectedColumns.find(projection, expression, underRoute);
            case Operator.Aggregator aggregator -> AggregatorColumns.find(aggregator, expression, underRoute,
                    planning);
            case Operator.Horizon horizon -> HorizonColumns.find(horizon, expression, underRoute);
            case Operator.VindexTable vindex -> VindexTableColumns.find(vindex, expression);
            case Operator.SubQueryContainer container -> find(container.outer(), expression, underRoute, planning);
            case Operator.SubQuery subquery -> find(subquery.outer().orElseThrow(), expression, underRoute, planning);
            case Operator.Filter filter -> find(filter.input(), expression, underRoute, planning);
            case Operator.Ordering ordering -> find(ordering.input(), expression, underRoute, planning);
            case Operator.LimitRows limit -> find(limit.input(), expression, underRoute, planning);
            case Operator.Distinct distinct -> find(distinct.input(), expression, underRoute, planning);
            case Operator.Window window -> find(window.input(), expression, underRoute, planning);
            case Operator.LockAndComment comment -> find(comment.input(), expression, underRoute, planning);
            case Operator.Table table -> -1;
            case Operator.QueryGraph graph -> throw noColumns(graph);
            case Operator.Join join -> throw noColumns(join);
        };
    }

    /**
     * The columns as the operators above see them.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT09015} when a star hides them
     */
    public static List<SelectItem.Item> list(Operator operator, Planning planning) {
        return switch (operator) {
            case Operator.Route route -> Truncation.truncated(route, list(route.input(), planning));
            case Operator.ApplyJoin join -> ApplyJoinColumns.list(join, planning);
            case Operator.HashJoin join -> HashJoinColumns.list(join, planning);
            case Operator.Union union -> UnionColumns.list(union, planning);
            case Operator.RecurseCte recursion -> RecursionColumns.list(recursion, planning);
            case Operator.Projection projection -> ProjectedColumns.list(projection);
            case Operator.Aggregator aggregator -> AggregatorColumns.list(aggregator, planning);
            case Operator.Horizon horizon -> HorizonColumns.list(horizon);
            case Operator.VindexTable vindex -> VindexTableColumns.list(vindex);
            case Operator.Table table -> List.of();
            case Operator.SubQueryContainer container -> list(container.outer(), planning);
            case Operator.SubQuery subquery -> list(subquery.outer().orElseThrow(), planning);
            case Operator.Filter filter -> Truncation.truncated(filter, list(filter.input(), planning));
            case Operator.Ordering ordering -> Truncation.truncated(ordering, list(ordering.input(), planning));
            case Operator.LimitRows limit -> list(limit.input(), planning);
            case Operator.Distinct distinct -> Truncation.truncated(distinct, list(distinct.input(), planning));
            case Operator.Window window -> list(window.input(), planning);
            case Operator.LockAndComment comment -> list(comment.input(), planning);
            case Operator.QueryGraph graph -> throw noColumns(graph);
            case Operator.Join join -> throw noColumns(join);
        };
    }

    /** The columns as a query that has them in its select list writes them; stars stay stars. */
    public static List<SelectItem> items(Operator operator, Planning planning) {
        return switch (operator) {
            case Operator.Route route -> Truncation.truncated(route, items(route.input(), planning));
            case Operator.Filter filter -> Truncation.truncated(filter, items(filter.input(), planning));
            case Operator.Ordering ordering -> Truncation.truncated(ordering, items(ordering.input(), planning));
            case Operator.Distinct distinct -> Truncation.truncated(distinct, items(distinct.input(), planning));
            case Operator.LimitRows limit -> items(limit.input(), planning);
            case Operator.Window window -> items(window.input(), planning);
            case Operator.LockAndComment comment -> items(comment.input(), planning);
            case Operator.SubQueryContainer container -> items(container.outer(), planning);
            case Operator.SubQuery subquery -> items(subquery.outer().orElseThrow(), planning);
            case Operator.Projection projection -> ProjectedColumns.items(projection);
            case Operator.Horizon horizon -> HorizonColumns.items(horizon);
            case Operator.Union union -> UnionColumns.items(union, planning);
            default -> List.copyOf(list(operator, planning));
        };
    }

    /** The first of the expressions' indexes that is equal, or -1. */
    static int indexOf(List<SelectItem.Item> items, Expression expression) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).expression().equals(expression)) {
                return i;
            }
        }
        return -1;
    }

    /** The weight string of an expression. */
    public static Expression weightString(Expression expression) {
        return new dev.shardroute.sql.ast.SpecialForm.WeightString(expression, null);
    }

    private static RuntimeException noColumns(Operator operator) {
        return ErrorCode.VT13001.error(operator.describe() + " has no columns");
    }

    /** A derived table's name, when the operator is one to the operators above. */
    static Optional<DerivedTable> derived(Operator operator) {
        return switch (operator) {
            case Operator.Horizon horizon -> horizon.derived();
            case Operator.Projection projection -> projection.derived();
            case Operator.Aggregator aggregator -> aggregator.derived();
            default -> Optional.empty();
        };
    }
}
