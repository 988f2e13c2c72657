package dev.shardroute.cli.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.planner.route.Routing;
import dev.shardroute.planner.route.ShardStatement;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.RowsValue;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Value;

/**
 * What shards would be sent, for programs: {@code {"statements": [{"keyspace", "shard", "tabletType", "sql", "binds",
 * "inlined"}], "fieldQuery": {…}}}, the latter where no shard has to run anything. Bind variables have the form of Vitess:
 * {@code {"type": "INT64", "value": "42"}}, and for lists {@code {"type": "TUPLE", "values": […]}}.
 */
public final class RoutingJson {
    private RoutingJson() {}

    /** Adds the members to an object. */
    public static void add(ObjectNode json, Routing routing) {
        ArrayNode statements = json.putArray("statements");
        routing.statements().forEach(statement -> add(statements.addObject(), statement));
        routing.fieldQuery().ifPresent(query -> add(json.putObject("fieldQuery"), query));
    }

    private static void add(ObjectNode json, ShardStatement statement) {
        add(json, statement.shard());
        json.put("tabletType", statement.tabletType().name());
        json.put("sql", statement.sql());
        ObjectNode binds = json.putObject("binds");
        UsedBinds.values(statement).forEach((name, value) -> add(binds.putObject(name), value));
        json.put("inlined", statement.inlined());
    }

    /** Adds the keyspace and the name of a shard. */
    static void add(ObjectNode json, Shard shard) {
        json.put("keyspace", shard.keyspace());
        json.put("shard", shard.name().name());
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
