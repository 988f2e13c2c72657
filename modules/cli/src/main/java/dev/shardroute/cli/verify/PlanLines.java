package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Descriptions of plans for people who compare two: one line for each step, indented by how deep it is. */
final class PlanLines {
    private static final String OPERATOR = "OperatorType";
    private static final Set<String> OF_STEPS = Set.of("Instructions", "Original");
    private static final Set<String> OF_HEADLINE = Set.of(OPERATOR, "Variant", "Inputs");

    private PlanLines() {}

    /** The lines; those of a plan that is only the text of an error are this text. */
    static String of(JsonNode plan, String indent) {
        if (!plan.isObject()) {
            return indent + plan.asText() + "\n";
        }
        String facts = plan.propertyStream().filter(fact -> !OF_STEPS.contains(fact.getKey()))
                .map(fact -> fact.getKey() + "=" + value(fact.getValue())).collect(Collectors.joining("; "));
        StringBuilder text = new StringBuilder(indent + facts + "\n");
        append(text, indent + "  ", plan.path("Instructions"));
        return text.toString();
    }

    private static void append(StringBuilder text, String indent, JsonNode step) {
        if (step.isMissingNode()) {
            return;
        }
        String variant = step.path("Variant").asText();
        text.append(indent).append(step.path(OPERATOR).asText()).append(variant.isEmpty() ? "" : " " + variant);
        for (Map.Entry<String, JsonNode> fact : step.properties()) {
            if (!OF_HEADLINE.contains(fact.getKey())) {
                text.append("; ").append(fact.getKey()).append('=').append(value(fact.getValue()));
            }
        }
        text.append('\n');
        step.path("Inputs").forEach(input -> append(text, indent + "  ", input));
    }

    private static String value(JsonNode fact) {
        return fact.has("Name") ? fact.path("Name").asText() : fact.isTextual() ? fact.textValue() : fact.toString();
    }
}
