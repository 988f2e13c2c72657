package dev.shardroute.cli.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.executor.ShardConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole gateway, from two client drivers to a real MariaDB. */
class GatewayTest {
    private static TestGateway gateway;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        gateway = TestGateway.start(folder);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void load() throws SQLException {
        gateway.reset();
    }

    // what clients do

    @ParameterizedTest
    @EnumSource(TestGateway.Client.class)
    void client_changesAndReadsRowsOfBothShards(TestGateway.Client client) throws SQLException {
        try (Connection connection = gateway.connect(client); Statement statement = connection.createStatement()) {
            int inserted = statement.executeUpdate("insert into corder(oid, customer_id, sku) "
                    + "values (10, 1, 'a'), (40, 4, 'b'), (20, 2, 'ü😀'), (60, 6, null)");
            int updated = statement.executeUpdate("update corder set sku = 'x' where customer_id in (4, 6)");
            int deleted = statement.executeUpdate("delete from corder where oid = 10");
            assertEquals(List.of(4, 2, 1), List.of(inserted, updated, deleted));
            assertEquals(List.of("20 2 ü😀", "40 4 x", "60 6 x"),
                    rows(statement, "select oid, customer_id, sku from corder"));
            assertEquals(List.of("40"), rows(statement, "select oid from corder where customer_id = 4"));
            assertEquals(List.of("20", "60"),
                    rows(statement, "select oid from corder where customer_id in (2, 6, 99)"));
            assertEquals(List.of(), rows(statement, "select oid from corder where customer_id = null"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestGateway.Client.class)
    void client_seesKeyspacesAsDatabases(TestGateway.Client client) throws SQLException {
        try (Connection connection = gateway.connect(client); Statement statement = connection.createStatement()) {
            assertEquals(List.of("customer"), rows(statement, "select database()"));
            statement.execute("use `commerce`");
            assertEquals(List.of("commerce"), rows(statement, "select DATABASE()"));
            statement.execute("use customer");
            assertEquals(List.of("customer"), rows(statement, "select schema()"));
            assertTrue(connection.isValid(5));
            statement.execute("SET NAMES utf8mb4");
            statement.execute("set AUTOCOMMIT = 1, SQL_MODE = concat(@@sql_mode, ',STRICT_TRANS_TABLES')");
        }
    }

    @ParameterizedTest
    @EnumSource(TestGateway.Client.class)
    void client_seesItsSession(TestGateway.Client client) throws SQLException {
        try (Connection connection = gateway.connect(client); Statement statement = connection.createStatement()) {
            assertEquals(List.of("1 null customer"), rows(statement, "select @@autocommit, @a, database()"));
            assertEquals(rows(statement, "select @@global.version_comment"),
                    rows(statement, "select @@version_comment"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestGateway.Client.class)
    void client_choosesShards(TestGateway.Client client) throws SQLException {
        try (Connection connection = gateway.connect(client); Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into corder(oid, customer_id) values (10, 1), (40, 4), (20, 2)");
            statement.execute("use `customer:80-`");
            assertEquals(List.of("1"), rows(statement, "select count(*) from corder"));
            assertEquals(1, statement.executeUpdate("update customer.corder set sku = 'x'"));
            statement.execute("use `customer[-]`");
            assertEquals(List.of("10", "20", "40"), rows(statement, "select oid from corder"));
            assertEquals(3, statement.executeUpdate("delete from corder"));
        }
    }

    @Test
    void rows_areOnTheShardsOfTheirKeyspaceIds() throws SQLException {
        try (Connection connection = gateway.connect(TestGateway.Client.MARIADB);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into corder(oid, customer_id) values (10, 1), (40, 4), (20, 2), (60, 6)");
        }
        assertEquals(List.of("10", "20"), gateway.rowsOfShard("-80", "select oid from corder"));
        assertEquals(List.of("40", "60"), gateway.rowsOfShard("80-", "select oid from corder"));
    }

    // bytes that are not text

    @ParameterizedTest
    @EnumSource(TestGateway.Client.class)
    void bytes_ofEveryValue_comeBackFromBothShards(TestGateway.Client client) throws SQLException {
        try (Connection connection = gateway.connect(client);
                PreparedStatement insert = connection
                        .prepareStatement("insert into corder(oid, customer_id, data) values (10, 1, ?), (40, 4, ?)");
                Statement statement = connection.createStatement()) {
            insert.setBytes(1, everyByte());
            insert.setBytes(2, everyByte());
            assertEquals(2, insert.executeUpdate());
            for (int customer : List.of(1, 4)) {
                ResultSet rows = statement.executeQuery("select data from corder where customer_id = " + customer);
                assertTrue(rows.next());
                assertArrayEquals(everyByte(), rows.getBytes(1));
            }
        }
    }

    @Test
    void literal_ofEveryByte_reachesTheShardsByteForByte() {
        gateway.run(insertOfEveryByte(10, 1));
        gateway.run(insertOfEveryByte(40, 4));
        List<String> everyByte = List.of(HexFormat.of().withUpperCase().formatHex(everyByte()));
        assertEquals(everyByte, gateway.rowsOfShard("-80", "select hex(data) from corder"));
        assertEquals(everyByte, gateway.rowsOfShard("80-", "select hex(data) from corder"));
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    /** Every byte as it is, but for the two that must be escaped. */
    private static byte[] insertOfEveryByte(int oid, int customer) {
        ByteArrayOutputStream sql = new ByteArrayOutputStream();
        sql.writeBytes("insert into corder(oid, customer_id, data) values (%d, %d, '".formatted(oid, customer)
                .getBytes(UTF_8));
        for (byte value : everyByte()) {
            if (value == '\'' || value == '\\') {
                sql.write('\\');
            }
            sql.write(value);
        }
        sql.writeBytes("')".getBytes(UTF_8));
        return sql.toByteArray();
    }

    // errors, and the connection that survives them

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            selec 1                                            | 1064 | 42000 | syntax error
            select oid from corder order by oid                | 1235 | 42000 | VT12001: unsupported: routing a query whose rows must be merged
            select last_insert_id()                            | 1235 | 42000 | VT12001: unsupported: the session function last_insert_id()
            select * from nosuch                               | 1146 | 42S02 | VT05005: table 'nosuch' does not exist
            use nosuch                                         | 1049 | 42000 | VT05003: unknown database 'nosuch'
            set autocommit = 0                                 | 1235 | 42000 | VT12001: unsupported: transactions
            SET AUTOCOMMIT = OFF                               | 1235 | 42000 | VT12001: unsupported: transactions
            set sql_mode = ''                                  | 1235 | 42000 | VT12001: unsupported: SET sql_mode
            set global max_connections = 1                     | 1235 | 42000 | VT12001: unsupported: SET GLOBAL
            begin                                              | 1235 | 42000 | VT12001: unsupported: the statement BEGIN
            select nosuch from corder where customer_id = 1    | 1054 | 42S22 | Unknown column 'nosuch'
            insert into corder(oid, customer_id) values (1, 1), (1, 1) | 1062 | 23000 | Duplicate entry
            select oid from broken                             | 1146 | 42S02 | doesn't exist
            """)
    void error_isClearAndTheConnectionSurvives(String sql, int errno, String sqlState, String message)
            throws SQLException {
        try (Connection connection = gateway.connect(TestGateway.Client.MYSQL);
                Statement statement = connection.createStatement()) {
            SQLException error = assertThrows(SQLException.class, () -> statement.execute(sql));
            assertEquals(errno + " " + sqlState, error.getErrorCode() + " " + error.getSQLState(), error.getMessage());
            assertTold(message, error);
            assertEquals(List.of("1"), rows(statement, "select 1"));
        }
    }

    @Test
    void deadBackend_isNamedAndOtherShardsWorkOn() throws SQLException {
        try (Connection connection = gateway.connect(TestGateway.Client.MYSQL);
                Statement statement = connection.createStatement()) {
            statement.execute("use unreachable");
            SQLException error = assertThrows(SQLException.class, () -> statement.executeQuery("select a from t"));
            assertTold("SR05004: shard unreachable/0: cannot connect", error);
            assertEquals(List.of(), rows(statement, "select oid from customer.corder where customer_id = 1"));
        }
    }

    @Test
    void fullQueue_isRefusedAndTheConnectionSurvives() throws SQLException {
        try (Connection connection = gateway.connect(TestGateway.Client.MYSQL);
                Statement statement = connection.createStatement()) {
            statement.execute("use busy");
            ShardConnection held = gateway.takeAllConnections("busy");
            SQLException error = assertThrows(SQLException.class, () -> statement.executeQuery("select a from t"));
            held.close();
            assertEquals(1203, error.getErrorCode());
            assertTold("SR05002: shard busy/0: the queue", error);
            assertEquals(List.of("1"), rows(statement, "select 1"));
        }
    }

    private static void assertTold(String part, SQLException error) {
        assertTrue(String.valueOf(error.getMessage()).contains(part), error.getMessage());
    }

    /** The rows in the order of their text, since shards answer in any order. */
    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" ", values));
            }
        }
        return rows.stream().sorted().toList();
    }
}
