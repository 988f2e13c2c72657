package dev.shardroute.planner.route;

import dev.shardroute.planner.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * The answer to "which shards must run what".
 *
 * @param plan       the plan that was followed
 * @param statements what each shard must run; empty when no row can be concerned
 * @param fieldQuery where no shard has to run a query: what one shard can run to tell the columns of the empty result
 */
public record Routing(Plan plan, List<ShardStatement> statements, Optional<ShardStatement> fieldQuery) {
    /** Copies the list. */
    public Routing {
        statements = List.copyOf(statements);
    }
}
