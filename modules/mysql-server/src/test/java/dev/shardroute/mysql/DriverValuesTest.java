package dev.shardroute.mysql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.type.Field;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of every type, through the drivers that Java programs use. */
final class DriverValuesTest {
    private final StubSessions sessions = new StubSessions();
    private final MysqlServer server = Servers.start(sessions);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void select_numbers_comeBack(Driver driver) throws SQLException {
        ResultSet row = selectRow(driver, Value.of(-42), Value.ofUnsigned(-1), Value.of(Type.INT8, "-128"),
                Value.of(Type.UINT8, "255"), Value.of(Type.INT24, "-8388608"), Value.of(Type.DECIMAL, "12.50"),
                Value.of(Type.FLOAT64, "1.5e300"), Value.of(Type.FLOAT32, "0.5"), Value.of(Type.YEAR, "2026"));
        assertEquals(-42L, row.getObject(1));
        assertEquals(new BigInteger("18446744073709551615"), row.getObject(2));
        assertEquals(-128, row.getInt(3));
        assertEquals(255, row.getInt(4));
        assertEquals(-8388608, row.getInt(5));
        assertEquals(new BigDecimal("12.50"), row.getObject(6));
        assertEquals(1.5e300, row.getObject(7));
        assertEquals(0.5f, row.getObject(8));
        assertEquals(2026, row.getInt(9));
    }

    @ParameterizedTest
    @EnumSource
    void select_texts_comeBack(Driver driver) throws SQLException {
        String text = "Gr\u00fc\u00dfe \u20ac \ud83d\ude00";
        ResultSet row = selectRow(driver, Value.of(text), Value.of(""), Value.of(Type.TEXT, text),
                Value.of(Type.CHAR, "c"), Value.of(Type.JSON, "{\"a\": \"" + text + "\"}"), Value.of(Type.ENUM, "e"),
                Value.of(Type.SET, "a,b"), Value.of("x".repeat(70_000)));
        assertEquals(text, row.getString(1));
        assertEquals("", row.getString(2));
        assertEquals(text, row.getObject(3));
        assertEquals("c", row.getObject(4));
        assertEquals("{\"a\": \"" + text + "\"}", row.getString(5));
        assertEquals("e", row.getString(6));
        assertEquals("a,b", row.getString(7));
        assertEquals(70_000, row.getString(8).length());
    }

    @ParameterizedTest
    @EnumSource
    void select_bytes_comeBack(Driver driver) throws SQLException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        ResultSet row = selectRow(driver, Value.of(all), Value.of(Type.BLOB, all), Value.of(Type.BINARY, all),
                Value.of(Type.BIT, new byte[]{1, 2}), Value.of(Type.HEXVAL, "x'8a1e'"));
        assertArrayEquals(all, row.getBytes(1));
        assertArrayEquals(all, (byte[]) row.getObject(1));
        assertArrayEquals(all, row.getBytes(2));
        assertArrayEquals(all, row.getBytes(3));
        assertArrayEquals(new byte[]{1, 2}, row.getBytes(4));
        assertArrayEquals(new byte[]{(byte) 0x8a, 0x1e}, row.getBytes(5));
    }

    @ParameterizedTest
    @EnumSource
    void select_timesAndNulls_comeBack(Driver driver) throws SQLException {
        ResultSet row = selectRow(driver, Value.of(Type.DATE, "2026-02-28"),
                Value.of(Type.DATETIME, "2026-02-28 23:59:58"), Value.of(Type.TIME, "23:59:58"), Value.NULL);
        assertEquals(LocalDate.of(2026, 2, 28), row.getObject(1, LocalDate.class));
        assertEquals(LocalDateTime.of(2026, 2, 28, 23, 59, 58), row.getObject(2, LocalDateTime.class));
        assertEquals(LocalTime.of(23, 59, 58), row.getObject(3, LocalTime.class));
        assertNull(row.getObject(4));
        assertTrue(row.wasNull());
    }

    @ParameterizedTest
    @EnumSource
    void select_nullOfEveryType_isNull(Driver driver) throws SQLException {
        List<Type> types = List.of(Type.INT64, Type.DECIMAL, Type.VARCHAR, Type.BLOB, Type.DATETIME, Type.JSON);
        List<Field> fields = types.stream().map(type -> Field.of(type.name(), type)).toList();
        Row nulls = new Row(types.stream().map(type -> Value.NULL).toList());
        sessions.on("select nulls", () -> Results.of(fields, List.of(nulls)));
        try (Connection connection = driver.connect(server, ""); Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("select nulls");
            assertTrue(row.next());
            for (Type type : types) {
                assertNull(row.getObject(type.name()), type.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void select_withAlias_isFoundByIt(Driver driver) throws SQLException {
        sessions.on("select n", () -> Results.of(List.of(Field.of("n", Type.INT64)), List.of(Row.of(Value.of(7)))));
        try (Connection connection = driver.connect(server, ""); Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("select n");
            assertTrue(row.next());
            assertEquals(7, row.getInt("n"));
            assertEquals("n", row.getMetaData().getColumnName(1));
            assertEquals("n", row.getMetaData().getColumnLabel(1));
        }
    }

    // sizes

    @ParameterizedTest
    @EnumSource
    void value_longerThanAPacket_comesBack(Driver driver) throws SQLException {
        String text = "y".repeat(PacketChannel.MAX_CHUNK + 5);
        ResultSet row = selectRow(driver, Value.of(text));
        assertEquals(text, row.getString(1));
    }

    @ParameterizedTest
    @EnumSource
    void statement_longerThanAPacket_arrives(Driver driver) throws SQLException {
        String sql = "insert " + "z".repeat(PacketChannel.MAX_CHUNK);
        try (Connection connection = driver.connect(server, ""); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
        assertTrue(sessions.statements().contains(sql));
    }

    /** The row is read while its statement is open, so everything is closed by the server's end. */
    private ResultSet selectRow(Driver driver, Value... values) throws SQLException {
        List<Field> fields = List.of(values).stream().map(value -> Field.of("c", value.type())).toList();
        sessions.on("select row", () -> Results.of(fields, List.of(Row.of(values))));
        ResultSet rows = driver.connect(server, "").createStatement().executeQuery("select row");
        assertTrue(rows.next());
        return rows;
    }
}
