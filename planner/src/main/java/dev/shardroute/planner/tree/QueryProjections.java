package dev.shardroute.planner.tree;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.QueryProjection;
import dev.shardroute.sql.ast.Query;

/** What queries do with their rows. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class QueryProjections {
    private QueryProjections() {}

    /** The projection of a query; of a union that of the whole. */
    public static QueryProjection of(Query query, Planning planning) {
        throw ErrorCode.VT13001.error("a query is not planned yet");
    }
}
