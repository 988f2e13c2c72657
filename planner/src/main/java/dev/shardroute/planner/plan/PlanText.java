package dev.shardroute.planner.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Describes plans as a text for people. */
public final class PlanText {
    private PlanText() {}

    /** Several lines, each ending in a newline. */
    public static String print(Plan plan) {
        StringBuilder text = new StringBuilder();
        text.append(plan.type().label()).append(' ').append(plan.queryType());
        text.append(" (").append(String.join(", ", plan.tablesUsed())).append(")\n");
        JsonNode steps = PlanJson.describe(plan).path("Instructions");
        text.append("  ").append(steps.path("OperatorType").asText()).append(' ');
        text.append(steps.path("Variant").asText()).append(" in ").append(steps.path("Keyspace").path("Name").asText());
        text.append('\n');
        append(text, "query", steps.path("Query"));
        append(text, "vindex", steps.path("Vindex"));
        append(text, "values", steps.path("Values"));
        append(text, "vindex values", steps.path("VindexValues"));
        return text.toString();
    }

    private static void append(StringBuilder text, String label, JsonNode node) {
        if (!node.isMissingNode()) {
            text.append("    ").append(label).append(": ").append(value(node)).append('\n');
        }
    }

    private static String value(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : node.isTextual() ? node.asText() : node.toString();
    }
}
