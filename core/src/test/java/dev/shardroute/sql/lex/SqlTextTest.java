package dev.shardroute.sql.lex;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.sql.SyntaxException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlTextTest {
    @Property
    void bytes_comeBack(@ForAll byte[] sql) {
        assertArrayEquals(sql, SqlText.of(sql).bytes());
        assertEquals(SqlText.of(sql), SqlText.of(sql.clone()));
        assertEquals(SqlText.of(sql).hashCode(), SqlText.of(sql.clone()).hashCode());
    }

    @Property
    void characters_comeBackOrAreRefused(@ForAll String sql) {
        if (StandardCharsets.UTF_8.newEncoder().canEncode(sql)) {
            assertEquals(sql, SqlText.of(sql).toString());
            assertEquals(SqlText.length(sql), SqlText.of(sql).length());
        } else {
            assertThrows(SyntaxException.class, () -> SqlText.of(sql));
        }
    }

    @Test
    void bytes_areCopied() {
        byte[] sql = {'a', 'b'};
        SqlText text = SqlText.of(sql);
        sql[0] = 'x';
        text.bytes()[1] = 'x';
        assertEquals("ab", text.toString());
        assertEquals(SqlText.of("ab"), text);
        assertNotEquals(SqlText.of("abc"), text);
    }

    @Test
    void part_hasItsPlaceInTheWhole() {
        SqlText part = SqlText.of("é\nab").part(3, 5);
        assertEquals("ab", part.toString());
        assertEquals(SqlText.of("ab"), part);
        assertEquals(2, part.length());
        assertEquals(2, part.place(3));
        assertEquals(2, part.line(4));
        assertEquals(2, part.column(4));
        assertThrows(IndexOutOfBoundsException.class, () -> part.part(2, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> part.between(3, 6));
        assertThrows(IndexOutOfBoundsException.class, () -> SqlText.of(new byte[1], 0, 2));
    }

    @ParameterizedTest
    @CsvSource({"0,0,1,1", "2,1,1,2", "3,2,2,1", "7,4,2,3", "8,5,2,4"})
    void place_isInCharacters(int offset, int place, int line, int column) {
        SqlText text = SqlText.of("é\n😀a");
        assertEquals(place, text.place(offset));
        assertEquals(line, text.line(offset));
        assertEquals(column, text.column(offset));
    }

    @Test
    void placeInBytes_isInBytes() {
        SqlText text = SqlText.of("é\n😀a".getBytes(StandardCharsets.UTF_8));
        assertEquals(7, text.place(7));
        assertEquals(5, text.column(7));
    }

    @Test
    void near_isShort() {
        SqlText text = SqlText.of("x" + "😀".repeat(40));
        assertEquals("x" + "😀".repeat(29), text.near(0, 60));
        assertEquals("😀".repeat(30), text.near(1, 60));
        assertEquals("x", text.part(0, 1).near(0, 60));
        assertEquals("", text.near(text.end(), 60));
    }

    @Test
    void halfASurrogatePair_isRefusedWhereItIs() {
        assertEquals(3, assertThrows(SyntaxException.class, () -> SqlText.of("😀?\ud83d")).offset());
        assertEquals(0, assertThrows(SyntaxException.class, () -> SqlText.of("\ude00\ud83d\ude00")).offset());
    }

    @Test
    void textThatIsNotUtf8_isShownToPeopleOnly() {
        SqlText text = SqlText.of(new byte[]{'a', (byte) 0xff, 'b'});
        assertEquals("a\ufffdb", text.toString());
        assertEquals("b", text.between(2, 3));
        assertEquals(1, assertThrows(SyntaxException.class, () -> text.between(1, 3)).offset());
    }
}
