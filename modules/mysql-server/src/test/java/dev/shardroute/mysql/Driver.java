package dev.shardroute.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The drivers that Java programs use. */
enum Driver {
    /** Wants TLS unless it is told otherwise. */
    MARIADB("jdbc:mariadb:", "sslMode=disable"),
    /** Tries TLS and goes on without. */
    MYSQL("jdbc:mysql:", "");

    private final String scheme;
    private final String always;

    Driver(String scheme, String always) {
        this.scheme = scheme;
        this.always = always;
    }

    /** Connects as anybody. */
    Connection connect(MysqlServer server, String database) throws SQLException {
        return connect(server, database, "app", "secret", "");
    }

    /** Connects; {@code properties} are {@code key=value&key=value}. */
    Connection connect(MysqlServer server, String database, String user, String password, String properties)
            throws SQLException {
        InetSocketAddress address = server.address();
        String url = scheme + "//" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/" + database;
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        return DriverManager.getConnection(url + "?" + always + "&" + properties, login);
    }

    /** The connection answers a further statement. */
    static void assertLives(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("select @@version_comment");
            assertTrue(rows.next());
            assertEquals("Shardroute", rows.getString(1));
        }
    }
}
