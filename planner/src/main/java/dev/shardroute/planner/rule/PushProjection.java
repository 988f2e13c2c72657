package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Pushes a projection down. */
public final class PushProjection {
    private PushProjection() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Projection operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
