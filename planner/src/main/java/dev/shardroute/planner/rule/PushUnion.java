package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Lets the shards put queries together. */
public final class PushUnion {
    private PushUnion() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Union operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
