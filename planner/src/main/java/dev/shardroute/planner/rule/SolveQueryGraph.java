package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Finds the order in which tables are joined. */
public final class SolveQueryGraph {
    private SolveQueryGraph() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.QueryGraph operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
