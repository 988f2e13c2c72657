package dev.shardroute.topo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A part of a topology's JSON, and where it stands.
 *
 * @param path the path from {@code $} on
 * @param json the part
 */
record JsonPart(String path, JsonNode json) {
    /** The member of this name; empty where there is none. */
    Optional<JsonPart> member(String name) {
        return Optional.ofNullable(json.get(name)).map(value -> new JsonPart(path + "." + name, value));
    }

    /** The member of this name, which must be there. */
    JsonPart needed(String name) {
        return member(name).orElseThrow(() -> wrong("'" + name + "' is missing"));
    }

    /** This, an object that has no members but those. */
    JsonPart object(Set<String> known) {
        for (String name : members().keySet()) {
            if (!known.contains(name)) {
                throw wrong(
                        "the key '" + name + "' is not known; there are " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return this;
    }

    /** The members of an object, of any names. */
    Map<String, JsonPart> members() {
        if (!json.isObject()) {
            throw wrong("must be an object");
        }
        Map<String, JsonPart> members = new LinkedHashMap<>();
        json.properties().forEach(member -> members.put(member.getKey(),
                new JsonPart(path + "." + member.getKey(), member.getValue())));
        return members;
    }

    /** The elements of an array. */
    List<JsonPart> elements() {
        if (!json.isArray()) {
            throw wrong("must be an array");
        }
        List<JsonPart> elements = new ArrayList<>(json.size());
        json.forEach(element -> elements.add(new JsonPart(path + "[" + elements.size() + "]", element)));
        return elements;
    }

    /** The texts of an array. */
    List<String> texts() {
        return elements().stream().map(JsonPart::text).toList();
    }

    String text() {
        if (!json.isTextual()) {
            throw wrong("must be a text");
        }
        return json.textValue();
    }

    boolean truth() {
        if (!json.isBoolean()) {
            throw wrong("must be true or false");
        }
        return json.booleanValue();
    }

    int integer() {
        if (!json.isIntegralNumber() || !json.canConvertToInt()) {
            throw wrong("must be a whole number");
        }
        return json.intValue();
    }

    /** What {@code value} gives; its errors say where. */
    <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (ShardrouteException e) {
            throw wrong(e.getMessage());
        }
    }

    /** The error that this part is not right. */
    ShardrouteException wrong(String why) {
        return ErrorCode.SR03009.error(path + ": " + why);
    }
}
