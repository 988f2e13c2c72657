package dev.shardroute.planner.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a query is sent, besides where.
 *
 * @param queryTimeout            how long a shard may take, or null where the comments of the statement do not say
 * @param scatterErrorsAsWarnings true when the rows of the other shards do where one fails
 * @param fetchLastInsertId       true when it sets the session's LAST_INSERT_ID
 * @param neverEmpty              true when it has rows even of empty tables, as COUNT without GROUP BY does: where no shard has
 *                                what it asks for, some shard must run it
 */
public record RouteOptions(@Nullable Duration queryTimeout, boolean scatterErrorsAsWarnings, boolean fetchLastInsertId,
        boolean neverEmpty) {
    /** Nothing out of the ordinary. */
    public static final RouteOptions NONE = new RouteOptions(null, false, false, false);
}
