package dev.shardroute.planner.tree;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.sql.ast.SetOperation;

/** The operators of a union. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class UnionTree {
    private UnionTree() {}

    /** The tree of a union: the queries, and the union's own order and limit above them. */
    public static Operator of(SetOperation union, Planning planning) {
        throw ErrorCode.VT13001.error("a union is not planned yet");
    }
}
