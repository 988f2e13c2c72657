package dev.shardroute.planner.route;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.TabletType;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Primitive.Route;
import dev.shardroute.planner.plan.Primitive.Send;
import dev.shardroute.planner.plan.Primitive.SendTrait;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.topo.KeyspaceShards;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.Binds;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Vindex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the shards of routing parameters, for one execution. */
record ShardTargets(RouterView view, Binds binds, TabletType tabletType) {
    /** The statement for every shard that the parameters lead to. */
    List<ShardStatement> statements(RoutingParameters routing, SqlTemplate query) {
        KeyspaceShards shards = shards(routing.keyspace());
        return switch (routing.opcode()) {
            case UNSHARDED -> List.of(onlyShard(routing.keyspace(), query));
            case REFERENCE -> List.of(anywhere(routing.keyspace(), query));
            case NONE -> List.of();
            case SCATTER -> toEach(shards.all(), query);
            case EQUAL_UNIQUE -> toEach(equal(shards, routing), query);
            case IN -> split(shards, routing, query);
            case NEXT, DBA, EQUAL, MULTI_EQUAL, SUB_SHARD, BETWEEN, BY_DESTINATION ->
                    throw ErrorCode.VT12001.error("routing by " + routing.opcode().label());
        };
    }

    /** The statement for every shard that a route leads to; for some shard where there is none and the result has rows yet. */
    List<ShardStatement> statements(Route route) {
        List<ShardStatement> statements = statements(route.routing(), route.query());
        return statements.isEmpty() && route.options().neverEmpty() ? List.of(somewhere(route)) : statements;
    }

    /** The whole statement for some shard. */
    private ShardStatement somewhere(Route route) {
        RoutingParameters routing = route.routing();
        Shard shard = view.options().picker().pick(shards(routing.keyspace()).all());
        return to(shard, route.query(), routing.opcode() == Opcode.IN
                ? binds.with(RoutingParameters.LIST_VARIABLE,
                        new TupleValue(routing.values().getFirst().evaluateList(binds)))
                : binds);
    }

    /** The statement for every shard of the destination that the user has chosen. */
    List<ShardStatement> statements(Send send) {
        List<Shard> chosen = shards(send.keyspace()).resolve(send.destination(), view.options().picker());
        if (send.traits().contains(SendTrait.SINGLE_SHARD_ONLY) && chosen.size() != 1) {
            throw ErrorCode.SR03011.error(send.destination(), chosen.size());
        }
        return toEach(chosen, send.query());
    }

    /** The keyspace of what any shard can do. */
    KeyspaceRef anyKeyspace() {
        String first = view.vschema().keyspaces().keySet().stream().sorted().findFirst()
                .orElseThrow(ErrorCode.VT09005::error);
        return new KeyspaceRef(first, view.vschema().keyspace(first).sharded());
    }

    /** The statement for the one shard of an unsharded keyspace. */
    ShardStatement onlyShard(KeyspaceRef keyspace, SqlTemplate query) {
        List<Shard> all = shards(keyspace).all();
        if (all.size() != 1) {
            throw ErrorCode.SR03008.error(keyspace.name(), all.size());
        }
        return to(all.getFirst(), query, binds);
    }

    /** The statement for some shard of the keyspace. */
    ShardStatement anywhere(KeyspaceRef keyspace, SqlTemplate query) {
        return to(view.options().picker().pick(shards(keyspace).all()), query, binds);
    }

    private List<Shard> equal(KeyspaceShards shards, RoutingParameters routing) {
        ValueExpr value = routing.values().getFirst();
        // a constant NULL is of IS NULL: a comparison with it never holds, and is not routed
        return value instanceof ValueExpr.Constant(var constant, var sql) && constant.isNull()
                ? shards.resolve(Mapping.findNull(vindex(routing)), view.options().picker())
                : shardsOf(shards, vindex(routing), value.evaluate(binds));
    }

    private List<ShardStatement> split(KeyspaceShards shards, RoutingParameters routing, SqlTemplate query) {
        ValueExpr list = routing.values().getFirst();
        Vindex vindex = vindex(routing);
        Map<Shard, Set<Value>> parts = new LinkedHashMap<>();
        for (Value value : list.evaluateList(binds)) {
            for (Shard shard : shardsOf(shards, vindex, value)) {
                parts.computeIfAbsent(shard, none -> new LinkedHashSet<>()).add(value);
            }
        }
        Binds others = new Binds(needed(query, binds));
        List<ShardStatement> statements = new ArrayList<>(parts.size());
        parts.forEach((shard, part) -> statements.add(to(shard, query,
                others.with(RoutingParameters.LIST_VARIABLE, new TupleValue(List.copyOf(part))))));
        return statements;
    }

    /**
     * The variables of {@code query} that have a value, in a map of the caller's own: where every shard gets its own
     * values, copying all those of the statement for each would cost shards times values.
     */
    static Map<String, BindValue> needed(SqlTemplate query, Binds binds) {
        Map<String, BindValue> needed = new LinkedHashMap<>();
        for (SqlTemplate.Site site : query.sites()) {
            BindValue value = binds.values().get(site.name());
            if (value != null) {
                needed.put(site.name(), value);
            }
        }
        return needed;
    }

    /** NULL equals nothing, so no shard has a row for it. */
    private List<Shard> shardsOf(KeyspaceShards shards, Vindex vindex, Value value) {
        return value.isNull() ? List.of() : shards.resolve(Mapping.find(vindex, value), view.options().picker());
    }

    private static Vindex vindex(RoutingParameters routing) {
        return routing.vindex().orElseThrow(() -> ErrorCode.VT13001.error("a route without its vindex"));
    }

    private List<ShardStatement> toEach(List<Shard> shards, SqlTemplate query) {
        return shards.stream().map(shard -> to(shard, query, binds)).toList();
    }

    /** The statement for a shard, or for the shard of another keyspace where a shard routing rule says so. */
    ShardStatement to(Shard shard, SqlTemplate query, Binds values) {
        return new ShardStatement(view.routed(shard, tabletType), tabletType, query, values);
    }

    KeyspaceShards shards(KeyspaceRef keyspace) {
        return view.topology().shards(keyspace.name(), tabletType);
    }
}
