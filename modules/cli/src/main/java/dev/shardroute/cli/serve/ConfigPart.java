package dev.shardroute.cli.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.InputException;
import dev.shardroute.error.ShardrouteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A part of the configuration with its path. Whatever is wrong is an {@link InputException} that names the path.
 *
 * @param file the file it is from
 * @param path where it is, {@code shards[0].port} for example; empty for the whole
 * @param node its JSON
 */
record ConfigPart(String file, String path, JsonNode node) {
    /** This, after a check that it is an object of these keys only. */
    ConfigPart object(String... known) {
        requireObject();
        List<String> keys = List.of(known);
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!keys.contains(member.getKey())) {
                throw child(member.getKey()).wrong("this key is not known; known are " + String.join(", ", keys));
            }
        }
        return this;
    }

    /** The members of an object whose keys are names. */
    Map<String, ConfigPart> members() {
        requireObject();
        return node.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, member -> child(member.getKey())));
    }

    List<ConfigPart> elements() {
        if (!node.isArray()) {
            throw wrong("an array is needed");
        }
        List<ConfigPart> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new ConfigPart(file, path + "[" + i + "]", node.get(i)));
        }
        return elements;
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** The member of this name, which must be there. */
    ConfigPart get(String key) {
        if (!has(key)) {
            throw child(key).wrong("this key is missing");
        }
        return child(key);
    }

    String text() {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw wrong("a text is needed");
        }
        return node.textValue();
    }

    int integer() {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong("a whole number is needed");
        }
        return node.intValue();
    }

    int integer(String key, int otherwise) {
        return has(key) ? get(key).integer() : otherwise;
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("true or false is needed");
        }
        return node.booleanValue();
    }

    /** What {@code make} gives; its error is told of this part. */
    <T> T checked(Supplier<T> make) {
        try {
            return make.get();
        } catch (ShardrouteException e) {
            throw wrong(e.getMessage());
        }
    }

    InputException wrong(String why) {
        return new InputException(path.isEmpty() ? file : file + ": " + path, why);
    }

    private void requireObject() {
        if (!node.isObject()) {
            throw wrong("an object is needed");
        }
    }

    private ConfigPart child(String key) {
        return new ConfigPart(file, path.isEmpty() ? key : path + "." + key, node.path(key));
    }
}
