package dev.shardroute.planner.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.topo.Topologies;
import dev.shardroute.type.Binds;
import dev.shardroute.vschema.VSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// hash(1), hash(2) and hash(3) begin with 16, 06 and 4e: shard -80; hash(4) and hash(6) with d2 and f0: shard 80-
class RouterTest {
    @Test
    void select_ofOneValue_goesToItsShard() {
        assertEquals(List.of("customer/-80: select oid from corder where customer_id = 1"),
                Cluster.route("select oid from corder where customer_id = ?", 1));
        assertEquals(List.of("customer/80-: select oid from corder where customer_id = 4"),
                Cluster.route("select oid from corder where customer_id = ?", 4));
    }

    @Test
    void select_ofList_sendsEachShardItsPart() {
        assertEquals(
                List.of("customer/-80: select oid from corder where customer_id in (1, 2)",
                        "customer/80-: select oid from corder where customer_id in (4)"),
                Cluster.route("select oid from corder where customer_id in (1, 4, 2, 1, null)"));
    }

    @Test
    void select_ofListVariable_sendsEachShardItsPart() {
        Binds binds = Binds.NONE.with("ids", List.of(4, 6, 1));
        List<String> sent =
                Cluster.router().route("select oid from corder where customer_id in ::ids", binds).statements()
                        .stream().map(statement -> statement.shard() + ": " + statement.inlined()).toList();
        assertEquals(List.of("customer/80-: select oid from corder where customer_id in (4, 6)",
                "customer/-80: select oid from corder where customer_id in (1)"), sent);
    }

    @Test
    void select_withoutVindex_goesToAllShards() {
        assertEquals(List.of("customer/-80: select oid from corder", "customer/80-: select oid from corder"),
                Cluster.route("select oid from corder"));
    }

    @Test
    void tree_isRoutedAsItsText() {
        String sql = "select oid from corder where customer_id = 4";
        Routing routing = Cluster.router().route(new SqlParser().parse(sql), Binds.NONE, PlanningContext.DEFAULT);
        assertEquals(Cluster.router().route(sql, Binds.NONE), routing);
    }

    @Test
    void insert_ofSeveralRows_isSplit() {
        assertEquals(
                List.of("customer/-80: insert into corder(oid, customer_id) values (10, 1), (30, 2) "
                        + "on duplicate key update oid = 0",
                        "customer/80-: insert into corder(oid, customer_id) values ('x', 4) on duplicate key update oid = 0"),
                Cluster.route("insert into corder(oid, customer_id) values (10, 1), (?, 4), (30, 2) "
                        + "on duplicate key update oid = 0", "x"));
    }

    @Test
    void insert_ofSeveralRows_givesEachShardItsOwnValues() {
        Routing routing = Cluster.router().route("insert into corder(oid, customer_id) values (?, ?), (?, ?) "
                + "on duplicate key update oid = ?", Binds.of(10, 1, 40, 4, 0));
        assertEquals(List.of(Set.of("v1", "_customer_id_0", "v5"), Set.of("v3", "_customer_id_1", "v5")),
                routing.statements().stream().map(statement -> statement.binds().values().keySet()).toList());
    }

    @Test
    void select_ofList_givesEachShardItsOwnValues() {
        Routing routing = Cluster.router().route("select oid from corder where customer_id in (?, ?) and qty = ?",
                Binds.of(1, 4, 7));
        assertEquals(List.of(Set.of("v3", "__vals"), Set.of("v3", "__vals")),
                routing.statements().stream().map(statement -> statement.binds().values().keySet()).toList());
    }

    @Test
    void select_thatNoShardCanAnswer_tellsHowToGetTheColumns() {
        Routing routing =
                Cluster.router().route("select oid from corder where customer_id = ?", Binds.of((Object) null));
        assertEquals(List.of(), routing.statements());
        assertEquals("select oid from corder where 1 != 1", routing.fieldQuery().orElseThrow().sql());
    }

    @ParameterizedTest
    @CsvSource({"customer_id, corder, 1e20", "url, page, 5.0"})
    void value_thatTheVindexCannotBeTrustedWith_isRefused(String column, String table, String text) {
        Object value = text.equals("5.0") ? new BigDecimal(text) : text;
        for (String sql : List.of("delete from " + table + " where " + column + " = ?",
                "select 1 from " + table + " where " + column + " in (?)",
                "insert into " + table + "(" + column + ") values (?)")) {
            ShardrouteException error = assertThrows(ShardrouteException.class, () -> Cluster.route(sql, value));
            assertEquals(ErrorCode.VT09023, error.code());
        }
    }

    @Test
    void value_thatIsAnIntegerToMySql_isFoundThere() {
        String five = Cluster.route("select oid from corder where customer_id = ?", 5).getFirst().substring(0, 3);
        for (Object value : List.of("5", "5.0", " 5e0 apples", new BigDecimal("5.00"), 5.0)) {
            List<String> found = Cluster.route("select oid from corder where customer_id = ?", value);
            assertEquals(List.of(five), found.stream().map(sent -> sent.substring(0, 3)).toList(), value.toString());
        }
        assertEquals(List.of(), Cluster.route("select oid from corder where customer_id = ?", new BigDecimal("5.5")));
    }

    @ParameterizedTest
    @CsvSource({"abc", "5.0"})
    void row_whoseValueIsNoInteger_isRefused(String text) {
        Object value = text.equals("5.0") ? new BigDecimal(text) : text;
        ShardrouteException error = assertThrows(ShardrouteException.class,
                () -> Cluster.route("insert into corder(customer_id) values (?)", value));
        assertEquals(ErrorCode.VT09023, error.code());
    }

    @Test
    void row_withoutKeyspaceId_isRefused() {
        ShardrouteException error = assertThrows(ShardrouteException.class,
                () -> Cluster.route("insert into corder(customer_id) values (1), (null)"));
        assertEquals(ErrorCode.VT09023, error.code());
    }

    @Test
    void bindVariable_withoutValue_isRefused() {
        ShardrouteException error = assertThrows(ShardrouteException.class,
                () -> Cluster.route("select oid from corder where customer_id = :id"));
        assertEquals("VT03026: bind variable 'id' has no value", error.getMessage());
    }

    @Test
    void unshardedKeyspace_onSeveralShards_isRefused() {
        Router router = Router.builder().vschema(VSchema.parse("""
                {"keyspaces": {"ks": {"tables": {"t": {}}}}}
                """)).topology(Topologies.fixed(Map.of("ks", List.of("-80", "80-")))).build();
        ShardrouteException error = assertThrows(ShardrouteException.class,
                () -> router.route("select a from t", Binds.NONE));
        assertEquals(ErrorCode.SR03008, error.code());
    }

    @Test
    void keyspace_withoutTopology_isRefused() {
        Router router =
                Router.builder().vschema(Cluster.VSCHEMA).topology(Topologies.fixed(Map.of("commerce", List.of("0"))))
                        .build();
        ShardrouteException error = assertThrows(ShardrouteException.class,
                () -> router.route("select oid from corder", Binds.NONE));
        assertEquals(ErrorCode.SR03004, error.code());
    }

    @Test
    void twoRouters_withDifferentVSchemas_doNotDisturbEachOther() throws InterruptedException {
        Router two = Cluster.router();
        Router one = Router.builder().vschema(VSchema.parse("""
                {"keyspaces": {"other": {"sharded": true, "vindexes": {"hash": {"type": "xxhash"}}, "tables": {
                  "corder": {"column_vindexes": [{"column": "oid", "name": "hash"}]}}}}}
                """)).topology(Topologies.fixed(Map.of("other", List.of("-")))).build();
        List<String> wrong = new CopyOnWriteArrayList<>();
        Thread first = Thread.ofVirtual()
                .start(() -> repeat(two, "select oid from corder where customer_id = 4", "customer/80-", wrong));
        Thread second =
                Thread.ofVirtual().start(() -> repeat(one, "select oid from corder where oid = 4", "other/-", wrong));
        first.join();
        second.join();
        assertEquals(List.of(), wrong);
    }

    private static void repeat(Router router, String sql, String shard, List<String> wrong) {
        for (int i = 0; i < 1_000; i++) {
            List<ShardStatement> statements = router.route(sql, Binds.NONE).statements();
            if (statements.size() != 1 || !statements.getFirst().shard().toString().equals(shard)) {
                wrong.add(statements.toString());
            }
        }
    }
}
