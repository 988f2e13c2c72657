package dev.shardroute.planner.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Describes plans as a text for people: each step in a line, what is known of it and then its inputs indented below. */
public final class PlanText {
    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])|_");
    private static final String INDENT = "  ";

    private PlanText() {}

    /** Several lines, each ending in a newline. */
    public static String print(Plan plan) {
        StringBuilder text = new StringBuilder();
        text.append(plan.type().label()).append(' ').append(plan.queryType());
        text.append(" (").append(String.join(", ", plan.tablesUsed())).append(")\n");
        append(text, INDENT, "", plan.instructions());
        return text.toString();
    }

    private static void append(StringBuilder text, String indent, String name, Primitive primitive) {
        Description description = Descriptions.of(primitive);
        text.append(indent).append(name.isEmpty() ? "" : name + ": ").append(description.headline()).append('\n');
        String deeper = indent + INDENT;
        description.facts().forEach((fact, value) -> append(text, deeper, fact, value));
        List<Primitive> inputs = primitive.inputs();
        List<String> names = Descriptions.inputNames(primitive);
        for (int i = 0; i < inputs.size(); i++) {
            append(text, deeper, names.isEmpty() ? "" : names.get(i), inputs.get(i));
        }
    }

    /** The query for the columns says nothing that the query does not say. */
    private static void append(StringBuilder text, String indent, String fact, JsonNode value) {
        if (!fact.equals("FieldQuery")) {
            String label = WORD.matcher(fact).replaceAll(" ").toLowerCase(Locale.ROOT);
            text.append(indent).append(label).append(": ").append(value(value)).append('\n');
        }
    }

    private static String value(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : node.isTextual() ? node.asText() : node.toString();
    }
}
