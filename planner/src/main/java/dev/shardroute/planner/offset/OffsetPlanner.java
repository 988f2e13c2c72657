package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;

/** Finds the columns that operators above the routes need, and gives them their places. */
public final class OffsetPlanner {
    private OffsetPlanner() {}

    /** The tree with offsets in place of expressions. */
    public static Operator plan(Operator root, Planning planning) {
        throw ErrorCode.VT13001.error("offsets is not planned yet");
    }
}
