package dev.shardroute.tablet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.executor.Executor;
import dev.shardroute.executor.ExecutorOptions;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import dev.shardroute.planner.route.Router;
import dev.shardroute.topo.Shard;
import dev.shardroute.topo.Topologies;
import dev.shardroute.type.Binds;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Row;
import dev.shardroute.vschema.VSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Statements for several shards, from SQL to the rows of real backends; each shard is a database of one server. */
@ExtendWith(MariaDb.class)
class ScatterTest {
    private static final VSchema VSCHEMA = VSchema.parse("""
            {"keyspaces": {"ks": {"sharded": true, "vindexes": {"h": {"type": "xxhash"}}, "tables": {
              "t": {"column_vindexes": [{"column": "id", "name": "h"}]}}}}}""");

    private final MariaDbServer server;
    private final TabletPools pools;
    private final Executor executor;
    private final Router router = Router.builder()
            .vschema(VSCHEMA)
            .topology(Topologies.fixed(Map.of("ks", List.of("-80", "80-"))))
            .build();

    ScatterTest(MariaDbServer server) {
        this.server = server;
        this.pools = TabletPools.builder()
                .options(MariaDbServer.patient().poolSize(1).build())
                .backend(new Shard("ks", ShardName.parse("-80")), TabletType.PRIMARY, server.configOf("low"))
                .backend(new Shard("ks", ShardName.parse("80-")), TabletType.PRIMARY, server.configOf("high"))
                .build();
        this.executor = new Executor(pools, ExecutorOptions.builder().bufferedRows(100).build());
    }

    @BeforeEach
    void createShards() throws SQLException {
        for (String database : List.of("low", "high")) {
            server.execute(
                    "create or replace database " + database,
                    "use " + database,
                    "create table t (id bigint primary key, a varchar(100))",
                    "insert into t select seq, repeat('x', 100) from seq_1_to_20000");
        }
    }

    @AfterEach
    void closePools() {
        pools.close();
    }

    private ResultStream run(String sql) {
        return executor.execute(router.route(sql, Binds.NONE));
    }

    private long count(String sql) {
        long rows = 0;
        try (ResultStream result = run(sql)) {
            for (Row row = result.next(); row != null; row = result.next()) {
                rows++;
            }
        }
        return rows;
    }

    @Test
    void select_givesTheRowsOfAllShards() {
        assertEquals(40_000, count("select id, a from t"));
    }

    @Test
    void select_closedEarly_leavesNoStatementOnTheServer() throws SQLException {
        try (ResultStream result = run("select id, repeat(a, 100) from t")) {
            assertNotNull(result.next());
        }
        String running = "select count(*) from information_schema.processlist where db in ('low', 'high')"
                + " and command <> 'Sleep'";
        while (!server.select(running).equals("0")) {
            Thread.onSpinWait();
        }
        assertEquals(40_000, count("select id from t"));
    }

    @Test
    void selects_thatCompeteForOneConnectionOfEachShard_bothEnd() throws InterruptedException {
        AtomicLong rows = new AtomicLong();
        List<Thread> readers = List.of(reader(rows), reader(rows), reader(rows));
        for (Thread reader : readers) {
            reader.join();
        }
        assertEquals(120_000, rows.get());
    }

    private Thread reader(AtomicLong rows) {
        return Thread.ofVirtual().start(() -> rows.addAndGet(count("select id, a from t")));
    }

    @Test
    void update_isSummed() {
        assertEquals(2 * 20_000, run("update t set a = 'y'").completion().affectedRows());
    }

    @Test
    void update_thatFailsOnOneShard_namesTheOther() throws SQLException {
        server.execute("alter table high.t add column b int");
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> run("update t set b = 1"));
        assertEquals(1054, error.errno());
        assertEquals("42S22", error.sqlState());
        List<String> lines = error.getMessage().lines().toList();
        assertEquals("SR05001: ks/-80: Unknown column 'b' in 'SET'", lines.getFirst());
    }
}
