package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.Json;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanJson;
import java.util.function.Function;

/** How the statements of a case file are planned. */
@FunctionalInterface
public interface PlanningSetup {
    /**
     * The description of the plan of a statement.
     *
     * @throws dev.shardroute.error.ShardrouteException when the statement is refused
     */
    JsonNode plan(String query);

    /** The descriptions of these plans. */
    static PlanningSetup of(Function<String, Plan> plans) {
        return query -> Json.parse("the plan", PlanJson.print(plans.apply(query)));
    }
}
