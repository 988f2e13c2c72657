package dev.shardroute.cli.gateway;

import dev.shardroute.executor.ShardConnection;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import dev.shardroute.mysql.Authenticators;
import dev.shardroute.mysql.MysqlServerOptions;
import dev.shardroute.tablet.BackendConfig;
import dev.shardroute.tablet.TabletOptions;
import dev.shardroute.tablet.TabletPools;
import dev.shardroute.topo.Shard;
import dev.shardroute.topo.Topologies;
import dev.shardroute.type.Results;
import dev.shardroute.vschema.VSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gateway over databases of one MariaDB: {@code customer} on two shards, and keyspaces that make trouble. */
final class TestGateway implements AutoCloseable {
    private static final VSchema VSCHEMA = VSchema.parse("""
            {"keyspaces": {
              "commerce": {},
              "unreachable": {},
              "busy": {},
              "customer": {
                "sharded": true,
                "vindexes": {"hash": {"type": "hash"}},
                "tables": {
                  "corder": {"column_vindexes": [{"column": "customer_id", "name": "hash"}]},
                  "broken": {"column_vindexes": [{"column": "customer_id", "name": "hash"}]}
                }
              }
            }}
            """);
    private static final int BUSY_POOL = 1;

    private final EmbeddedMariaDb database;
    private final RunningGateway running;

    private TestGateway(EmbeddedMariaDb database, RunningGateway running) {
        this.database = database;
        this.running = running;
    }

    /** The drivers that connect. */
    enum Client {
        MARIADB("jdbc:mariadb://127.0.0.1:%d/customer?sslMode=disable"), MYSQL(
                "jdbc:mysql://127.0.0.1:%d/customer?sslMode=DISABLED");

        private final String url;

        Client(String url) {
            this.url = url;
        }
    }

    static TestGateway start(Path folder) throws IOException {
        EmbeddedMariaDb database = EmbeddedMariaDb.start(folder);
        database.execute("create database commerce", "create database customer_80", "create database customer_80_");
        TabletPools pools = pools(database.port());
        Map<String, List<String>> shards = Map.of("commerce", List.of("0"), "unreachable", List.of("0"), "busy",
                List.of("0"), "customer", List.of("-80", "80-"));
        RunningGateway running = RunningGateway.start(VSCHEMA, Topologies.fixed(shards), pools,
                MysqlServerOptions.builder().build(), Authenticators.fixed(Map.of("app", "secret")));
        return new TestGateway(database, running);
    }

    private static TabletPools pools(int port) throws IOException {
        return TabletPools.builder().options(TabletOptions.builder().poolSize(BUSY_POOL).queueLength(0).build())
                .backend(shard("commerce", "0"), TabletType.PRIMARY, backend(port, "commerce"))
                .backend(shard("customer", "-80"), TabletType.PRIMARY, backend(port, "customer_80"))
                .backend(shard("customer", "80-"), TabletType.PRIMARY, backend(port, "customer_80_"))
                .backend(shard("busy", "0"), TabletType.PRIMARY, backend(port, "commerce"))
                .backend(shard("unreachable", "0"), TabletType.PRIMARY, backend(closedPort(), "commerce")).build();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Shard shard(String keyspace, String name) {
        return new Shard(keyspace, ShardName.parse(name));
    }

    private static BackendConfig backend(int port, String name) {
        return new BackendConfig("127.0.0.1", port, name, EmbeddedMariaDb.USER, EmbeddedMariaDb.PASSWORD);
    }

    /** Empty tables. */
    void reset() {
        for (String name : List.of("customer_80", "customer_80_")) {
            database.execute("use " + name, "drop table if exists corder",
                    "create table corder(oid bigint primary key, customer_id bigint not null, sku varchar(20), data blob) "
                            + "character set utf8mb4");
        }
    }

    /** A connection of a client to the gateway, in the keyspace {@code customer}. */
    Connection connect(Client client) throws SQLException {
        return DriverManager.getConnection(String.format(client.url, running.address().getPort()), "app", "secret");
    }

    /** Runs a statement in a session of its own, in the keyspace {@code customer}. */
    void run(byte[] sql) {
        Results.drain(running.gateway().open(Optional.of("customer")).execute(sql));
    }

    /** The values of the first column on one shard of {@code customer}, in the order of their text. */
    List<String> rowsOfShard(String name, String sql) {
        try (ShardConnection connection = running.pools().lease(shard("customer", name), TabletType.PRIMARY)) {
            return Results.drain(connection.execute(sql)).stream().map(row -> row.values().getFirst().text()).sorted()
                    .toList();
        }
    }

    /** Holds every connection that the pool of a keyspace may have. */
    ShardConnection takeAllConnections(String keyspace) {
        return running.pools().lease(shard(keyspace, "0"), TabletType.PRIMARY);
    }

    @Override
    public void close() {
        running.close();
        database.close();
    }
}
