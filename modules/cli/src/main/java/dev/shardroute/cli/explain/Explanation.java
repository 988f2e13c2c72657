package dev.shardroute.cli.explain;

import dev.shardroute.planner.Planner.Traced;
import dev.shardroute.planner.route.Routing;
import java.util.Optional;

/**
 * All there is to say of a statement.
 *
 * @param planned its plan and how it came about
 * @param routing what each shard would run, where the shards are known
 */
record Explanation(Traced planned, Optional<Routing> routing) {}
