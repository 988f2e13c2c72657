package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;

/** Finds the columns that operators above the routes need, and gives them their places. */
public final class OffsetPlanner {
    private OffsetPlanner() {}

    /** The tree with offsets in place of expressions, its columns being those of {@code items}, the select list of the statement. */
    public static Operator plan(Operator root, List<SelectItem> items, Planning planning) {
        if (items.isEmpty()) {
            return root;
        }
        throw ErrorCode.VT13001.error("offsets is not planned yet");
    }
}
