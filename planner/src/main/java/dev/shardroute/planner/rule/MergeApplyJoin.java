package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Lets the shards join. */
public final class MergeApplyJoin {
    private MergeApplyJoin() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.ApplyJoin operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
