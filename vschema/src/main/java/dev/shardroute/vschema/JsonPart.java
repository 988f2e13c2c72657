package dev.shardroute.vschema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.vschema.Finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of the JSON text with its path. What has the wrong form is noted, and reads as if it were not there; {@code null}
 * is the same as not there, as in protobuf's JSON.
 */
record JsonPart(JsonNode node, String path, Findings findings) {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Notes an error. */
    void note(String message) {
        note(message, Severity.ERROR);
    }

    void note(String message, Severity severity) {
        findings.add(new Finding(path, message, severity));
    }

    /** The members of an object whose keys are names that the author chose. */
    Map<String, JsonPart> members() {
        Map<String, JsonPart> members = new LinkedHashMap<>();
        if (!node.isObject()) {
            note("must be an object");
        }
        node.properties().forEach(member -> members.put(member.getKey(), child(member.getKey(), member.getValue())));
        members.values().removeIf(member -> member.node.isNull());
        return members;
    }

    /** The members of an object whose keys are these, in {@code snake_case} or {@code lowerCamelCase}. */
    JsonFields fields(KnownKeys known) {
        return JsonFields.of(this, known.keys());
    }

    /** The same part; what is wrong in it is noted apart from what is wrong elsewhere. */
    JsonPart notedApart() {
        return new JsonPart(node, path, findings.apart());
    }

    /** The member of this key, in the spelling that is there. */
    JsonPart childOf(String key) {
        String written = node.has(key) ? key : JsonFields.camel(key);
        return child(written, node.path(written));
    }

    /** The element of this number. */
    JsonPart childAt(int index) {
        return new JsonPart(node.path(index), path + "[" + index + "]", findings);
    }

    private JsonPart child(String key, JsonNode value) {
        return new JsonPart(value, path + step(key), findings);
    }

    /** What a path goes on with to the member of this key. */
    static String step(String key) {
        return PLAIN_KEY.matcher(key).matches()
                ? "." + key
                : "['" + key.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }

    List<JsonPart> elements() {
        if (!node.isArray()) {
            note("must be an array");
        }
        List<JsonPart> elements = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            elements.add(childAt(i));
        }
        return elements;
    }

    Optional<String> text() {
        return when(node.isTextual(), "must be a string").map(JsonNode::textValue);
    }

    /** A text that is not empty. */
    Optional<String> name() {
        Optional<String> text = text();
        if (text.filter(String::isEmpty).isPresent()) {
            note("this name is empty");
        }
        return text.filter(name -> !name.isEmpty());
    }

    /** The name of one of a few things, or the number that protobuf has for it. */
    Optional<String> nameOrNumber() {
        return when(node.isTextual() || node.isIntegralNumber(), "must be a string").map(JsonNode::asText);
    }

    Optional<Boolean> flag() {
        return when(node.isBoolean(), "must be true or false").map(JsonNode::booleanValue);
    }

    Optional<Integer> integer() {
        return when(node.isIntegralNumber() && node.canConvertToInt(), "must be a whole number")
                .map(JsonNode::intValue);
    }

    Optional<Double> number() {
        return when(node.isNumber(), "must be a number").map(JsonNode::doubleValue);
    }

    private Optional<JsonNode> when(boolean good, String message) {
        if (!good) {
            note(message);
        }
        return good ? Optional.of(node) : Optional.empty();
    }
}
