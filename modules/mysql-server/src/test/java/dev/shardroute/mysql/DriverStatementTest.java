package dev.shardroute.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.ResultStream.Completion;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Results, changes and errors, through the drivers that Java programs use. */
final class DriverStatementTest {
    private static final int MANY_ROWS = 100_000;

    private final StubSessions sessions = new StubSessions();
    private final Events events = new Events();
    private final MysqlServer server = Servers.start(sessions, Authenticators.trusting(), events);

    @AfterEach
    void close() {
        server.close();
    }

    // results

    @ParameterizedTest
    @EnumSource
    void select_manyRows_areStreamed(Driver driver) throws SQLException {
        sessions.on("select many", () -> new RowStream(List.of(Field.of("n", Type.INT64)),
                n -> n < MANY_ROWS ? Row.of(Value.of(n)) : null));
        try (Connection connection = driver.connect(server, ""); Statement statement = connection.createStatement()) {
            statement.setFetchSize(driver == Driver.MYSQL ? Integer.MIN_VALUE : 100);
            ResultSet rows = statement.executeQuery("select many");
            for (int i = 0; i < MANY_ROWS; i++) {
                assertTrue(rows.next());
                assertEquals(i, rows.getInt(1));
            }
            assertFalse(rows.next());
        }
    }

    // changes

    @ParameterizedTest
    @EnumSource
    void update_tellsCountAndGeneratedKey(Driver driver) throws SQLException {
        sessions.on("insert two", () -> Results.of(new Completion(2, 4_000_000_000L, 0)));
        try (Connection connection = driver.connect(server, ""); Statement statement = connection.createStatement()) {
            assertEquals(2, statement.executeUpdate("insert two", Statement.RETURN_GENERATED_KEYS));
            ResultSet keys = statement.getGeneratedKeys();
            assertTrue(keys.next());
            assertEquals(4_000_000_000L, keys.getLong(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void transaction_isCommitted(Driver driver) throws SQLException {
        try (Connection connection = driver.connect(server, ""); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("insert one");
            connection.commit();
        }
        List<String> statements = sessions.statements();
        assertTrue(statements.indexOf("COMMIT") > statements.indexOf("insert one"), statements.toString());
    }

    @ParameterizedTest
    @EnumSource
    void preparedStatement_travelsAsText(Driver driver) throws SQLException {
        String sql = "insert into t values (?, ?)";
        try (Connection connection = driver.connect(server, "");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, 7);
            statement.setString(2, "\ud83d\ude00");
            statement.executeUpdate();
        }
        assertTrue(sessions.statements().contains("insert into t values (7, '\ud83d\ude00')"),
                sessions.statements().toString());
    }

    // errors

    @ParameterizedTest
    @EnumSource
    void error_hasNumberAndStateAndConnectionLivesOn(Driver driver) throws SQLException {
        sessions.on("select bad", fails(() -> ErrorCode.VT05005.error("t", "shop")));
        try (Connection connection = driver.connect(server, ""); Statement statement = connection.createStatement()) {
            SQLException error = assertThrows(SQLException.class, () -> statement.executeQuery("select bad"));
            assertEquals(1146, error.getErrorCode());
            assertEquals("42S02", error.getSQLState());
            assertTrue(error.toString().contains("VT05005: table 't' does not exist in keyspace 'shop'"));
            Driver.assertLives(connection);
        }
    }

    @ParameterizedTest
    @EnumSource
    void error_afterRows_endsTheResultAndConnectionLivesOn(Driver driver) throws SQLException {
        sessions.on("select half", () -> new RowStream(List.of(Field.of("n", Type.INT64)), n -> {
            if (n == 5000) {
                throw ErrorCode.SR05004.error("-80", "gone");
            }
            return Row.of(Value.of(n));
        }));
        try (Connection connection = driver.connect(server, ""); Statement statement = connection.createStatement()) {
            SQLException error = assertThrows(SQLException.class, () -> readAll(statement, "select half"));
            assertEquals(1105, error.getErrorCode());
            assertTrue(error.toString().contains("SR05004: shard -80: cannot connect: gone"));
            Driver.assertLives(connection);
        }
    }

    @ParameterizedTest
    @EnumSource
    void error_thatIsNotOurs_isInternalWithoutDetails(Driver driver) throws SQLException {
        sessions.on("select bug", fails(() -> new IllegalStateException("the secret")));
        try (Connection connection = driver.connect(server, ""); Statement statement = connection.createStatement()) {
            SQLException error = assertThrows(SQLException.class, () -> statement.executeQuery("select bug"));
            assertEquals(1815, error.getErrorCode());
            assertTrue(error.toString().contains("VT13001"));
            assertFalse(error.toString().contains("secret"));
            Driver.assertLives(connection);
        }
        assertEquals(new IllegalStateException("the secret").toString(), events.internal().getFirst().toString());
    }

    @ParameterizedTest
    @EnumSource
    void error_ofAnotherServerWithOddNumbers_isTidiedUp(Driver driver) throws SQLException {
        sessions.on("select odd",
                fails(() -> new ShardrouteException(ErrorCode.SR05001, 0, "", "x\u00e4".repeat(9000), null)));
        try (Connection connection = driver.connect(server, ""); Statement statement = connection.createStatement()) {
            SQLException error = assertThrows(SQLException.class, () -> statement.executeQuery("select odd"));
            assertEquals(1105, error.getErrorCode());
            assertEquals("HY000", error.getSQLState());
            Driver.assertLives(connection);
        }
    }

    private static Supplier<ResultStream> fails(Supplier<RuntimeException> error) {
        return () -> {
            throw error.get();
        };
    }

    private static void readAll(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                assertTrue(rows.getInt(1) < 5000);
            }
        }
    }
}
