package dev.shardroute.planner.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.topo.MutableTopology;
import dev.shardroute.topo.Shard;
import dev.shardroute.topo.Topologies;
import dev.shardroute.topo.TopologySnapshot;
import dev.shardroute.type.Binds;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RouterViewTest {
    private static final VSchema ONE = VSchema.parse("{\"keyspaces\": {\"ks\": {}}}");

    private final Router router = Cluster.router("-40", "40-80", "80-c0", "c0-");

    // targets

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "customer; [customer/-40, customer/40-80, customer/80-c0, customer/c0-]",
        "customer@replica; [customer/-40, customer/40-80, customer/80-c0, customer/c0-]",
        "customer:40-80; [customer/40-80]",
        "customer/40-80@rdonly; [customer/40-80]",
        "customer:40-80@replica|zone1-0000000001; [customer/40-80]",
        "customer[40-c0]; [customer/40-80, customer/80-c0]",
        "customer[-]; [customer/-40, customer/40-80, customer/80-c0, customer/c0-]",
        "customer[80-]@replica; [customer/80-c0, customer/c0-]",
        "customer[d2fd8867d50d2dfe]; [customer/c0-]",
        "customer[3f]; [customer/-40]",
        "commerce; [commerce/0]",
        "commerce:0; [commerce/0]",
        "commerce[-]; [commerce/0]",
        "commerce[ff]; [commerce/0]",
    })
    void target_hasItsShards(String target, String shards) {
        assertEquals(shards, router.resolve(target).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "''; VT09005", "@replica; VT09005", "nothing; VT05003", "customer:-80; SR03005", "customer[40-90]; SR03007",
        "customer@backup; SR03001", "customer[; SR03001", "customer@; SR03001", "information_schema; SR03004",
    })
    void target_withoutShards_isRefused(String target, ErrorCode code) {
        assertCode(code, () -> router.resolve(target));
    }

    @Property
    void targetOfAKeyspaceId_isTheShardThatContainsIt(@ForAll long number) {
        KeyspaceId id = KeyspaceId.ofBigEndian(number);
        Shard shard = router.resolve("customer[" + id + "]").getFirst();
        assertTrue(shard.name().keyRange().orElseThrow().contains(id));
    }

    @ParameterizedTest
    @CsvSource({
        "customer:-40, [customer/-40]",
        "customer[-80], '[customer/-40, customer/40-80]'",
        "customer[d2fd8867d50d2dfe], [customer/c0-]",
    })
    void statement_underATargetOfAPart_goesThereAsItIs(String target, String shards) {
        Routing routing = router.route("select customer.corder.oid from customer.corder order by 1", Binds.NONE,
                router.session(target));
        assertEquals(shards, routing.statements().stream().map(ShardStatement::shard).toList().toString());
        assertEquals("select corder.oid from corder order by 1 asc", routing.statements().getFirst().sql());
    }

    @Test
    void statementForOneShard_underATargetOfSeveral_isRefused() {
        Session session = router.session("customer[-80]");
        assertCode(ErrorCode.SR03011, () -> router.route("load data infile 'x' into table t", Binds.NONE, session));
        assertCode(ErrorCode.VT03023, () -> router.route("insert into corder(a) values (1)", Binds.NONE, session));
    }

    @Test
    void shardRoutingRules_moveTargetsAndStatements() {
        VSchema vschema = VSchema.parse("""
                {"keyspaces": {
                   "old": {"sharded": true, "vindexes": {"hash": {"type": "hash"}},
                           "tables": {"t": {"column_vindexes": [{"column": "id", "name": "hash"}]}}},
                   "new": {"sharded": true, "vindexes": {"hash": {"type": "hash"}}}},
                 "shard_routing_rules": {"rules": [
                   {"from_keyspace": "old", "to_keyspace": "new", "shard": "-80"}]}}
                """);
        Router moving = Router.builder().vschema(vschema).topology(Topologies.fixed(
                Map.of("old", List.of("-80", "80-"), "new", List.of("-80", "80-")))).build();
        assertEquals("[new/-80]", moving.resolve("old:-80").toString());
        assertEquals("[old/80-]", moving.resolve("old:80-").toString());
        assertEquals("[new/-80, old/80-]", moving.resolve("old").toString());
        assertEquals("[new/-80]", moving.resolve("old[3f]").toString());
        assertEquals(List.of("new/-80", "old/80-"), moving.route("select id from old.t", Binds.NONE).statements()
                .stream().map(statement -> statement.shard().toString()).toList());
    }

    // sessions

    @Test
    void session_withoutKeyspace_hasTheOnlyOne() {
        RouterView view = Router.builder().vschema(ONE).topology(Topologies.fixed(Map.of("ks", List.of("0"))))
                .build().view();
        assertEquals(Optional.of("ks"), view.session("").keyspace());
        assertEquals("ks@replica", view.session("@replica").target().toString());
        assertEquals(Optional.empty(), router.session("").keyspace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"information_schema", "MYSQL", "performance_schema", "sys"})
    void systemSchemas_canBeChosen(String name) {
        assertEquals(Optional.of(name), router.session(name).keyspace());
    }

    @Test
    void keyspace_ofAStatement_isTheOneItNames_unlessAPartIsChosen() {
        RouterView view = router.view();
        assertEquals("commerce", view.keyspace(Optional.of("commerce"), view.session("customer")).name());
        assertEquals("customer", view.keyspace(Optional.of("commerce"), view.session("customer:-40")).name());
        assertEquals("customer", view.keyspace(Optional.empty(), view.session("customer")).name());
        assertCode(ErrorCode.VT09005, () -> view.keyspace(Optional.empty(), Session.DEFAULT));
        assertCode(ErrorCode.VT05003, () -> view.keyspace(Optional.of("x"), Session.DEFAULT));
    }

    // one time

    @Test
    void view_doesNotSeeLaterChanges() {
        MutableTopology topology = MutableTopology.of(TopologySnapshot.builder()
                .keyspace("commerce", List.of("0")).keyspace("customer", List.of("-80", "80-")).build());
        Router changing = Router.builder().vschema(Cluster.VSCHEMA).topology(topology).build();
        RouterView before = changing.view();
        topology.update(builder -> builder.keyspace("customer", List.of("-")));
        changing.update(ONE);
        Plan plan = before.plan("select oid from corder", PlanningContext.DEFAULT);
        assertEquals(2, before.route(plan, Binds.NONE, PlanningContext.DEFAULT.tabletType()).statements().size());
        assertSame(Cluster.VSCHEMA, before.vschema());
        assertSame(topology.snapshot(), changing.view().topology());
        assertSame(ONE, changing.view().vschema());
        assertEquals(List.of("ks.corder"), changing.plan("select oid from corder").tablesUsed());
    }

    @Test
    void update_replacesOneOrBoth() {
        Router changed =
                Router.builder().vschema(ONE).topology(Topologies.fixed(Map.of("ks", List.of("0")))).build();
        changed.update(Cluster.VSCHEMA);
        assertCode(ErrorCode.SR03004, () -> changed.route("select oid from corder", Binds.NONE));
        changed.update(Topologies.fixed(Map.of("customer", List.of("-"))));
        assertEquals("[customer/-]", changed.resolve("customer").toString());
        changed.update(ONE, Topologies.fixed(Map.of("ks", List.of("0", "1"))));
        assertEquals("[ks/0, ks/1]", changed.resolve("ks").toString());
    }

    @Test
    void picker_choosesWhereAnyShardWillDo() {
        Router picking = Router.builder().vschema(Cluster.VSCHEMA).topology(router.topology()).picker(List::getLast)
                .build();
        assertEquals("customer/c0-", only(picking, "select 1 from zone"));
        assertEquals("customer/-40", only(router, "select 1 from zone"));
    }

    private static String only(Router router, String sql) {
        List<ShardStatement> statements = router.route(sql, Binds.NONE).statements();
        assertEquals(1, statements.size());
        return statements.getFirst().shard().toString();
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
