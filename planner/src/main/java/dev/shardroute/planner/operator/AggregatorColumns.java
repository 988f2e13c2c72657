package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;

/** The columns of an aggregation. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class AggregatorColumns {
    private AggregatorColumns() {}

    static Added add(Operator.Aggregator aggregator, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        throw ErrorCode.VT13001.error("a column of an aggregation is not planned yet");
    }

    static Added addWithoutPushing(Operator.Aggregator aggregator, SelectItem.Item item, boolean groupBy,
            Planning planning) {
        throw ErrorCode.VT13001.error("a column of an aggregation is not planned yet");
    }

    static Added addWeightString(Operator.Aggregator aggregator, int column, boolean underRoute, Planning planning) {
        throw ErrorCode.VT13001.error("a weight string of an aggregation is not planned yet");
    }

    static int find(Operator.Aggregator aggregator, Expression expression, boolean underRoute, Planning planning) {
        throw ErrorCode.VT13001.error("a column of an aggregation is not planned yet");
    }

    static List<SelectItem.Item> list(Operator.Aggregator aggregator, Planning planning) {
        throw ErrorCode.VT13001.error("the columns of an aggregation is not planned yet");
    }

    /** The aggregation over an input whose columns are in the places that it needs. */
    public static Operator planOffsets(Operator.Aggregator aggregator, Planning planning) {
        throw ErrorCode.VT13001.error("an aggregation above the shards is not planned yet");
    }
}
