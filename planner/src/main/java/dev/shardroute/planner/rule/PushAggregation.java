package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.AggregatorColumns;
import dev.shardroute.planner.operator.ColumnVindexes;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.operator.SubQueryColumns;
import dev.shardroute.planner.plan.AggregateOpcode;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pushes an aggregation down: whole, where each group is on one shard; otherwise the shards aggregate each its own rows, and
 * what stays above puts their aggregates together.
 *
 * <pre>
 * Aggregator   =>   Route            or   Aggregator (sums of counts, …)
 *   Route             Aggregator            Route
 *                                             Aggregator
 * </pre>
 *
 * Splitting waits for its phase, in which joins cannot be merged any more. It goes on through joins ({@link
 * AggregationOverJoin}), filters and subqueries: below them rows are also grouped by what these need. Averages become sums and
 * counts first ({@link AverageSplit}).
 *
 * <p>Does not fire twice. Aggregates of different values are split over a route only: below anything else one value would be
 * in several groups. Neither is what is grouped by NULLs of an outer join pushed whole, since each shard has such rows.
 */
public final class PushAggregation {
    private PushAggregation() {}

    /** Tries the rule. */
    public static Rewrite apply(Aggregator aggregator, Planning planning) {
        if (aggregator.pushed()) {
            return new Rewrite.Keep("the shards do a part of it already");
        }
        if (aggregator.input() instanceof Operator.Route route
                && (route.routing().isSingleShard() || isShardLocal(aggregator, planning))) {
            return new Rewrite.To(route.over(aggregator.over(route.input())), "each group is on one shard");
        }
        if (!planning.hasReached(Stage.DELEGATE_AGGREGATION)) {
            return new Rewrite.Keep("joins may still be merged");
        }
        if (aggregator.aggregations().stream().anyMatch(one -> one.opcode() == AggregateOpcode.AVG)) {
            return new Rewrite.To(AverageSplit.of(aggregator), "averages are sums and counts");
        }
        DistinctAggregates distinct = DistinctAggregates.of(aggregator, planning);
        checkConcat(aggregator, distinct);
        return aggregator.input() instanceof Operator.Route route
                ? new Rewrite.To(overRoute(aggregator, route, distinct), "each shard aggregates its own rows")
                : overRows(aggregator, distinct, planning);
    }

    private static boolean isShardLocal(Aggregator aggregator, Planning planning) {
        return !aggregator.rollup() && aggregator.grouping().stream()
                .anyMatch(key -> ColumnVindexes.isShardLocal(key.expression(), planning)
                        && !ColumnVindexes.isNullable(aggregator.input(), key.expression(), planning));
    }

    /** What shards have concatenated is in no order, and has values of several shards more than once. */
    private static void checkConcat(Aggregator aggregator, DistinctAggregates distinct) {
        boolean isDistinctOnShards = distinct.isShardLocal() && aggregator.input() instanceof Operator.Route;
        for (Aggregation aggregation : aggregator.aggregations()) {
            if (aggregation.function() instanceof GroupConcat concat && (!concat.orderBy().isEmpty()
                    || concat.limit() != null || (concat.distinct() && !isDistinctOnShards))) {
                throw ErrorCode.VT12001.error("GROUP_CONCAT with DISTINCT, ORDER BY or LIMIT over several shards: "
                        + SqlPrinter.print(concat));
            }
        }
    }

    // routes

    private static Operator overRoute(Aggregator aggregator, Operator.Route route, DistinctAggregates distinct) {
        List<SelectItem.Item> columns = new ArrayList<>(aggregator.columns());
        List<GroupBy> grouping = new ArrayList<>(aggregator.grouping());
        List<Aggregation> below = new ArrayList<>();
        List<Aggregation> above = new ArrayList<>();
        boolean isGrouped = false;
        for (Aggregation aggregation : aggregator.aggregations()) {
            if (!aggregation.distinct() || distinct.isShardLocal()) {
                below.add(aggregation);
                above.add(aggregation.ofParts().asPushedDown());
                continue;
            }
            // the shards group by the argument, so that it is distinct for each of them
            columns.set(aggregation.column(), Items.of(distinct.onlyArgument()));
            if (!isGrouped) {
                grouping.add(GroupBy.of(distinct.onlyArgument()).withColumn(aggregation.column()));
                isGrouped = true;
            }
            above.add(aggregation);
        }
        Operator pushed = route.over(below(aggregator, route.input()).with(columns, grouping, below));
        return aggregator.original()
                ? aggregator.above(pushed, above, isGrouped ? Optional.of(distinct.onlyArgument()) : Optional.empty())
                : pushed;
    }

    // other rows

    private static Rewrite overRows(Aggregator aggregator, DistinctAggregates distinct, Planning planning) {
        if (GroupOfNoRows.isIn(aggregator, planning)) {
            return new Rewrite.To(GroupOfNoRows.settled(aggregator, planning), "what needs no row is computed above");
        }
        if (!distinct.isEmpty()) {
            return aggregator.distinctExpression().isPresent()
                    ? new Rewrite.Keep("equal values must be seen in one place")
                    : new Rewrite.To(aggregator.withDistinctExpression(distinct.onlyArgument()),
                            "equal values come one behind another");
        }
        return split(aggregator, planning)
                .<Rewrite>map(pushed -> new Rewrite.To(pushed, "each shard aggregates its own rows"))
                .orElseGet(() -> new Rewrite.Keep("it cannot be split over " + aggregator.input().describe()));
    }

    private static Optional<Operator> split(Aggregator aggregator, Planning planning) {
        return switch (aggregator.input()) {
            case Operator.ApplyJoin join -> new AggregationOverJoin(aggregator, join, planning).split();
            case Operator.HashJoin join -> new AggregationOverJoin(aggregator, join, planning).split();
            case Operator.Filter filter -> Optional.of(overFilter(aggregator, filter, planning));
            case Operator.SubQueryContainer container -> Optional.of(overSubqueries(aggregator, container, planning));
            default -> Optional.empty();
        };
    }

    /** The aggregation as it is done below, of other rows. */
    static Aggregator below(Aggregator aggregator, Operator rows) {
        return new Aggregator(rows, aggregator.columns(), aggregator.grouping(), aggregator.aggregations(),
                aggregator.rollup(), aggregator.distinctExpression(), Optional.empty(), aggregator.projection(), false,
                false, 0, false, false);
    }

    static List<Aggregation> ofParts(Aggregator aggregator) {
        return aggregator.aggregations().stream().map(Aggregation::ofParts).toList();
    }

    // filters

    private static Operator overFilter(Aggregator aggregator, Operator.Filter filter, Planning planning) {
        Aggregator below = below(aggregator, filter.input());
        for (BoundColumn column : columns(filter.predicates())) {
            boolean isKey = below.grouping().stream().anyMatch(key -> key.expression().equals(column));
            below = isKey ? below : AggregatorColumns.with(below, Items.of(column), true, planning);
        }
        Operator pushed = filter.over(below);
        return aggregator.original()
                ? aggregator.above(pushed, ofParts(aggregator), aggregator.distinctExpression())
                : pushed;
    }

    private static Set<BoundColumn> columns(List<Predicate> predicates) {
        Set<BoundColumn> columns = new LinkedHashSet<>();
        predicates.forEach(predicate -> Nodes.forEach(predicate.expression(), node -> {
            if (node instanceof BoundColumn column) {
                columns.add(column);
            }
        }));
        return columns;
    }

    // subqueries

    private static Operator overSubqueries(Aggregator aggregator, Operator.SubQueryContainer container,
            Planning planning) {
        Aggregator below = below(aggregator, container.outer());
        for (Operator.SubQuery subquery : container.inner()) {
            for (BoundColumn column : SubQueryColumns.outerColumns(subquery, container.outer(), planning)) {
                boolean isThere = below.columns().stream().anyMatch(item -> item.expression().equals(column));
                below = isThere ? below : AggregatorColumns.with(below, Items.of(column), true, planning);
            }
        }
        Operator pushed = new Operator.SubQueryContainer(below, container.inner());
        return aggregator.original()
                ? aggregator.above(pushed, ofParts(aggregator), aggregator.distinctExpression())
                : pushed;
    }
}
