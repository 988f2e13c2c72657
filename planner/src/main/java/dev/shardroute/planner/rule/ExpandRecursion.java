package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;

/** Expands the horizons of recursions that shards cannot do. */
public final class ExpandRecursion {
    private ExpandRecursion() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return root;
    }
}
