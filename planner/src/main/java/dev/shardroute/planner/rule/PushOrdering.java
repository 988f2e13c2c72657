package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.DerivedTable;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Ordering;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.ProjectedColumns;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pushes an order down; shards order each for itself, and the route merges their rows.
 *
 * <pre>
 * Ordering     =>   Route
 *   Route             Ordering
 * </pre>
 *
 * Under a join it goes to the left side, whose order the join keeps; under an aggregation, once that is split, it takes in the
 * keys of the groups:
 *
 * <pre>
 * Ordering(b desc)             =>   Aggregator(group by b, a)
 *   Aggregator(group by a, b)         Ordering(b desc, a)
 *     rows                              rows
 * </pre>
 *
 * Does not fire where the order is by what is only computed there: by columns of the right side, aggregates, averages, values
 * of subqueries, and columns of a derived table that have variables for the other side of a join; nor over limits, unions and
 * DISTINCT.
 */
public final class PushOrdering {
    private static final String BELOW = "below the projection";

    private PushOrdering() {}

    /** Tries the rule. */
    public static Rewrite apply(Ordering ordering, Planning planning) {
        return switch (ordering.input()) {
            case Operator.Route route -> new Rewrite.To(route.over(ordering.over(route.input())), "the shards order");
            case Operator.Filter filter ->
                    new Rewrite.To(filter.over(ordering.over(filter.input())), "below the filter");
            case Ordering inner -> new Rewrite.To(ordering.over(inner.input()), "another order comes after it");
            case Operator.ApplyJoin join -> isOf(ordering, join.left(), planning)
                    ? new Rewrite.To(join.over(ordering.over(join.left()), join.right()), "the left side is ordered")
                    : new Rewrite.Keep("it is not of the left side alone");
            case Operator.Projection projection -> overProjection(ordering, projection, planning);
            case Operator.Aggregator aggregator -> overAggregator(ordering, aggregator, planning);
            case Operator.SubQueryContainer container -> isOf(ordering, container.outer(), planning)
                    ? new Rewrite.To(new Operator.SubQueryContainer(ordering.over(container.outer()),
                            container.inner()), "the outer query is ordered")
                    : new Rewrite.Keep("it needs rows of a subquery");
            default -> new Rewrite.Keep("it cannot be under " + ordering.input().describe());
        };
    }

    private static boolean isOf(Ordering ordering, Operator operator, Planning planning) {
        TableSet tables = TableIds.of(operator);
        return ordering.order().stream()
                .allMatch(key -> planning.semantics()
                        .recursive(SubQueryVariables.merged(key.item().expression(), planning)).isSubsetOf(tables)
                        && isKnown(key, tables, planning));
    }

    /** A column that a derived table has for its own order is of that table alone. */
    private static boolean isKnown(OrderBy key, TableSet tables, Planning planning) {
        return !(key.item().expression() instanceof BoundColumn column)
                || column.source() >= planning.semantics().tables().size()
                || !(planning.semantics().info(column.source()) instanceof TableInfo.Derived derived)
                || derived.column(column.name()).isPresent() || !derived.complete()
                || tables.contains(column.source());
    }

    private static Rewrite overProjection(Ordering ordering, Operator.Projection projection, Planning planning) {
        if (!ordering.order().stream().allMatch(key -> planning.mustFetch(key.expression())
                && !ProjectedColumns.isEvaluated(projection, key.expression()))) {
            return new Rewrite.Keep("it orders by what the projection computes");
        }
        boolean isPlain = projection.columns() instanceof ProjectionColumns.Known(var columns)
                && columns.stream().allMatch(column -> column.source().isEmpty());
        if (!isPlain) {
            return new Rewrite.Keep("the projection has its columns already");
        }
        return projection.derived().map(derived -> overDerived(ordering, projection, derived, planning))
                .orElseGet(() -> new Rewrite.To(projection.over(ordering.over(projection.input())), BELOW));
    }

    /** Below a derived table its columns are not known by their names outside. */
    private static Rewrite overDerived(Ordering ordering, Operator.Projection projection, DerivedTable derived,
            Planning planning) {
        List<OrderBy> order = planning.semantics().info(derived.id()).map(table -> ordering.order().stream()
                .map(key -> key.map(expression -> planning.semantics().inside(expression, table))).toList())
                .orElse(ordering.order());
        boolean isInside = order.stream()
                .noneMatch(key -> planning.semantics().direct(key.expression()).overlaps(derived.id()));
        if (!isInside) {
            return new Rewrite.Keep("a star hides what the columns of the derived table are");
        }
        TableSet tables = TableIds.of(projection.input());
        boolean isOfInput =
                order.stream().allMatch(key -> planning.semantics().direct(key.expression()).isSubsetOf(tables));
        return isOfInput
                ? new Rewrite.To(projection.over(new Ordering(projection.input(), order)), BELOW)
                : new Rewrite.Keep("a column of the derived table has variables for the other side of a join");
    }

    // aggregations

    private static Rewrite overAggregator(Ordering ordering, Operator.Aggregator aggregator, Planning planning) {
        List<OrderBy> order = inside(ordering, aggregator, planning);
        if (!isOneRow(aggregator) && !areKeys(order, aggregator.grouping())) {
            return new Rewrite.Keep("it orders by other than the keys of the groups");
        }
        return planning.hasReached(Stage.DELEGATE_AGGREGATION)
                ? under(order, aggregator)
                : new Rewrite.Keep("the aggregation may still go to the shards");
    }

    /** True for a group of all rows in a derived table, which is in any order. */
    private static boolean isOneRow(Operator.Aggregator aggregator) {
        return aggregator.grouping().isEmpty()
                && aggregator.projection().filter(projection -> projection.orderBy().isEmpty()).isPresent();
    }

    /** The order by the names that the aggregation has inside of its derived table. */
    private static List<OrderBy> inside(Ordering ordering, Operator.Aggregator aggregator, Planning planning) {
        Optional<TableInfo> derived = aggregator.derived().flatMap(table -> planning.semantics().info(table.id()));
        return ordering.order().stream().map(key -> derived.map(table -> key.map(
                expression -> planning.semantics().inside(expression, table))).orElse(key)).toList();
    }

    private static boolean areKeys(List<OrderBy> order, List<GroupBy> grouping) {
        return order.stream().allMatch(
                key -> grouping.stream().anyMatch(group -> group.expression().equals(key.expression())));
    }

    private static Rewrite under(List<OrderBy> asked, Operator.Aggregator aggregator) {
        List<OrderBy> order = new ArrayList<>(asked);
        List<GroupBy> left = new ArrayList<>(aggregator.grouping());
        List<GroupBy> grouping = new ArrayList<>();
        for (OrderBy key : asked) {
            left.stream().filter(group -> group.expression().equals(key.expression())).findFirst().ifPresent(group -> {
                left.remove(group);
                grouping.add(group);
            });
        }
        for (GroupBy group : left) {
            grouping.add(group);
            order.add(group.asOrderBy());
        }
        Operator rows = aggregator.input() instanceof Ordering inner ? inner.input() : aggregator.input();
        return new Rewrite.To(aggregator.withGrouping(grouping).over(new Ordering(rows, order)),
                "the groups come in that order");
    }
}
