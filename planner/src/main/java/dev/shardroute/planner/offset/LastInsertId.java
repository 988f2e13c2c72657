package dev.shardroute.planner.offset;

import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;

/** Tells whether statements set the session's LAST_INSERT_ID: by the function of that name, given a value. */
public final class LastInsertId {
    private LastInsertId() {}

    /** Whether running the query sets it. */
    public static boolean isSetBy(Query query) {
        return Nodes.anyMatch(query, LastInsertId::isSetting);
    }

    private static boolean isSetting(Node node) {
        return node instanceof Call call && call.name().equalsIgnoreCase("last_insert_id")
                && !call.arguments().isEmpty();
    }
}
