package dev.shardroute.executor;

import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanType;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.QueryType;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.route.Routing;
import dev.shardroute.planner.route.ShardStatement;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.Binds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Routings to execute. Shards are called {@code ks/0}, {@code ks/1} and so on. */
final class Statements {
    private static final SqlTemplate SELECT = SqlTemplate.of("select id from t");
    private static final SqlTemplate UPDATE = SqlTemplate.of("update t set a = 1");
    private static final RoutingParameters EVERYWHERE =
            RoutingParameters.of(Opcode.SCATTER, new KeyspaceRef("ks", true));

    private Statements() {}

    static Routing select(String... shards) {
        return routing(QueryType.SELECT, new Primitive.Route(EVERYWHERE, SELECT, SELECT), SELECT, shards);
    }

    static Routing selectNowhere(String fieldShard) {
        Optional<ShardStatement> fields = Optional.of(statement(fieldShard, SELECT));
        return new Routing(select().plan(), List.of(), fields);
    }

    static Routing update(String... shards) {
        return routing(QueryType.UPDATE, new Primitive.Update(EVERYWHERE, UPDATE), UPDATE, shards);
    }

    /** The names {@code 0}, {@code 1} and so on. */
    static String[] shards(int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).map(String::valueOf).toArray(String[]::new);
    }

    static ShardCall call(String shard) {
        return ShardCall.of(statement(shard, SELECT));
    }

    private static Routing routing(QueryType type, Primitive primitive, SqlTemplate sql, String... shards) {
        Plan plan = new Plan(PlanType.SCATTER, type, sql.text(), primitive, List.of("ks.t"));
        return new Routing(plan, Stream.of(shards).map(shard -> statement(shard, sql)).toList(), Optional.empty());
    }

    private static ShardStatement statement(String shard, SqlTemplate sql) {
        return new ShardStatement(new Shard("ks", ShardName.parse(shard)), TabletType.PRIMARY, sql, Binds.NONE);
    }
}
