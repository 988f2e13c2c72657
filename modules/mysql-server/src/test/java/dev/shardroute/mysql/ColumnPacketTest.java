package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Field;
import dev.shardroute.type.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnPacketTest {
    @ParameterizedTest
    @CsvSource({"NULL,6,0", "INT8,1,0", "UINT8,1,32", "INT16,2,0", "UINT16,2,32", "INT24,9,0", "UINT24,9,32",
        "INT32,3,0", "UINT32,3,32", "INT64,8,0", "UINT64,8,32", "FLOAT32,4,0", "FLOAT64,5,0", "DECIMAL,246,0",
        "TIMESTAMP,7,128", "DATE,10,128", "TIME,11,128", "DATETIME,12,128", "YEAR,13,32", "TEXT,252,16",
        "VARCHAR,253,0", "CHAR,254,0", "ENUM,254,256", "SET,254,2048", "BLOB,252,144", "VARBINARY,253,128",
        "BINARY,254,128", "BIT,16,32", "GEOMETRY,255,144", "VECTOR,242,144", "JSON,245,144",
        "HEXNUM,253,128", "HEXVAL,253,128", "BITNUM,253,128"})
    void type_hasItsNumberAndFlags(Type type, int code, int flags) {
        assertEquals(code, ColumnPacket.code(type));
        assertEquals(flags, ColumnPacket.flags(type));
    }

    @Test
    void expression_isNoColumn() {
        assertEquals(ErrorCode.VT13001,
                assertThrows(ShardrouteException.class, () -> ColumnPacket.check(Type.EXPRESSION)).code());
    }

    @Test
    void packet_describesTheField() {
        Payload payload = new Payload();
        ColumnPacket.write(payload, new Field("größe", Type.UINT64, "t", 63, 0xFFFF_FFFFL, 31, Field.NOT_NULL_FLAG));
        PayloadReader reader = new PayloadReader(payload.toByteArray());
        assertEquals("def||t||größe|", String.join("|", text(reader), text(reader), text(reader), text(reader),
                text(reader), text(reader)));
        assertEquals(12, reader.lengthEncoded());
        assertEquals(63, reader.integer(2));
        assertEquals(0xFFFF_FFFFL, reader.integer(4));
        assertEquals(8, reader.integer(1));
        assertEquals(Field.NOT_NULL_FLAG | Field.UNSIGNED_FLAG, reader.integer(2));
        assertEquals(31, reader.integer(1));
        assertEquals(2, reader.remaining());
    }

    private static String text(PayloadReader reader) {
        return new String(reader.string(), UTF_8);
    }
}
