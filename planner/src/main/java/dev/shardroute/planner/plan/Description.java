package dev.shardroute.planner.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.key.Destination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is told of a step, its inputs left aside. As in Vitess, a fact that is empty, zero or false is not told. */
final class Description {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DESTINATION_PREFIX = "Destination";

    private final String operator;
    private String variant = "";
    private @Nullable KeyspaceRef keyspace;
    private String destination = "";
    private final Map<String, JsonNode> facts = new LinkedHashMap<>();

    Description(String operator) {
        this.operator = operator;
    }

    Description(String operator, String variant) {
        this(operator);
        this.variant = variant;
    }

    Description in(KeyspaceRef where) {
        keyspace = where;
        return this;
    }

    Description to(Destination where) {
        destination = where.toString().substring(DESTINATION_PREFIX.length());
        return this;
    }

    Description with(String name, String text) {
        return text.isEmpty() ? this : put(name, JSON.textNode(text));
    }

    Description with(String name, long number) {
        return number == 0 ? this : put(name, JSON.numberNode(number));
    }

    Description with(String name, double number) {
        return number == Math.rint(number) ? with(name, (long) number) : put(name, JSON.numberNode(number));
    }

    Description with(String name, boolean flag) {
        return flag ? put(name, JSON.booleanNode(true)) : this;
    }

    Description with(String name, List<String> texts) {
        return texts.isEmpty() ? this : put(name, array(texts));
    }

    Description withNumbers(String name, List<Integer> numbers) {
        ArrayNode array = JSON.arrayNode();
        numbers.forEach(array::add);
        return put(name, array);
    }

    Description withNumbers(String name, Map<String, Integer> numbers) {
        ObjectNode object = JSON.objectNode();
        numbers.forEach(object::put);
        return numbers.isEmpty() ? this : put(name, object);
    }

    Description with(String name, Map<String, String> texts) {
        ObjectNode object = JSON.objectNode();
        new TreeMap<>(texts).forEach(object::put);
        return texts.isEmpty() ? this : put(name, object);
    }

    private Description put(String name, JsonNode fact) {
        facts.put(name, fact);
        return this;
    }

    static ArrayNode array(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** In the form of Vitess, which sorts the facts by name. */
    ObjectNode json() {
        ObjectNode json = JSON.objectNode();
        json.put("OperatorType", operator);
        if (!variant.isEmpty()) {
            json.put("Variant", variant);
        }
        if (keyspace != null) {
            json.putObject("Keyspace").put("Name", keyspace.name()).put("Sharded", keyspace.sharded());
        }
        if (!destination.isEmpty()) {
            json.put("TargetDestination", destination);
        }
        new TreeMap<>(facts).forEach(json::set);
        return json;
    }

    /** The kind of step and where it happens, in one line. */
    String headline() {
        StringBuilder line = new StringBuilder(operator);
        line.append(variant.isEmpty() ? "" : " " + variant);
        line.append(keyspace == null ? "" : " in " + keyspace.name());
        line.append(destination.isEmpty() ? "" : ", " + destination);
        return line.toString();
    }

    /** The facts, in the order for reading. */
    Map<String, JsonNode> facts() {
        return facts;
    }
}
