package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Brings comments and locks to the routes. */
public final class PushLockAndComment {
    private PushLockAndComment() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.LockAndComment operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
