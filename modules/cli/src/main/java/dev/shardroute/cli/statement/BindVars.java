package dev.shardroute.cli.statement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.Json;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.Binds;
import dev.shardroute.type.RowsValue;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.stream.Collectors;

/** The values of bind variables as the commands print them. */
final class BindVars {
    private BindVars() {}

    /** {@code {"id": {"type": "INT64", "value": "5"}, "bv1": {"type": "TUPLE", "values": […]}}}. */
    static ObjectNode json(Binds binds) {
        ObjectNode json = Json.object();
        binds.values().forEach((name, value) -> json.set(name, json(value)));
        return json;
    }

    private static ObjectNode json(BindValue bind) {
        return switch (bind) {
            case Value value -> Json.object().put("type", value.type().name()).put("value", value.text());
            case TupleValue(var members) -> tuple(members);
            case RowsValue(var rows) -> tuple(rows);
        };
    }

    private static ObjectNode tuple(List<? extends BindValue> members) {
        ObjectNode tuple = Json.object().put("type", "TUPLE");
        ArrayNode values = tuple.putArray("values");
        members.forEach(member -> values.add(json(member)));
        return tuple;
    }

    /** A line for each variable: {@code id = INT64(5)}. */
    static List<String> lines(Binds binds) {
        return binds.values().entrySet().stream().map(bind -> bind.getKey() + " = " + text(bind.getValue())).toList();
    }

    private static String text(BindValue bind) {
        return switch (bind) {
            case Value value -> value.toString();
            case TupleValue(var members) -> list(members);
            case RowsValue(var rows) -> list(rows);
        };
    }

    private static String list(List<? extends BindValue> members) {
        return members.stream().map(BindVars::text).collect(Collectors.joining(", ", "(", ")"));
    }
}
