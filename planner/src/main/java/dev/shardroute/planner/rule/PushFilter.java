package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Pushes a filter down. */
public final class PushFilter {
    private PushFilter() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Filter operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
