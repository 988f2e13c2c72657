package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Pushes an aggregation down. */
public final class PushAggregation {
    private PushAggregation() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Aggregator operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
