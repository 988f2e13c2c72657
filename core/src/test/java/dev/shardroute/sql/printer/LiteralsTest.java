package dev.shardroute.sql.printer;

import static dev.shardroute.sql.Sql.expression;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.printer.SqlWriter.Form;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiteralsTest {
    @Test
    void null_isAWord() {
        assertEquals("null", literal(Value.NULL));
    }

    @ParameterizedTest
    @CsvSource({"INT64,-5", "UINT64,18446744073709551615", "DECIMAL,1.50", "FLOAT64,1e300", "YEAR,2024"})
    void number_isAsItIs(Type type, String text) {
        assertEquals(text, literal(Value.of(type, text)));
    }

    @ParameterizedTest
    @CsvSource({"VARCHAR", "TEXT", "ENUM", "DATETIME", "DATE", "JSON"})
    void text_isQuoted(Type type) {
        assertEquals("'a'", literal(Value.of(type, "a")));
    }

    @Test
    void text_isEscaped() {
        assertEquals("'\\0\\b\\t\\n\\r\\Z'", literal(Value.of("\0\b\t\n\r\032")));
        assertEquals("'it\\'s \"it\"'", literal(Value.of("it's \"it\"")));
        assertEquals("'a\\\\b'", literal(Value.of("a\\b")));
        assertEquals("'ä😀'", literal(Value.of("ä😀")));
    }

    @Test
    void backslashBeforeAWildcard_staysAlone() {
        assertEquals("'\\%\\_'", literal(Value.of("\\%\\_")));
        assertEquals("'\\\\\\%'", literal(Value.of("\\\\%")));
        assertEquals("'%\\\\'", literal(Value.of("%\\")));
    }

    @Test
    void bytes_areHexadecimal() {
        assertEquals("x'00ff'", literal(Value.of(new byte[]{0, -1})));
        assertEquals("x''", literal(Value.of(new byte[0])));
    }

    @Test
    void textThatIsNotUtf8_isHexadecimal() {
        assertEquals("x'ff41'", literal(Value.of(Type.VARCHAR, new byte[]{-1, 'A'})));
    }

    @Property
    void text_isReadBack(@ForAll String text) {
        Assume.that(text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        assertEquals(new Literal(Value.of(text)), expression(literal(Value.of(text))));
    }

    private static String literal(Value value) {
        return new SqlWriter(Form.STRING).literal(value).toString();
    }
}
