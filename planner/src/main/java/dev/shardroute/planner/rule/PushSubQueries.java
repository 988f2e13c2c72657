package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Merges subqueries into the query around them, or pushes them down. */
public final class PushSubQueries {
    private PushSubQueries() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.SubQueryContainer operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }
}
