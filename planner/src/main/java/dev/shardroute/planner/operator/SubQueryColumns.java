package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;

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

    /** The columns of the query around a subquery that the subquery needs. */
    public static List<BoundColumn> outerColumns(Operator.SubQuery subquery, Operator outer, Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }

    /** The aggregation of the outer query with the variables of subqueries in its aggregates. */
    public static Operator.Aggregator withArguments(Operator.Aggregator aggregator, List<Operator.SubQuery> subqueries,
            Planning planning) {
        throw ErrorCode.VT13001.error("not planned yet");
    }
}
