package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.InputException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A statement and the plan that is expected.
 *
 * @param comment  what it is about; may be empty
 * @param query    the statement
 * @param expected the plan, or the text of the error when the statement must be refused
 * @param source   the case as it was read
 */
public record PlanCase(String comment, String query, JsonNode expected, ObjectNode source) {
    private static final Pattern CODE = Pattern.compile("(VT[0-9]{5}).*", Pattern.DOTALL);

    /**
     * Reads {@code {"comment", "query", "plan"}}. A query may be a list of lines, between which there is a newline, so that a
     * comment ends where its line does. Members that are not known are kept and mean nothing.
     *
     * @param where what the case is called in errors
     */
    static PlanCase read(String where, JsonNode json) {
        JsonNode query = json.path("query");
        JsonNode plan = json.path("plan");
        if (!(json instanceof ObjectNode source)) {
            throw new InputException(where, "a case must be an object");
        }
        if (!query.isTextual() && !isLines(query)) {
            throw new InputException(where, "'query' must be a string or a list of strings");
        }
        if (!plan.isObject() && !plan.isTextual()) {
            throw new InputException(where, "'plan' must be an object, or a string when the statement must be refused");
        }
        return new PlanCase(json.path("comment").asText(), text(query), plan, source);
    }

    private static boolean isLines(JsonNode query) {
        return query.isArray() && !query.isEmpty() && query.valueStream().allMatch(JsonNode::isTextual);
    }

    private static String text(JsonNode query) {
        return query.isTextual()
                ? query.textValue()
                : StreamSupport.stream(query.spliterator(), false).map(JsonNode::textValue)
                        .collect(Collectors.joining("\n"));
    }

    /** What lists of cases call it: its comment, or its statement where there is none. */
    String name() {
        return comment.isEmpty() ? query : comment;
    }

    /** True when the statement must be refused. */
    boolean isRefusal() {
        return expected.isTextual();
    }

    /** The code of the error that is expected, where its text begins with one. */
    Optional<String> expectedCode() {
        Matcher matcher = CODE.matcher(expected.asText());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The case as it was read, with another plan. */
    ObjectNode withPlan(JsonNode plan) {
        ObjectNode copy = source.deepCopy();
        copy.set("plan", plan);
        return copy;
    }
}
