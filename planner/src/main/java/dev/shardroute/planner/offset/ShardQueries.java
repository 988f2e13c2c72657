package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.sql.ast.Query;

/** Writes what is under a route as one query. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class ShardQueries {
    private ShardQueries() {}

    /** The query of what is under a route. */
    public static Query of(Operator operator, Planning planning) {
        throw ErrorCode.VT13001.error("a query for shards is not planned yet");
    }
}
