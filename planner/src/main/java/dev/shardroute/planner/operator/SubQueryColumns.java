package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.SelectItem;

/** The columns of a query with a subquery beside it. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class SubQueryColumns {
    private SubQueryColumns() {}

    static Added add(Operator.SubQuery operator, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }

    static Added addWeightString(Operator.SubQuery operator, int column, boolean underRoute, Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }

    /** The operator with its variables found in the query around the subquery. */
    public static Operator.SubQuery planOffsets(Operator.SubQuery subquery, Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }
}
