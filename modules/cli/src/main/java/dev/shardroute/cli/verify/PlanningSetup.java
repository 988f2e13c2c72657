package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.Json;
import dev.shardroute.planner.Planner;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.PlanJson;

/** How the statements of a case file are planned. */
@FunctionalInterface
public interface PlanningSetup {
    /**
     * The description of the plan of a statement.
     *
     * @throws dev.shardroute.error.ShardrouteException when the statement is refused
     */
    JsonNode plan(String query);

    /** Planning with this planner in this session. */
    static PlanningSetup of(Planner planner, PlanningContext context) {
        return query -> Json.parse("the plan", PlanJson.print(planner.plan(query, context)));
    }
}
