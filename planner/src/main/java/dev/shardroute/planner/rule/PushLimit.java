package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Pushes a limit down. */
public final class PushLimit {
    private PushLimit() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.LimitRows operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
