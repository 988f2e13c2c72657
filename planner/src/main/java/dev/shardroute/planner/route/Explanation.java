package dev.shardroute.planner.route;

import dev.shardroute.planner.TraceEvent;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanJson;
import dev.shardroute.planner.plan.PlanText;
import java.util.List;

/**
 * What a router would do with a statement, and why.
 *
 * @param plan  the plan
 * @param trace how it came about, step by step
 */
public record Explanation(Plan plan, List<TraceEvent> trace) {
    /** Copies the list. */
    public Explanation {
        trace = List.copyOf(trace);
    }

    /** The plan for people: several lines, each ending in a newline. */
    public String text() {
        return PlanText.print(plan);
    }

    /** The plan as JSON, in the form in which Vitess describes plans. */
    public String json() {
        return PlanJson.print(plan);
    }
}
