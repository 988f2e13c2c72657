package dev.shardroute.planner.tree;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.semantics.TableInfo;

/** The operators of recursive common table expressions. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class RecursionTree {
    private RecursionTree() {}

    /** The tree of a recursive common table expression that FROM names. */
    public static Operator of(TableInfo.Recursive table, Planning planning) {
        throw ErrorCode.VT13001.error("a recursive common table expression is not planned yet");
    }

    /** What reads the rows of the step before, in the definition of a recursive common table expression. */
    public static Operator of(TableInfo.RecursiveTable table, Planning planning) {
        throw ErrorCode.VT13001.error("a recursive common table expression is not planned yet");
    }
}
