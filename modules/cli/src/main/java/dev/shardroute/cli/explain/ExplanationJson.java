package dev.shardroute.cli.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.Json;
import dev.shardroute.cli.route.RoutingJson;
import dev.shardroute.planner.TraceEvent;
import dev.shardroute.planner.plan.PlanJson;
import java.util.List;

/**
 * Explanations for programs: {@code {"plan": …, "trace": […]}} and the members of {@link RoutingJson}; {@code trace} where it is
 * asked for, the others where the shards are known.
 */
final class ExplanationJson {
    private ExplanationJson() {}

    /** An object and a newline. */
    static String print(Explanation explanation, boolean trace) {
        ObjectNode json = Json.object();
        json.set("plan", Json.parse("the plan", PlanJson.print(explanation.planned().plan())));
        if (trace) {
            addTrace(json.putArray("trace"), explanation.planned().trace());
        }
        explanation.routing().ifPresent(routing -> RoutingJson.add(json, routing));
        return Json.print(json);
    }

    private static void addTrace(ArrayNode array, List<TraceEvent> trace) {
        for (TraceEvent event : trace) {
            ObjectNode step = array.addObject().put("phase", event.phase());
            switch (event) {
                case TraceEvent.Tried tried -> step.put("fired", tried.fired()).put("operator", tried.operator())
                        .put("reason", tried.reason());
                case TraceEvent.Tree tree -> step.put("tree", tree.tree());
            }
        }
    }
}
