package dev.shardroute.cli.demo;

import dev.shardroute.cli.SqlScript;
import dev.shardroute.cli.gateway.Closeables;
import dev.shardroute.cli.gateway.EmbeddedMariaDb;
import dev.shardroute.cli.gateway.RunningGateway;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import dev.shardroute.mysql.Authenticators;
import dev.shardroute.mysql.MysqlServerOptions;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The demo's gateway: {@code commerce} on one shard and {@code customer} on two, each a database of one MariaDB. */
record DemoGateway(RunningGateway running) implements Closeables.Resource {
    static final String USER = "demo";
    static final String PASSWORD = "demo";

    private static final int USUAL_PORT = 15306;
    private static final Map<String, List<String>> SHARDS =
            Map.of("commerce", List.of("0"), "customer", List.of("-80", "80-"));

    /** Makes the databases and listens, on the usual port or on any other when that is taken. */
    static DemoGateway start(EmbeddedMariaDb database) {
        TabletPools.Builder pools = TabletPools.builder();
        SHARDS.forEach((keyspace, shards) -> shards.forEach(shard -> {
            String name = keyspace + "_" + shard;
            createDatabase(database, name, keyspace);
            pools.backend(new Shard(keyspace, ShardName.parse(shard)), TabletType.PRIMARY,
                    new BackendConfig("127.0.0.1",
                            database.port(), name, EmbeddedMariaDb.USER, EmbeddedMariaDb.PASSWORD));
        }));
        TabletPools connections = pools.build();
        try {
            return new DemoGateway(listen(connections, USUAL_PORT));
        } catch (ShardrouteException e) {
            return new DemoGateway(listen(connections, 0));
        }
    }

    private static RunningGateway listen(TabletPools pools, int port) {
        return RunningGateway.start(VSchema.parse(resource("vschema.json")), Topologies.fixed(SHARDS), pools,
                MysqlServerOptions.builder().port(port).build(), Authenticators.fixed(Map.of(USER, PASSWORD)));
    }

    private static void createDatabase(EmbeddedMariaDb database, String name, String keyspace) {
        List<String> statements = new ArrayList<>();
        statements.add("create database `" + name + "` character set utf8mb4");
        statements.add("use `" + name + "`");
        SqlScript.statements(resource(keyspace + ".sql")).forEach(statement -> statements.add(statement.sql()));
        database.execute(statements.toArray(String[]::new));
    }

    /** A file of the demo. */
    static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(DemoGateway.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ErrorCode.SR07001.error(name, String.valueOf(e.getMessage()));
        }
    }

    int port() {
        return running.address().getPort();
    }

    /** Connects as any client would, in the keyspace {@code customer}. */
    Connection connect() throws SQLException {
        String url = "jdbc:mariadb://127.0.0.1:" + port() + "/customer?sslMode=disable";
        return DriverManager.getConnection(url, USER, PASSWORD);
    }

    @Override
    public void close() {
        running.close();
    }
}
