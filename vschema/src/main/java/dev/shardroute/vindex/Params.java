package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parameters of one vindex, read strictly. */
record Params(String vindex, Map<String, String> values) {
    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** The members of a list written with commas; empty when the parameter is not given. */
    List<String> list(String name) {
        String text = text(name);
        return text.isBlank() ? List.of() : Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    /** True or false, as written; false when not given. */
    boolean flag(String name) {
        return switch (values.getOrDefault(name, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(name, "'true' or 'false' is needed");
        };
    }

    int integer(String name, int absent) {
        String text = values.get(name);
        try {
            return text == null ? absent : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw bad(name, "a whole number is needed");
        }
    }

    ShardrouteException bad(String name, String needed) {
        String value = has(name) ? "is '" + values.get(name) + "'" : "is missing";
        return ErrorCode.SR02004.error(vindex, name, value + "; " + needed);
    }
}
