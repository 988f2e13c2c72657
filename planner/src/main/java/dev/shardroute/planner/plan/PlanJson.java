package dev.shardroute.planner.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/** Describes plans as JSON, in the form in which Vitess describes them. Thread-safe. */
public final class PlanJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PlanJson() {}

    /** The description as text, indented. */
    public static String print(Plan plan) {
        try {
            return MAPPER.writeValueAsString(describe(plan));
        } catch (JsonProcessingException e) {
            throw ErrorCode.VT13001.error(e.getOriginalMessage());
        }
    }

    /** The description as a tree of the caller's own. */
    static ObjectNode describe(Plan plan) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("Type", plan.type().label());
        json.put("QueryType", plan.queryType().name());
        json.put("Original", plan.original());
        json.set("Instructions", describe(plan.instructions()));
        addAll(json.putArray("TablesUsed"), plan.tablesUsed());
        return json;
    }

    private static ObjectNode describe(Primitive primitive) {
        ObjectNode json = MAPPER.createObjectNode();
        switch (primitive) {
            case Primitive.Route route -> {
                addRouting(json, "Route", route.routing());
                json.put("FieldQuery", route.fieldQuery().text());
                json.put("Query", route.query().text());
                addValues(json, route.routing());
            }
            case Primitive.Send send -> throw ErrorCode.VT12001.error("describing a statement that is sent as it is");
            case GatewayPrimitive work -> throw ErrorCode.VT12001.error("describing work above the shards");
            case Primitive.Update(var routing, var query) -> addChange(json, "Update", routing, query.text());
            case Primitive.Delete(var routing, var query) -> addChange(json, "Delete", routing, query.text());
            case Primitive.UnshardedInsert(var keyspace, var query) -> {
                addHead(json, "Insert", "Unsharded", keyspace);
                json.put("Query", query.text());
            }
            case Primitive.ShardedInsert insert -> addInsert(json, insert);
        }
        return json;
    }

    private static void addChange(ObjectNode json, String operator, RoutingParameters routing, String query) {
        addRouting(json, operator, routing);
        json.put("Query", query);
        addValues(json, routing);
    }

    private static void addInsert(ObjectNode json, Primitive.ShardedInsert insert) {
        addHead(json, "Insert", "Sharded", insert.keyspace());
        if (insert.ignore()) {
            json.put("InsertIgnore", true);
        }
        json.put("Query", insert.query().text());
        ObjectNode values = json.putObject("VindexValues");
        for (Primitive.VindexColumn column : insert.vindexes()) {
            values.put(column.vindex().name(),
                    column.values().stream().map(ValueExpr::toString).collect(Collectors.joining(", ")));
        }
    }

    private static void addRouting(ObjectNode json, String operator, RoutingParameters routing) {
        addHead(json, operator, routing.opcode().label(), routing.keyspace());
    }

    private static void addHead(ObjectNode json, String operator, String variant, KeyspaceRef keyspace) {
        json.put("OperatorType", operator);
        json.put("Variant", variant);
        json.putObject("Keyspace").put("Name", keyspace.name()).put("Sharded", keyspace.sharded());
    }

    private static void addValues(ObjectNode json, RoutingParameters routing) {
        if (!routing.values().isEmpty()) {
            addAll(json.putArray("Values"), routing.values().stream().map(ValueExpr::toString).toList());
        }
        routing.vindex().ifPresent(vindex -> json.put("Vindex", vindex.name()));
    }

    private static void addAll(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
