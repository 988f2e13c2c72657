package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.plan.AggregateOpcode;
import java.util.List;

/**
 * Aggregates all rows into one group, of which there is one even where there are no rows. An item that needs no row has its
 * value then too, so that it is computed for the group, not taken from any of its rows.
 *
 * <pre>
 * Aggregator(count(*), any_value(now()))   =>   Aggregator(count(*), constant(now()))
 *   rows                                          rows
 * </pre>
 *
 * Over a route that is not needed: each shard has a group.
 */
final class GroupOfNoRows {
    private GroupOfNoRows() {}

    /** True when an aggregation of the statement has one group, and such items. */
    static boolean isIn(Aggregator aggregator, Planning planning) {
        return aggregator.original() && aggregator.grouping().isEmpty()
                && aggregator.aggregations().stream().anyMatch(one -> needsNoRow(one, planning));
    }

    /** The aggregation with such items as constants. */
    static Aggregator settled(Aggregator aggregator, Planning planning) {
        List<Aggregation> settled = aggregator.aggregations().stream()
                .map(one -> needsNoRow(one, planning) ? one.withOpcode(AggregateOpcode.CONSTANT) : one).toList();
        return aggregator.with(aggregator.columns(), aggregator.grouping(), settled);
    }

    private static boolean needsNoRow(Aggregation aggregation, Planning planning) {
        return aggregation.opcode() == AggregateOpcode.ANY_VALUE && aggregation.function() == null
                && aggregation.subqueries().isEmpty()
                && planning.semantics().recursive(aggregation.original().expression()).isEmpty();
    }
}
