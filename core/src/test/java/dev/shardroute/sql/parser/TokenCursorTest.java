package dev.shardroute.sql.parser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.SyntaxException;
import dev.shardroute.sql.lex.SqlText;
import dev.shardroute.sql.lex.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenCursorTest {
    // strings

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001',
            value = {"'a' => a", "'a' 'b' => ab", "'a'\t\"b\" /* c */ 'd''' => abd'", "n'a' 'b' => ab", "'' '' => ''"})
    void stringsNextToEachOther_areOne(String sql, String expected) {
        TokenCursor cursor = cursor(sql + " x");
        byte[] text = expected.equals("''") ? new byte[0] : expected.getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(text, cursor.takeString());
        assertTrue(cursor.atWord("X"));
    }

    @Test
    void nationalString_isTheFirstOnly() {
        TokenCursor cursor = cursor("'a' n'b'");
        assertArrayEquals(new byte[]{'a'}, cursor.takeString());
        assertTrue(cursor.at(TokenKind.NATIONAL_STRING));
    }

    @Test
    void stringThatIsNotUtf8_isTakenAsBytes() {
        byte[] sql = {'\'', (byte) 0xff, '\'', '\'', 'a', '\'', ' ', '\'', (byte) 0xfe, '\''};
        TokenCursor cursor = new TokenCursor(SqlText.of(sql), ParserOptions.DEFAULT);
        assertThrows(SyntaxException.class, cursor::take);
        assertArrayEquals(new byte[]{(byte) 0xff, '\'', 'a', (byte) 0xfe}, cursor.takeString());
        assertTrue(cursor.at(TokenKind.END));
    }

    @Test
    void manyStrings_areOne() {
        assertEquals(100_000, cursor("'a' ".repeat(100_000)).takeString().length);
    }

    // text

    @Test
    void text_isCutOutAsItIsWritten() {
        TokenCursor cursor = cursor("'é' + /* b */ `c`");
        int start = cursor.start();
        cursor.advance();
        cursor.advance();
        assertEquals("'é' + /* b */ `c`", cursor.textBetween(start, cursor.end()));
        assertEquals("`c`", cursor.textBetween(cursor.start(), cursor.end()));
        assertEquals("'é' + /* b */ `c`", cursor.sql().toString());
    }

    @Test
    void comments_areThoseBeforeTheToken() {
        TokenCursor cursor = cursor("/* a */ select /* b */ # c\n 1 /* d */");
        assertEquals(List.of("/* a */"), cursor.takeComments());
        assertEquals(List.of("/* b */", "# c\n"), cursor.commentsAfterVerb());
        cursor.advance();
        assertEquals(List.of("/* d */"), cursor.takeComments());
    }

    @Test
    void expectedWord_isNamed() {
        TokenCursor cursor = cursor("a b");
        cursor.expectWord("A");
        assertTrue(assertThrows(SyntaxException.class, () -> cursor.expectWord("C")).getMessage()
                .endsWith("expected C, found 'b'"));
        assertTrue(cursor.acceptWord("B"));
    }

    // queries

    @ParameterizedTest
    @ValueSource(strings = {"(select", "((select", "( /* a */ (\n(with", "(table t", "(values row(1)", "((values ::a"})
    void query_isSeenBehindParentheses(String sql) {
        TokenCursor cursor = cursor(sql);
        while (cursor.at(TokenKind.LEFT_PAREN)) {
            assertTrue(cursor.atQueryBehindParentheses(), sql);
            cursor.advance();
        }
        assertFalse(cursor.atQueryBehindParentheses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"((1", "(values(a)", "(values", "()", "(`select`", "(a", "(", "select", "(1, (select"})
    void noQuery_isSeenBehindOtherParentheses(String sql) {
        TokenCursor cursor = cursor(sql);
        assertFalse(cursor.atQueryBehindParentheses(), sql);
        cursor.accept(TokenKind.LEFT_PAREN);
        assertFalse(cursor.atQueryBehindParentheses(), sql);
    }

    @Test
    void runs_areToldFromEachOther() {
        TokenCursor cursor = cursor("((a) + (select (b");
        boolean[] expected = {false, false, true, false};
        for (boolean isQuery : expected) {
            while (!cursor.at(TokenKind.LEFT_PAREN)) {
                cursor.advance();
            }
            assertEquals(isQuery, cursor.atQueryBehindParentheses());
            cursor.advance();
        }
    }

    @Test
    void manyParentheses_areLookedAtOnce() {
        TokenCursor cursor = cursor("(".repeat(1_000_000) + "select");
        while (cursor.at(TokenKind.LEFT_PAREN)) {
            assertTrue(cursor.atQueryBehindParentheses());
            cursor.advance();
        }
    }

    private static TokenCursor cursor(String sql) {
        return new TokenCursor(SqlText.of(sql), ParserOptions.DEFAULT);
    }
}
