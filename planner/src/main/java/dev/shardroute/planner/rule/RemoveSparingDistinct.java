package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Trees;

/**
 * Takes out each DISTINCT that was only there to spare work and was not pushed under a route.
 *
 * <pre>
 * Distinct              =>   Distinct
 *   Join                       Join
 *     Distinct (to spare)        Limit
 *       Limit                    Route
 *     Route                        Distinct (to spare)
 *       Distinct (to spare)
 * </pre>
 *
 * Those that are required stay, and those under routes.
 */
public final class RemoveSparingDistinct {
    private RemoveSparingDistinct() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return Trees.bottomUp(root, operator -> operator instanceof Operator.Distinct distinct && !distinct.required()
                ? distinct.input()
                : operator);
    }
}
