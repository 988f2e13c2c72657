package dev.shardroute.planner.routing;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.QueryTable;
import dev.shardroute.planner.operator.Routing;

/** What predicates make of the shards that a route goes to. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class Routings {
    private Routings() {}

    /** The routing for rows for which a predicate holds too. */
    public static Routing add(Predicate predicate, Routing routing, Planning planning) {
        throw ErrorCode.VT13001.error("routing is not planned yet");
    }

    /** The routing found again from the predicates that were seen. */
    public static Routing reset(Routing routing, Planning planning) {
        throw ErrorCode.VT13001.error("routing is not planned yet");
    }

    /** The route of a table and its predicates. */
    public static Operator.Route route(QueryTable table, Planning planning) {
        throw ErrorCode.VT13001.error("routing is not planned yet");
    }
}
