package dev.shardroute.cli.demo;

import dev.shardroute.cli.explain.SqlScript;
import dev.shardroute.cli.gateway.EmbeddedMariaDb;
import dev.shardroute.cli.gateway.GatewaySessions;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.executor.Executor;
import dev.shardroute.executor.ExecutorOptions;
import dev.shardroute.executor.Gateway;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import dev.shardroute.mysql.Authenticators;
import dev.shardroute.mysql.MysqlServer;
import dev.shardroute.mysql.MysqlServerOptions;
import dev.shardroute.mysql.ServerListener;
import dev.shardroute.planner.route.Router;
import dev.shardroute.tablet.BackendConfig;
import dev.shardroute.tablet.TabletPools;
import dev.shardroute.topo.Shard;
import dev.shardroute.topo.Topologies;
import dev.shardroute.vschema.VSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The demo's gateway: {@code commerce} on one shard and {@code customer} on two, each a database of one MariaDB. */
final class DemoGateway implements AutoCloseable {
    static final String USER = "demo";
    static final String PASSWORD = "demo";

    private static final int USUAL_PORT = 15306;
    private static final Duration CLOSING = Duration.ofSeconds(15);
    private static final Map<String, List<String>> SHARDS =
            Map.of("commerce", List.of("0"), "customer", List.of("-80", "80-"));

    private final TabletPools pools;
    private final Gateway gateway;
    private final MysqlServer server;

    private DemoGateway(TabletPools pools, Gateway gateway, MysqlServer server) {
        this.pools = pools;
        this.gateway = gateway;
        this.server = server;
    }

    /** Makes the databases and listens. */
    static DemoGateway start(EmbeddedMariaDb database) {
        TabletPools.Builder pools = TabletPools.builder();
        SHARDS.forEach((keyspace, shards) -> shards.forEach(shard -> {
            String name = keyspace + "_" + shard;
            createDatabase(database, name, keyspace);
            pools.backend(new Shard(keyspace, ShardName.parse(shard)), TabletType.PRIMARY,
                    new BackendConfig("127.0.0.1",
                            database.port(), name, EmbeddedMariaDb.USER, EmbeddedMariaDb.PASSWORD));
        }));
        Router router = Router.builder().vschema(VSchema.parse(resource("vschema.json")))
                .topology(Topologies.fixed(SHARDS)).build();
        TabletPools connections = pools.build();
        Gateway gateway = new Gateway(router, new Executor(connections, ExecutorOptions.DEFAULTS));
        return new DemoGateway(connections, gateway, listen(gateway));
    }

    private static void createDatabase(EmbeddedMariaDb database, String name, String keyspace) {
        List<String> statements = new ArrayList<>();
        statements.add("create database `" + name + "` character set utf8mb4");
        statements.add("use `" + name + "`");
        SqlScript.statements(resource(keyspace + ".sql")).forEach(statement -> statements.add(statement.sql()));
        database.execute(statements.toArray(String[]::new));
    }

    /** Listens on the usual port, or on any other when that is taken. */
    private static MysqlServer listen(Gateway gateway) {
        try {
            return listen(gateway, USUAL_PORT);
        } catch (ShardrouteException e) {
            return listen(gateway, 0);
        }
    }

    private static MysqlServer listen(Gateway gateway, int port) {
        MysqlServer server =
                new MysqlServer(MysqlServerOptions.builder().port(port).build(), new GatewaySessions(gateway),
                        Authenticators.fixed(Map.of(USER, PASSWORD)), ServerListener.NONE);
        server.start();
        return server;
    }

    /** A file of the demo. */
    static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(DemoGateway.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ErrorCode.SR07001.error(name, String.valueOf(e.getMessage()));
        }
    }

    Gateway gateway() {
        return gateway;
    }

    int port() {
        return server.address().getPort();
    }

    /** Connects as any client would, in the keyspace {@code customer}. */
    Connection connect() throws SQLException {
        String url = "jdbc:mariadb://127.0.0.1:" + port() + "/customer?sslMode=disable";
        return DriverManager.getConnection(url, USER, PASSWORD);
    }

    /** Serves until Ctrl-C; the process does not end before this thread has closed all there is, or for some seconds. */
    void awaitCtrlC() throws InterruptedException {
        Thread closes = Thread.currentThread();
        Thread hook = new Thread(() -> {
            server.close();
            join(closes);
        }, "shardroute-demo-close");
        Runtime.getRuntime().addShutdownHook(hook);
        server.awaitClosed();
    }

    private static void join(Thread thread) {
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.close();
        pools.close();
    }
}
