package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Decides who does a join. */
public final class OptimizeJoin {
    private OptimizeJoin() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Join operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
