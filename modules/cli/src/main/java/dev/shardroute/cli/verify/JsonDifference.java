package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where two trees of JSON begin to differ. */
final class JsonDifference {
    private JsonDifference() {}

    /** The first difference, in the order of the expected tree: its path and both sides. Empty when there is none. */
    static Optional<String> first(JsonNode expected, JsonNode actual) {
        return first("$", expected, actual);
    }

    private static Optional<String> first(String path, JsonNode expected, JsonNode actual) {
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        if (expected.isObject() && actual.isObject()) {
            return names(expected, actual)
                    .flatMap(name -> first(path + "." + name, expected.path(name), actual.path(name)).stream())
                    .findFirst();
        }
        if (expected.isArray() && actual.isArray()) {
            return IntStream.range(0, Math.max(expected.size(), actual.size())).boxed()
                    .flatMap(i -> first(path + "[" + i + "]", expected.path(i), actual.path(i)).stream())
                    .findFirst();
        }
        return Optional.of(path + ": expected " + describe(expected) + ", is " + describe(actual));
    }

    private static Stream<String> names(JsonNode expected, JsonNode actual) {
        Set<String> names = new LinkedHashSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    private static String describe(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
