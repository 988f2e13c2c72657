package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Pushes a DISTINCT down. */
public final class PushDistinct {
    private PushDistinct() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Distinct operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
