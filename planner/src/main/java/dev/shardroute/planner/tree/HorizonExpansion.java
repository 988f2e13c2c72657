package dev.shardroute.planner.tree;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.DerivedTable;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.QueryProjection;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.plan.AggregateOpcode;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes apart what a query does with its rows.
 *
 * <pre>
 * Horizon      =>   Limit
 *   rows              Ordering
 *                       Distinct
 *                         Window
 *                           Filter (HAVING)
 *                             Projection or Aggregator
 *                               rows
 * </pre>
 */
public final class HorizonExpansion {
    private final Operator.Horizon horizon;
    private final Planning planning;
    private final List<String> parts = new ArrayList<>();

    private HorizonExpansion(Operator.Horizon horizon, Planning planning) {
        this.horizon = horizon;
        this.planning = planning;
    }

    /** The operators in place of the horizon. */
    public static Rewrite expand(Operator.Horizon horizon, Planning planning) {
        HorizonExpansion expansion = new HorizonExpansion(horizon, planning);
        Operator expanded = switch (horizon.query()) {
            case Select select -> expansion.expand(select);
            case SetOperation union -> expansion.expand(union);
            case ValuesRows rows -> throw ErrorCode.VT12001.error("VALUES");
        };
        return new Rewrite.To(expanded, "taken apart: " + String.join(", ", expansion.parts));
    }

    // UNION

    private Operator expand(SetOperation union) {
        Operator result = limited(ordered(horizon.input(), horizon.projection().orderBy()), union.limit());
        return horizon.derived().isEmpty()
                ? result
                : new Operator.Projection(result, new ProjectionColumns.Known(List.of()), horizon.derived());
    }

    private Operator ordered(Operator rows, List<OrderBy> order) {
        if (order.isEmpty()) {
            return rows;
        }
        parts.add("order");
        return new Operator.Ordering(rows, order);
    }

    private Operator limited(Operator rows, @Nullable Limit limit) {
        if (limit == null) {
            return rows;
        }
        parts.add("limit");
        return new Operator.LimitRows(rows, limit, true, false);
    }

    // SELECT

    private Operator expand(Select select) {
        QueryProjection projection = withColumnsOutside(select);
        Operator result = projection.needsAggregation()
                ? aggregated(projection)
                : projected(projection);
        if (select.having() != null) {
            parts.add("having");
            result = QueryTree.where(select.having(), result, planning);
        }
        if (projection.windowed()) {
            parts.add("windows");
            result = new Operator.Window(result, projection);
        }
        if (needsDistinct(projection)) {
            parts.add("distinct");
            result = new Operator.Distinct(result, true);
        }
        if (!projection.orderBy().isEmpty()) {
            parts.add("order");
            result = withOrder(result, projection);
        }
        return limited(result, select.limit());
    }

    /** A derived table needs columns for what is ordered by and filtered outside of it. */
    private QueryProjection withColumnsOutside(Select select) {
        QueryProjection projection = horizon.projection();
        if (horizon.derived().isEmpty()) {
            return projection;
        }
        List<SelectItem> items = new ArrayList<>(projection.items());
        select.orderBy().forEach(order -> addColumn(items, order.expression()));
        Expressions.conjuncts(select.having()).stream()
                .filter(predicate -> !Nodes.anyMatch(predicate, Query.class::isInstance))
                .forEach(predicate -> addColumn(items, predicate));
        return projection.withItems(items, projection.addedColumns());
    }

    private static void addColumn(List<SelectItem> items, Expression expression) {
        boolean isThere = items.stream().anyMatch(item -> item instanceof SelectItem.Item(var selected, var alias)
                && (selected.equals(expression) || (alias == null && areEqualSubqueries(selected, expression))));
        if (!isThere) {
            items.add(Items.of(expression));
        }
    }

    /** Of equal subqueries each has tables of its own, and all have one name. */
    private static boolean areEqualSubqueries(Expression one, Expression other) {
        return hasQuery(one) && hasQuery(other) && SqlPrinter.print(one).equals(SqlPrinter.print(other));
    }

    private static boolean hasQuery(Expression expression) {
        return Nodes.anyMatch(expression, Query.class::isInstance);
    }

    private boolean needsDistinct(QueryProjection projection) {
        boolean onlyAggregates = projection.aggregated()
                && projection.items().stream().allMatch(planning::containsAggregate);
        return projection.distinct() && !(onlyAggregates && projection.groupBy().isEmpty());
    }

    // without groups

    private Operator projected(QueryProjection projection) {
        parts.add("projection");
        Optional<List<SelectItem.Item>> known = Items.known(projection.items());
        if (known.isEmpty()) {
            refuseSubqueries(projection.items());
            return new Operator.Projection(horizon.input(), new ProjectionColumns.Stars(projection.items()),
                    horizon.derived());
        }
        return projected(horizon.input(), known.get());
    }

    private Operator projected(Operator rows, List<SelectItem.Item> items) {
        SubQueryTree subqueries = new SubQueryTree(planning);
        TableSet outer = TableIds.of(rows);
        List<ProjectionColumn> columns = new ArrayList<>();
        for (SelectItem.Item item : items) {
            columns.add(subqueries.takeValues(item.expression(), outer)
                    .map(taken -> ProjectionColumn.of(item, taken.expression())
                            .from(new ProjectionColumn.Subqueries(taken.subqueries())))
                    .orElseGet(() -> ProjectionColumn.of(item)));
        }
        return new Operator.Projection(subqueries.root(rows), new ProjectionColumns.Known(columns), horizon.derived());
    }

    private static void refuseSubqueries(List<SelectItem> items) {
        if (items.stream().anyMatch(item -> Nodes.anyMatch(item, Query.class::isInstance))) {
            throw ErrorCode.VT09015.error("a star cannot be expanded");
        }
    }

    // with groups

    private Operator aggregated(QueryProjection given) {
        parts.add("aggregation");
        Aggregations found = Aggregations.of(given, planning);
        boolean isComputed = found.isComplex() || (needsGroup(given) && hasValues(found));
        SubQueryTree subqueries = new SubQueryTree(planning);
        TableSet outer = TableIds.of(horizon.input());
        List<Aggregation> aggregations = new ArrayList<>();
        QueryProjection settled = found.projection();
        for (Aggregation aggregation : found.aggregations()) {
            if (isComputed && isValue(aggregation)) {
                continue;
            }
            Expression expression = aggregation.original().expression();
            Optional<SubQueryTree.Taken> taken = subqueries.takeValues(expression, outer);
            aggregations.add(taken.map(value -> withValues(aggregation, value)).orElse(aggregation));
            if (taken.isPresent()) {
                settled = replaced(settled, expression, taken.get().expression());
            }
        }
        Operator rows = subqueries.root(horizon.input());
        return isComputed ? computed(rows, settled, aggregations) : direct(rows, settled, aggregations);
    }

    /** True when there is one group even where there are no rows: only a route is sure to give a row for it. */
    private boolean needsGroup(QueryProjection projection) {
        return projection.groupBy().isEmpty() && !(horizon.input() instanceof Operator.Route);
    }

    private static boolean hasValues(Aggregations found) {
        return found.aggregations().stream().anyMatch(HorizonExpansion::isValue);
    }

    /** True for an item with the value of a subquery, not in an aggregate function. */
    private static boolean isValue(Aggregation aggregation) {
        return aggregation.function() == null && aggregation.opcode() != AggregateOpcode.UDF
                && Nodes.anyMatch(aggregation.original(), Query.class::isInstance);
    }

    private static Aggregation withValues(Aggregation aggregation, SubQueryTree.Taken taken) {
        SelectItem.Item item = new SelectItem.Item(taken.expression(), aggregation.original().alias());
        return aggregation.with(item, aggregation.function() == null ? null : taken.expression(), taken.subqueries());
    }

    private static QueryProjection replaced(QueryProjection projection, Expression old, Expression other) {
        List<SelectItem> items = projection.items().stream()
                .<SelectItem>map(item -> item instanceof SelectItem.Item(var expression, var alias)
                        ? new SelectItem.Item(Expressions.rewrite(expression,
                                part -> part.equals(old) ? other : part), alias)
                        : item)
                .toList();
        return projection.withItems(items, projection.addedColumns());
    }

    private Operator.Aggregator aggregator(Operator rows, QueryProjection projection, List<SelectItem.Item> columns,
            List<GroupBy> grouping, List<Aggregation> aggregations, Optional<DerivedTable> derived, boolean truncate) {
        return new Operator.Aggregator(rows, columns, grouping, aggregations, projection.rollup(), Optional.empty(),
                derived, Optional.of(projection), false, true, 0, false, truncate);
    }

    /** Every item is a key or an aggregate. */
    private Operator direct(Operator rows, QueryProjection projection, List<Aggregation> given) {
        List<SelectItem.Item> items = Items.known(projection.items())
                .orElseThrow(() -> ErrorCode.VT09015.error("a star cannot be expanded"));
        List<GroupBy> grouping = new ArrayList<>(projection.groupBy());
        List<Aggregation> aggregations = new ArrayList<>(given);
        for (int i = 0; i < items.size(); i++) {
            place(items.get(i).expression(), i, grouping, aggregations);
        }
        return aggregator(rows, projection, items, grouping, aggregations, horizon.derived(), horizon.truncate());
    }

    private static void place(Expression expression, int column, List<GroupBy> grouping,
            List<Aggregation> aggregations) {
        boolean isKey = false;
        for (int i = 0; i < grouping.size(); i++) {
            if (grouping.get(i).expression().equals(expression)) {
                isKey = true;
                if (grouping.get(i).column() < 0) {
                    grouping.set(i, grouping.get(i).withColumn(column));
                }
            }
        }
        for (int i = 0; !isKey && i < aggregations.size(); i++) {
            Aggregation aggregation = aggregations.get(i);
            if (aggregation.column() < 0 && aggregation.original().expression().equals(expression)) {
                aggregations.set(i, aggregation.withColumn(column));
                return;
            }
        }
        if (!isKey) {
            throw ErrorCode.VT12001.error("in grouping, an item that is neither a key nor an aggregate: "
                    + SqlPrinter.print(expression));
        }
    }

    /** Items are computed from keys and aggregates, and the values of subqueries beside them. */
    private Operator computed(Operator rows, QueryProjection projection, List<Aggregation> given) {
        List<SelectItem.Item> columns = new ArrayList<>();
        List<GroupBy> grouping = new ArrayList<>();
        for (GroupBy key : projection.groupBy()) {
            grouping.add(key.withColumn(columns.size()));
            columns.add(Items.of(key.expression()));
        }
        List<Aggregation> aggregations = new ArrayList<>();
        for (Aggregation aggregation : given) {
            aggregations.add(aggregation.withColumn(columns.size()));
            columns.add(aggregation.original());
        }
        Operator groups = aggregator(rows, projection, columns, grouping, aggregations, Optional.empty(), false);
        return projected(groups, Items.known(projection.items()).orElseThrow());
    }

    // ORDER BY

    private Operator withOrder(Operator rows, QueryProjection projection) {
        SubQueryTree subqueries = new SubQueryTree(planning);
        TableSet outer = TableIds.of(rows);
        Operator result = rows;
        List<OrderBy> order = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (OrderBy key : projection.orderBy()) {
            if (hasQuery(key.expression()) && !known.add(SqlPrinter.print(key.expression()))) {
                continue; // rows that are equal by a key are so by an equal one
            }
            Optional<SubQueryTree.Taken> taken = subqueries.takeValues(key.expression(), outer);
            if (taken.isEmpty()) {
                order.add(horizon.derived().map(table -> outside(key, projection, table)).orElse(key));
                continue;
            }
            if (!(result instanceof Operator.Projection below)) {
                throw ErrorCode.VT12001.error("a subquery in ORDER BY of an aggregation");
            }
            result = withSubqueries(below, taken.get());
            Expression expression = taken.get().expression();
            order.add(new OrderBy(new OrderItem(expression, key.item().descending()), expression));
        }
        Operator settled = result instanceof Operator.Projection below ? below.over(subqueries.root(below.input()))
                : result;
        return new Operator.Ordering(settled, order);
    }

    private static Operator.Projection withSubqueries(Operator.Projection projection, SubQueryTree.Taken taken) {
        List<ProjectionColumn> columns = switch (projection.columns()) {
            case ProjectionColumns.Known(var known) -> new ArrayList<>(known);
            case ProjectionColumns.Stars stars -> throw ErrorCode.VT09015.error("a star cannot be expanded");
        };
        columns.add(ProjectionColumn.of(Items.of(taken.expression()))
                .from(new ProjectionColumn.Subqueries(taken.subqueries())));
        return projection.withColumns(columns);
    }

    /** The key by the name that it has outside of the derived table. */
    private static OrderBy outside(OrderBy key, QueryProjection projection, DerivedTable table) {
        for (SelectItem item : projection.items()) {
            if (item instanceof SelectItem.Item plain && plain.expression().equals(key.expression())) {
                Expression column = new Expression.BoundColumn(new Expression.Column(
                        TableName.of(table.alias()), Items.name(plain)), table.id().first());
                return new OrderBy(new OrderItem(column, key.item().descending()), column);
            }
        }
        return key;
    }
}
