package dev.shardroute.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections from their beginning to their end, through the drivers that Java programs use. */
final class DriverConnectionTest {
    private final StubSessions sessions = new StubSessions();
    private final Events events = new Events();
    private final MysqlServer server = Servers.start(sessions, Authenticators.trusting(), events);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void connect_withDatabase_opensTheSessionThere(Driver driver) throws SQLException {
        try (Connection connection = driver.connect(server, "shop")) {
            ConnectionInfo info = sessions.opened().getFirst();
            assertEquals("app", info.user());
            assertEquals("shop", info.database());
            assertEquals(1, info.connectionId());
            assertEquals(255, info.collation());
            assertTrue(info.attributes().containsKey("_client_name"), info.toString());
            assertTrue(info.client().getAddress().isLoopbackAddress());
            assertEquals("8.4.6-Shardroute", connection.getMetaData().getDatabaseProductVersion());
        }
    }

    @ParameterizedTest
    @EnumSource
    void connect_withoutDatabase_works(Driver driver) throws SQLException {
        try (Connection connection = driver.connect(server, "")) {
            assertNull(sessions.opened().getFirst().database());
            Driver.assertLives(connection);
        }
    }

    @ParameterizedTest
    @EnumSource
    void connect_withUnknownDatabase_isRefused(Driver driver) {
        SQLException error = assertThrows(SQLException.class, () -> driver.connect(server, "no_such").close());
        assertEquals(1049, error.getErrorCode());
        assertEquals("42000", error.getSQLState());
    }

    @ParameterizedTest
    @EnumSource
    void catalog_canBeChanged(Driver driver) throws SQLException {
        try (Connection connection = driver.connect(server, "shop")) {
            connection.setCatalog("stock");
            assertEquals("stock", selectDatabase(connection));
            SQLException error = assertThrows(SQLException.class, () -> connection.setCatalog("no_such"));
            assertEquals(1049, error.getErrorCode());
            assertEquals("stock", selectDatabase(connection));
        }
    }

    private static String selectDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select database()")) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isValid_pingsWithoutAStatement(Driver driver) throws SQLException {
        try (Connection connection = driver.connect(server, "")) {
            List<String> before = sessions.statements();
            assertTrue(connection.isValid(0));
            assertEquals(before, sessions.statements());
        }
    }

    @ParameterizedTest
    @EnumSource
    void close_closesTheSession(Driver driver) throws SQLException {
        driver.connect(server, "").close();
        assertTrue(server.awaitEmpty(Servers.LONG));
        assertEquals(1, sessions.closed());
        assertEquals(List.of(), events.open());
        assertEquals(List.of(), events.internal());
        assertEquals(List.of(), events.failed());
    }

    @ParameterizedTest
    @EnumSource
    void connections_overTheLimit_areRefused(Driver driver) throws SQLException {
        MysqlServerOptions options = Servers.options().maxConnections(1).build();
        try (MysqlServer small = Servers.start(options, sessions, Authenticators.trusting(), events);
                Connection first = driver.connect(small, "")) {
            SQLException error = assertThrows(SQLException.class, () -> driver.connect(small, "").close());
            assertEquals(1040, error.getErrorCode());
            assertTrue(error.toString().contains("too many connections: the limit is 1"), error.toString());
            assertEquals(List.of(ErrorCode.SR06004), events.refused());
            Driver.assertLives(first);
        }
    }
}
