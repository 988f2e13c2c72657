package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;

/** Gives each subquery that is left its place. */
public final class SettleSubQueries {
    private SettleSubQueries() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return root;
    }
}
