package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Union;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Trees;

/**
 * Makes the DISTINCT of unions operators of their own.
 *
 * <pre>
 * Union(distinct)   =>   Distinct
 *                          Union(all)
 * </pre>
 *
 * Unions under routes stay as they are.
 */
public final class IsolateDistinct {
    private IsolateDistinct() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return Trees.topDown(root, operator -> operator instanceof Union union && union.distinct()
                ? new Operator.Distinct(new Union(union.sources(), union.items(), union.columns(), false), true)
                : operator);
    }
}
