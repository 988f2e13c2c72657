package dev.shardroute.cli.demo;

import dev.shardroute.cli.SqlScript;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A database server, the shards on it, and a gateway over them that listens.
 *
 * @param router   what the gateway routes by
 * @param recorder what the gateway reaches the shards by
 * @param port     where the gateway listens
 */
record DemoCluster(Router router, RecordingConnections recorder, int port) {
    private static final int USUAL_PORT = 15306;
    private static final int ANY_PORT = 0;

    /** The shards of each keyspace. */
    private static final Map<String, List<String>> SHARDS =
            Map.of("commerce", List.of("0"), "customer", List.of("-80", "80-"));

    /** Starts it all and loads the rows; what has to be closed is given to {@code closeables}. */
    static DemoCluster start(Closeables closeables, Progress progress) throws SQLException {
        TemporaryFolder folder = TemporaryFolder.create();
        closeables.add(folder);
        EmbeddedMariaDb database =
                progress.step("Starting an embedded MariaDB", () -> EmbeddedMariaDb.start(folder.path()));
        closeables.add(database::close);
        progress.step("Making the databases of the shards", () -> makeDatabases(database));
        DemoCluster cluster = progress.step("Starting the gateway", () -> startGateway(database.port(), closeables));
        int rows = progress.step("Loading rows through the gateway", cluster::load);
        progress.out().println(rows + " rows loaded; the gateway listens on port " + cluster.port() + ".");
        progress.out().println();
        return cluster;
    }

    private static int makeDatabases(EmbeddedMariaDb database) {
        Map<Shard, String> names = databases();
        names.forEach((shard, name) -> database.execute(Stream.concat(
                Stream.of("create database `" + name + "`", "use `" + name + "`"),
                Resources.statements(shard.keyspace() + ".sql").stream().map(SqlScript.Statement::sql))
                .toArray(String[]::new)));
        return names.size();
    }

    /** Each shard has a database of its own, called like it. */
    private static Map<Shard, String> databases() {
        Map<Shard, String> names = new LinkedHashMap<>();
        SHARDS.forEach((keyspace, shards) -> shards.forEach(
                name -> names.put(new Shard(keyspace, ShardName.parse(name)), keyspace + "_" + name)));
        return names;
    }

    private static DemoCluster startGateway(int databasePort, Closeables closeables) {
        TabletPools.Builder pools = TabletPools.builder();
        databases().forEach((shard, name) -> pools.backend(shard, TabletType.PRIMARY, new BackendConfig("127.0.0.1",
                databasePort, name, EmbeddedMariaDb.USER, EmbeddedMariaDb.PASSWORD)));
        TabletPools connections = pools.build();
        closeables.add(connections::close);
        RecordingConnections recorder = new RecordingConnections(connections);
        Router router = Router.builder().vschema(VSchema.parse(Resources.text("vschema.json")))
                .topology(Topologies.fixed(SHARDS)).build();
        MysqlServer server = listen(new Gateway(router, new Executor(recorder, ExecutorOptions.DEFAULTS)));
        closeables.add(server::close);
        return new DemoCluster(router, recorder, server.address().getPort());
    }

    private static MysqlServer listen(Gateway gateway) {
        try {
            return listen(gateway, USUAL_PORT);
        } catch (ShardrouteException e) {
            if (e.code() == ErrorCode.SR07001) {
                return listen(gateway, ANY_PORT);
            }
            throw e;
        }
    }

    private static MysqlServer listen(Gateway gateway, int port) {
        MysqlServer server = new MysqlServer(MysqlServerOptions.builder().port(port).build(),
                new GatewaySessions(gateway), Authenticators.trusting(), ServerListener.NONE);
        server.start();
        return server;
    }

    private int load() throws SQLException {
        int rows = 0;
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            for (SqlScript.Statement insert : Resources.statements("load.sql")) {
                rows += statement.executeUpdate(insert.sql());
            }
        }
        recorder.take();
        return rows;
    }

    /** A connection of MariaDB's driver to the gateway, as any client has. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port + "/customer?user=demo&sslMode=disable");
    }
}
