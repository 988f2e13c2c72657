package dev.shardroute.tablet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.executor.ShardConnection;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every type of column, as a server sends it. */
@ExtendWith(MariaDb.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColumnTypesTest {
    private static final Shard SHARD = new Shard("ks", ShardName.parse("0"));

    private final MariaDbServer server;
    private final TabletPools pools;

    ColumnTypesTest(MariaDbServer server) {
        this.server = server;
        this.pools = TabletPools.builder().options(MariaDbServer.patient().build())
                .backend(SHARD, TabletType.PRIMARY, server.config()).build();
    }

    @BeforeAll
    void allowEveryValue() throws SQLException {
        server.execute("create or replace table shard.types (v int)");
    }

    @AfterAll
    void closePools() {
        pools.close();
    }

    private record Cell(Field field, Value value) {}

    private Cell query(String sql) {
        try (ShardConnection connection = pools.lease(SHARD, TabletType.PRIMARY);
                ResultStream result = connection.execute(sql)) {
            Row row = Results.drain(result).getFirst();
            return new Cell(result.fields().getFirst(), row.values().getFirst());
        }
    }

    private Cell stored(String column, String literal) throws SQLException {
        server.execute("set sql_mode = ''", "create or replace table shard.types (v " + column + ")",
                "insert into shard.types values (" + literal + ")");
        return query("select v from types as t");
    }

    // Text forms

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            tinyint                   | -128                          | INT8      | -128
            tinyint(1)                | 2                             | INT8      | 2
            boolean                   | true                          | INT8      | 1
            tinyint unsigned          | 255                           | UINT8     | 255
            smallint                  | -32768                        | INT16     | -32768
            smallint unsigned         | 65535                         | UINT16    | 65535
            mediumint                 | -8388608                      | INT24     | -8388608
            mediumint unsigned        | 16777215                      | UINT24    | 16777215
            int                       | -2147483648                   | INT32     | -2147483648
            int unsigned              | 4294967295                    | UINT32    | 4294967295
            int(6) zerofill           | 42                            | UINT32    | 000042
            bigint                    | -9223372036854775808          | INT64     | -9223372036854775808
            bigint unsigned           | 18446744073709551615          | UINT64    | 18446744073709551615
            float                     | 1.5e-7                        | FLOAT32   | 0.00000015
            float                     | 16777216                      | FLOAT32   | 16777200
            double                    | 1.7976931348623157e308        | FLOAT64   | 1.7976931348623157e308
            double                    | 0.1                           | FLOAT64   | 0.1
            decimal(65,30)            | -1.000000000000000000000000000001 | DECIMAL | -1.000000000000000000000000000001
            decimal(4,2)              | 1.5                           | DECIMAL   | 1.50
            decimal(20,0) unsigned    | 99999999999999999999          | DECIMAL   | 99999999999999999999
            year                      | 1901                          | YEAR      | 1901
            year                      | 0                             | YEAR      | 0000
            date                      | '2024-02-29'                  | DATE      | 2024-02-29
            date                      | '0000-00-00'                  | DATE      | 0000-00-00
            date                      | '2024-00-00'                  | DATE      | 2024-00-00
            time                      | '-838:59:59'                  | TIME      | -838:59:59
            time(6)                   | '12:34:56.000001'             | TIME      | 12:34:56.000001
            time(3)                   | '00:00:00'                    | TIME      | 00:00:00.000
            datetime                  | '9999-12-31 23:59:59'         | DATETIME  | 9999-12-31 23:59:59
            datetime                  | '0000-00-00'                  | DATETIME  | 0000-00-00 00:00:00
            datetime(6)               | '2024-02-29 01:02:03.100000'  | DATETIME  | 2024-02-29 01:02:03.100000
            timestamp(6) null         | '2024-02-29 01:02:03.000001'  | TIMESTAMP | 2024-02-29 01:02:03.000001
            timestamp                 | '0000-00-00'                  | TIMESTAMP | 0000-00-00 00:00:00
            char(10)                  | 'ab '                         | CHAR      | ab
            varchar(10)               | 'grün'                        | VARCHAR   | grün
            varchar(10) collate utf8mb4_bin | 'a'                     | VARCHAR   | a
            varchar(10) charset latin1 | 'grün'                       | VARCHAR   | grün
            tinytext                  | ''                            | TEXT      | ''
            mediumtext                | '🜁'                          | TEXT      | 🜁
            longtext                  | 'NULL'                        | TEXT      | NULL
            enum('a','b')             | 'b'                           | ENUM      | b
            set('a','b','c')          | 'c,a'                         | SET       | a,c
            json                      | '{"a": [1, null]}'            | JSON      | {"a": [1, null]}
            uuid                      | '123e4567-e89b-12d3-a456-426614174000' | CHAR | 123e4567-e89b-12d3-a456-426614174000
            inet6                     | '::1'                         | CHAR      | ::1
            """)
    void value_ofAColumn_isTheServersText(String column, String literal, Type type, String text) throws SQLException {
        Cell cell = stored(column, literal);
        String expected = text.equals("''") ? "" : text;
        assertEquals(Value.of(type, expected), cell.value);
        assertEquals(type, cell.field.type());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            bit(1)         | b'1'                    | BIT       | 01
            bit(12)        | b'101010101010'         | BIT       | 0aaa
            bit(64)        | 0xffffffffffffffff      | BIT       | ffffffffffffffff
            binary(4)      | x'0001'                 | BINARY    | 00010000
            varbinary(9)   | x'00275cff'             | VARBINARY | 00275cff
            tinyblob       | x'80'                   | BLOB      | 80
            longblob       | x'fb'                   | BLOB      | fb
            point          | point(1, 2)             | GEOMETRY  | 000000000101000000000000000000f03f0000000000000040
            """)
    void value_ofABinaryColumn_isTheServersBytes(String column, String literal, Type type, String hex)
            throws SQLException {
        Cell cell = stored(column, literal);
        assertEquals(hex, HexFormat.of().formatHex(cell.value.bytes()));
        assertEquals(type, cell.value.type());
        assertEquals(type, cell.field.type());
    }

    @Test
    void value_ofEveryByte_isExact() throws SQLException {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Cell cell = stored("blob", "x'" + HexFormat.of().formatHex(bytes) + "'");
        assertEquals(Value.of(Type.BLOB, bytes), cell.value);
    }

    @Test
    void value_thatIsLong_isExact() {
        for (int length : new int[]{250, 251, 252, 65_535, 65_536, 1 << 24, (1 << 24) + 1}) {
            assertEquals(length, query("select repeat('x', " + length + ")").value.length());
        }
    }

    @Test
    void value_thatIsNull_isNull() throws SQLException {
        Cell cell = stored("bigint unsigned", "null");
        assertEquals(Value.NULL, cell.value);
        assertEquals(Type.UINT64, cell.field.type());
        assertEquals(
                new Cell(new Field("NULL", Type.NULL, "", Field.BINARY_CHARSET, 0, 0, Field.BINARY_FLAG), Value.NULL),
                query("select null"));
    }

    // Columns

    @Test
    void column_hasTheNamesOfTheStatement() throws SQLException {
        stored("int not null", "1");
        Field field = query("select v as `a b` from types as `t u`").field;
        assertEquals("a b", field.name());
        assertEquals("t u", field.table());
    }

    @Test
    void column_hasTheServersFlagsAndSizes() throws SQLException {
        assertEquals(new Field("v", Type.INT32, "t", 63, 11, 0, 0), stored("int", "1").field);
        assertEquals(new Field("v", Type.UINT64, "t", 63, 20, 0, 32 | 1 | 4096),
                stored("bigint unsigned not null", "1").field);
        assertEquals(new Field("v", Type.DECIMAL, "t", 63, 12, 2, 0), stored("decimal(10,2)", "1").field);
        assertEquals(new Field("v", Type.FLOAT64, "t", 63, 22, 31, 0), stored("double", "1").field);
        assertEquals(new Field("v", Type.DATETIME, "t", 63, 23, 3, 128), stored("datetime(3)", "now()").field);
    }

    @Test
    void column_ofText_hasTheCollationOfTheConnection() throws SQLException {
        Field field = stored("varchar(10) charset latin1", "'a'").field;
        assertEquals(server.select("select id from information_schema.collations where collation_name = '"
                + query("select @@collation_connection").value.text() + "'"), String.valueOf(field.charset()));
        assertEquals(40, field.length());
    }

    @Test
    void columns_ofNoRows_areTold() {
        try (ShardConnection connection = pools.lease(SHARD, TabletType.PRIMARY);
                ResultStream result = connection.execute("select 1 as a, 'x' as b from dual where 1 != 1")) {
            assertEquals(List.of("a", "b"), result.fields().stream().map(Field::name).toList());
            assertEquals(List.of(), Results.drain(result));
        }
    }
}
