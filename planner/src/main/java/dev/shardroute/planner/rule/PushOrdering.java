package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Pushes an order down. */
public final class PushOrdering {
    private PushOrdering() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Ordering operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
