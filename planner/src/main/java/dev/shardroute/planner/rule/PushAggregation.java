package dev.shardroute.planner.rule;

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
 * Splitting waits for its phase, in which joins cannot be merged any more. Does not fire twice.
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
        return split(aggregator, planning)
                .<Rewrite>map(pushed -> new Rewrite.To(pushed, "each shard aggregates its own rows"))
                .orElseGet(() -> new Rewrite.Keep("it cannot be split over " + aggregator.input().describe()));
    }

    private static boolean isShardLocal(Aggregator aggregator, Planning planning) {
        return !aggregator.rollup() && aggregator.grouping().stream()
                .anyMatch(key -> ColumnVindexes.isShardLocal(key.expression(), planning));
    }

    private static Optional<Operator> split(Aggregator aggregator, Planning planning) {
        return switch (aggregator.input()) {
            case Operator.Route route -> Optional.of(overRoute(aggregator, route, planning));
            case Operator.ApplyJoin join -> new AggregationOverJoin(aggregator, join, planning).split();
            case Operator.HashJoin join -> new AggregationOverJoin(aggregator, join, planning).split();
            case Operator.Filter filter -> Optional.of(overFilter(aggregator, filter, planning));
            case Operator.SubQueryContainer container -> Optional.of(overSubqueries(aggregator, container, planning));
            default -> Optional.empty();
        };
    }

    // routes

    private static Operator overRoute(Aggregator aggregator, Operator.Route route, Planning planning) {
        DistinctAggregates distinct = DistinctAggregates.of(aggregator, planning);
        List<SelectItem.Item> columns = new ArrayList<>(aggregator.columns());
        List<GroupBy> grouping = new ArrayList<>(aggregator.grouping());
        List<Aggregation> below = new ArrayList<>();
        List<Aggregation> above = new ArrayList<>();
        boolean isGrouped = false;
        for (Aggregation aggregation : aggregator.aggregations()) {
            if (!aggregation.distinct() || distinct.canPush()) {
                below.add(aggregation);
                above.add(ofAggregates(aggregation).asPushedDown());
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
                ? aggregator.above(pushed, above, distinct.canPush() ? Optional.empty()
                        : Optional.of(distinct.onlyArgument()))
                : pushed;
    }

    /** The aggregation as it is done below, of other rows. */
    static Aggregator below(Aggregator aggregator, Operator rows) {
        return new Aggregator(rows, aggregator.columns(), aggregator.grouping(), aggregator.aggregations(),
                aggregator.rollup(), aggregator.distinctExpression(), Optional.empty(), aggregator.projection(), false,
                false, aggregator.aligned(), 0, false, false);
    }

    /** What makes one aggregate of those of several shards. */
    static Aggregation ofAggregates(Aggregation aggregation) {
        return switch (aggregation.opcode()) {
            case COUNT, COUNT_STAR, COUNT_DISTINCT, SUM_DISTINCT -> aggregation.withOpcode(AggregateOpcode.SUM);
            default -> aggregation;
        };
    }

    static List<Aggregation> ofAggregates(Aggregator aggregator) {
        return aggregator.aggregations().stream().map(PushAggregation::ofAggregates).toList();
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
                ? aggregator.above(pushed, ofAggregates(aggregator), aggregator.distinctExpression())
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
                ? aggregator.above(pushed, ofAggregates(aggregator), aggregator.distinctExpression())
                : pushed;
    }
}
