package dev.shardroute.cli.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.Json;
import dev.shardroute.planner.TraceEvent;
import dev.shardroute.planner.plan.PlanJson;
import dev.shardroute.planner.route.ShardStatement;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.RowsValue;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Value;
import java.util.List;

/**
 * Explanations for programs: {@code {"plan": …, "trace": […], "statements": [{"keyspace", "shard", "tabletType", "sql", "binds",
 * "inlined"}]}}; {@code trace} where it is asked for, {@code statements} where the shards are known. Bind variables have the
 * form of Vitess: {@code {"type": "INT64", "value": "42"}}, and for lists {@code {"type": "TUPLE", "values": […]}}.
 */
final class ExplanationJson {
    private ExplanationJson() {}

    /** An object and a newline. */
    static String print(Explanation explanation, boolean trace) {
        ObjectNode json = Json.object();
        json.set("plan", Json.parse("the plan", PlanJson.print(explanation.planned().plan())));
        if (trace) {
            addTrace(json.putArray("trace"), explanation.planned().trace());
        }
        explanation.routing().ifPresent(routing -> {
            ArrayNode statements = json.putArray("statements");
            routing.statements().forEach(statement -> add(statements.addObject(), statement));
            routing.fieldQuery().ifPresent(query -> add(json.putObject("fieldQuery"), query));
        });
        return Json.print(json);
    }

    private static void addTrace(ArrayNode array, List<TraceEvent> trace) {
        for (TraceEvent event : trace) {
            array.addObject().put("phase", event.phase()).put("fired", event.fired())
                    .put("operator", event.operator()).put("reason", event.reason());
        }
    }

    private static void add(ObjectNode json, ShardStatement statement) {
        json.put("keyspace", statement.shard().keyspace());
        json.put("shard", statement.shard().name().name());
        json.put("tabletType", statement.tabletType().name());
        json.put("sql", statement.sql());
        ObjectNode binds = json.putObject("binds");
        UsedBinds.values(statement).forEach((name, value) -> add(binds.putObject(name), value));
        json.put("inlined", statement.inlined());
    }

    private static void add(ObjectNode json, BindValue bind) {
        switch (bind) {
            case Value value -> addValue(json, value);
            case TupleValue tuple -> addTuple(json, tuple);
            case RowsValue(var rows) -> {
                json.put("type", "ROW_TUPLE");
                ArrayNode members = json.putArray("values");
                rows.forEach(row -> addTuple(members.addObject(), row));
            }
        }
    }

    private static void addTuple(ObjectNode json, TupleValue tuple) {
        json.put("type", "TUPLE");
        ArrayNode members = json.putArray("values");
        tuple.values().forEach(value -> addValue(members.addObject(), value));
    }

    private static void addValue(ObjectNode json, Value value) {
        json.put("type", value.isNull() ? "NULL_TYPE" : value.type().name());
        if (!value.isNull()) {
            json.put("value", value.text());
        }
    }
}
