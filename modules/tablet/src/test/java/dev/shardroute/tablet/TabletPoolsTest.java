package dev.shardroute.tablet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.executor.ShardConnection;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.ResultStream.Completion;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MariaDb.class)
class TabletPoolsTest {
    private static final Shard SHARD = new Shard("ks", ShardName.parse("-80"));

    private final MariaDbServer server;
    private final TabletPools pools;

    TabletPoolsTest(MariaDbServer server) {
        this.server = server;
        this.pools = pools(server.config());
    }

    private static TabletPools pools(BackendConfig config) {
        return TabletPools.builder()
                .options(MariaDbServer.patient().poolSize(2).build())
                .backend(SHARD, TabletType.PRIMARY, config)
                .build();
    }

    @BeforeEach
    void createTable() throws SQLException {
        server.execute("create or replace table shard.t (id bigint auto_increment primary key, a int unique)");
    }

    @AfterEach
    void closePools() {
        pools.close();
    }

    private ShardConnection lease() {
        return pools.lease(SHARD, TabletType.PRIMARY);
    }

    private Completion run(String sql) {
        try (ShardConnection connection = lease(); ResultStream result = connection.execute(sql)) {
            assertEquals(List.of(), Results.drain(result));
            return result.completion();
        }
    }

    private String select(String sql) {
        try (ShardConnection connection = lease()) {
            return select(connection, sql);
        }
    }

    private static String select(ShardConnection connection, String sql) {
        List<Row> rows = Results.drain(connection.execute(sql));
        return rows.getFirst().values().getFirst().text();
    }

    private static ShardrouteException leaseError(TabletPools from) {
        return assertThrows(ShardrouteException.class, () -> from.lease(SHARD, TabletType.PRIMARY));
    }

    // What statements report

    @Test
    void update_countsChangedRowsOnly() {
        run("insert into t (id, a) values (1, 10), (2, 20)");
        assertEquals(1,
                run("update t set a = 20 + (id = 1)").affectedRows() + run("update t set a = a").affectedRows());
    }

    @Test
    void insert_reportsTheFirstGeneratedId() {
        run("insert into t (id) values (100)");
        assertEquals(new Completion(3, 101, 0), run("insert into t (a) values (1), (2), (3)"));
        assertEquals(Long.parseUnsignedLong("18446744073709551615"),
                run("update t set a = 5 where id = last_insert_id(18446744073709551615) or id = 100").lastInsertId());
    }

    @Test
    void warnings_areCounted() {
        assertEquals(1, run("drop table if exists no_such_table").warnings());
        try (ShardConnection connection = lease();
                ResultStream result = connection.execute("select cast('1x' as int), 1 / 0")) {
            Results.drain(result);
            assertEquals(2, result.completion().warnings());
        }
    }

    @Test
    void error_keepsNumberStateAndText() {
        run("insert into t values (1, 1)");
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> run("insert into t values (1, 2)"));
        assertEquals(ErrorCode.SR05001, error.code());
        assertEquals(1062, error.errno());
        assertEquals("23000", error.sqlState());
        assertEquals("SR05001: Duplicate entry '1' for key 'PRIMARY'", error.getMessage());
    }

    @Test
    void error_leavesTheConnectionUsable() {
        String before = select("select connection_id()");
        assertThrows(ShardrouteException.class, () -> run("select no_such_column"));
        assertEquals(before, select("select connection_id()"));
    }

    @Test
    void error_inTheMiddleOfRows_surfacesAtNext() {
        run("insert into t values (1, 1), (2, 2)");
        try (ShardConnection connection = lease();
                ResultStream result = connection.execute(
                        "select (select a from t where t.id <= s.seq) from seq_1_to_2 s order by s.seq")) {
            assertNotNull(result.next());
            assertEquals(1242, assertThrows(ShardrouteException.class, result::next).errno());
        }
    }

    @Test
    void procedure_givesItsRows() throws SQLException {
        server.execute("create or replace procedure shard.p() select 7");
        assertEquals("7", select("call p()"));
    }

    @Test
    void procedure_withSeveralResults_isRefused() throws SQLException {
        server.execute("create or replace procedure shard.p2() begin select 7; select 8; end");
        assertEquals(ErrorCode.VT12001, assertThrows(ShardrouteException.class, () -> select("call p2()")).code());
        assertEquals("1", select("select 1"));
    }

    // The session

    @Test
    void session_keepsWhatTheServerIsSetTo() {
        assertEquals(select("select @@global.sql_mode"), select("select @@session.sql_mode"));
        assertEquals(select("select @@global.time_zone"), select("select @@session.time_zone"));
    }

    @Test
    void session_speaksUtf8AndCommitsByItself() {
        assertEquals("utf8mb4", select("select @@character_set_client"));
        assertEquals("utf8mb4", select("select @@character_set_results"));
        assertEquals("utf8mb4", select("select @@character_set_connection"));
        assertEquals("1", select("select @@autocommit"));
        assertEquals("grün 🜁", select("select 'grün 🜁'"));
    }

    @Test
    void session_runsOneStatementAtATime() {
        assertEquals(1064, assertThrows(ShardrouteException.class, () -> run("select 1; select 2")).errno());
    }

    @Test
    void session_readsNoLocalFile() {
        ShardrouteException error = assertThrows(ShardrouteException.class,
                () -> run("load data local infile '/etc/hostname' into table t"));
        assertTrue(error.code() == ErrorCode.SR05001 || error.code() == ErrorCode.SR05008, error.getMessage());
        assertEquals("1", select("select 1"));
    }

    @Test
    void sql_isSentAsItIs() {
        assertEquals("{fn now()} \\ ? :a", select("select '{fn now()} \\\\ ? :a'"));
    }

    @Test
    void connection_inATransaction_isNotUsedAgain() {
        String before = select("select connection_id()");
        run("begin");
        assertNotEquals(before, select("select connection_id()"));
        run("set autocommit = 0");
        assertEquals("1", select("select @@autocommit"));
    }

    @Test
    void sqlMode_thatMisreadsStatements_isRefused() throws SQLException {
        String before = server.select("select @@global.sql_mode");
        for (String mode : List.of("ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "PIPES_AS_CONCAT", "HIGH_NOT_PRECEDENCE")) {
            server.execute("set global sql_mode = '" + mode + "'");
            assertEquals("SR05009: shard ks/-80: its sql_mode has " + mode + ", which misreads statements",
                    leaseError(pools).getMessage());
        }
        server.execute("set global sql_mode = '" + before + "'");
        assertEquals("1", select("select 1"));
    }

    // Giving up

    @Test
    void result_leftUnread_costsItsConnectionAndEndsItsStatement() throws SQLException {
        String id;
        try (ShardConnection connection = lease()) {
            id = select(connection, "select connection_id()");
            assertNotNull(connection.execute("select repeat('x', 1000) from seq_1_to_100000000").next());
        }
        awaitGone(id);
        assertNotEquals(id, select("select connection_id()"));
    }

    @Test
    void interrupt_endsTheStatementOnTheServer() throws Exception {
        ConcurrentLinkedQueue<Object> outcome = new ConcurrentLinkedQueue<>();
        Thread sleeper = Thread.ofVirtual().start(() -> {
            try {
                outcome.add(select("select sleep(100000) /* sleeper */"));
            } catch (ShardrouteException e) {
                outcome.add(e.code());
            }
        });
        String count =
                "select count(*) from information_schema.processlist where info like '%sleep(100000) /* sleeper%'"
                        + " and id <> connection_id()";
        while (server.select(count).equals("0")) {
            Thread.onSpinWait();
        }
        sleeper.interrupt();
        sleeper.join();
        assertEquals(List.of(ErrorCode.SR05006), List.copyOf(outcome));
        while (!server.select(count).equals("0")) {
            Thread.onSpinWait();
        }
    }

    private void awaitGone(String connectionId) throws SQLException {
        String count = "select count(*) from information_schema.processlist where id = " + connectionId;
        while (!server.select(count).equals("0")) {
            Thread.onSpinWait();
        }
    }

    // Lost connections

    @Test
    void connection_killedWhileItRuns_isLostAndReplaced() throws SQLException {
        try (ShardConnection connection = lease()) {
            server.execute("kill " + select(connection, "select connection_id()"));
            ShardrouteException error = assertThrows(ShardrouteException.class, () -> select(connection, "select 1"));
            assertTrue(error.code() == ErrorCode.SR05008 || error.errno() == 1927, error.getMessage());
        }
        assertEquals("1", select("select 1"));
    }

    @Test
    void statement_largerThanTheServerTakes_isRefused() throws SQLException {
        String before = server.select("select @@global.max_allowed_packet");
        server.execute("set global max_allowed_packet = 1048576");
        String large = "select length('" + "x".repeat(2 << 20) + "')";
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> select(large));
        assertTrue(error.errno() == 1153 || error.code() == ErrorCode.SR05008, error.getMessage());
        server.execute("set global max_allowed_packet = " + before);
        assertEquals("1", select("select 1"));
    }

    // Backends that cannot be used

    @Test
    void backend_withNobodyListening_isNamedWithoutItsPassword() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        try (TabletPools down = pools(new BackendConfig("127.0.0.1", unused, "d", "u", "secret-word"))) {
            assertNamesShardOnly(leaseError(down), "secret-word");
        }
    }

    @Test
    void backend_thatRefusesThePassword_isNamedWithoutIt() {
        try (TabletPools refused = pools(server.config("secret-word"))) {
            assertNamesShardOnly(leaseError(refused), "secret-word");
        }
    }

    private static void assertNamesShardOnly(ShardrouteException error, String password) {
        assertEquals(ErrorCode.SR05004, error.code());
        assertTrue(error.getMessage().startsWith("SR05004: shard ks/-80: cannot connect: "), error.getMessage());
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            assertFalse(cause.toString().contains(password), cause::toString);
        }
    }

    @Test
    void backend_thatIsUnknown_isAnError() {
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> pools.lease(SHARD, TabletType.REPLICA));
        assertEquals("SR05007: no backend is configured for shard ks/-80@replica", error.getMessage());
    }

    @Test
    void backend_givenTwice_isRefused() {
        TabletPools.Builder builder = TabletPools.builder().backend(SHARD, TabletType.PRIMARY, server.config());
        assertThrows(ShardrouteException.class, () -> builder.backend(SHARD, TabletType.PRIMARY, server.config()));
    }

    @Test
    void pools_whenClosed_giveNothing() {
        pools.close();
        assertEquals(ErrorCode.SR05005, leaseError(pools).code());
        assertInstanceOf(AutoCloseable.class, pools);
    }
}
