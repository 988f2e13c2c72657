package dev.shardroute.sql.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.type.Field;
import dev.shardroute.type.Type;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CollationsTest {
    private static Collation collation(String name) {
        return Objects.requireNonNull(Collations.find(name), name);
    }

    @ParameterizedTest
    @CsvSource({"utf8mb4_0900_ai_ci, 255, utf8mb4", "UTF8MB4_BIN, 46, utf8mb4", "latin1_swedish_ci, 8, latin1",
        "binary, 63, binary", "utf8_general_ci, 33, utf8mb3", "utf8mb4_vietnamese_ci, 247, utf8mb4",
        "ucs2_unicode_ci, 128, ucs2", "utf16_german2_ci, 121, utf16", "utf8mb4_0900_bin, 309, utf8mb4",
        "gb18030_chinese_ci, 248, gb18030", "utf8mb4_mn_cyrl_0900_as_cs, 323, utf8mb4"})
    void find_knowsNumberAndCharset(String name, int id, String charset) {
        Collation collation = collation(name);
        assertEquals(id, collation.id());
        assertEquals(charset, collation.charset());
        assertEquals(collation, Collations.ofId(id));
    }

    @Test
    void find_knowsNoOther() {
        assertNull(Collations.find("utf8mb4"));
        assertNull(Collations.find("klingon_ci"));
        assertNull(Collations.ofId(0));
        assertNull(Collations.defaultOf("klingon"));
        assertNull(Collations.binaryOf("klingon"));
    }

    @Test
    void field_hasTheNumbersOfThese() {
        assertEquals(Field.UTF8MB4_CHARSET, collation(Collations.DEFAULT).id());
        assertEquals(Field.BINARY_CHARSET, collation(Collations.BINARY).id());
    }

    @ParameterizedTest
    @CsvSource({"utf8mb4, utf8mb4_0900_ai_ci, utf8mb4_bin", "utf8, utf8mb3_general_ci, utf8mb3_bin",
        "Latin1, latin1_swedish_ci, latin1_bin", "binary, binary, binary", "ascii, ascii_general_ci, ascii_bin"})
    void charset_hasADefaultAndABinaryCollation(String charset, String byDefault, String binary) {
        assertEquals(collation(byDefault), Collations.defaultOf(charset));
        assertEquals(collation(binary), Collations.binaryOf(charset));
        assertTrue(collation(byDefault).isDefault());
        assertTrue(collation(binary).isBinary());
    }

    @ParameterizedTest
    @CsvSource({"INT64, ''", "DECIMAL, ''", "DATETIME, ''", "VARBINARY, ''", "BLOB, ''", "JSON, ''", "NULL, ''",
        "VARCHAR, utf8mb4_0900_ai_ci", "TEXT, latin1_swedish_ci", "CHAR, utf8mb4_bin"})
    void weightString_isNotNeededWhereTheGatewayCompares(Type type, String collation) {
        assertFalse(ExpressionType.of(type, collation.isEmpty() ? null : collation).needsWeightString());
    }

    @ParameterizedTest
    @CsvSource({"VARCHAR, ''", "TEXT, gb18030_chinese_ci", "CHAR, latin1_german2_ci", "VARCHAR, klingon_ci"})
    void weightString_isNeededWhereItCannot(Type type, String collation) {
        assertTrue(ExpressionType.of(type, collation.isEmpty() ? null : collation).needsWeightString());
    }
}
