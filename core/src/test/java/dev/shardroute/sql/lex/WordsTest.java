package dev.shardroute.sql.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.testing.Conformance;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void keyword_isAWord(Keyword keyword) {
        Words.Word word = Words.find(keyword.name());
        assertEquals(keyword, word.keyword());
    }

    @Test
    void partOfAText_isFoundInAnyCase() {
        Lexer lexer = new Lexer("x = sElEcT y");
        lexer.next();
        lexer.next();
        lexer.next();
        assertEquals(Keyword.SELECT, lexer.keyword());
        assertTrue(lexer.isReserved());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void keywordOfAText_isFoundInAnyCase(Keyword keyword) {
        String name = keyword.name();
        for (String text : List.of(name, name.toLowerCase(Locale.ROOT),
                name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT))) {
            assertSame(keyword, keyword(text));
            assertSame(keyword, keyword("(" + text + ") and more"));
            assertSame(Keyword.OTHER, keyword(text + "é"));
            assertSame(Keyword.OTHER, keyword("é" + text));
            assertSame(Keyword.OTHER, keyword(text + "$0"));
        }
    }

    private static Keyword keyword(String text) {
        Lexer lexer = new Lexer(text);
        return lexer.next() == TokenKind.LEFT_PAREN ? afterParenthesis(lexer) : lexer.keyword();
    }

    private static Keyword afterParenthesis(Lexer lexer) {
        lexer.next();
        return lexer.keyword();
    }

    @Test
    void otherText_isNoWord() {
        assertSame(Words.NONE, Words.find("selec"));
        assertSame(Words.NONE, Words.find("selects"));
        assertSame(Words.NONE, Words.find(""));
        assertSame(Words.NONE, Words.find("ſelect"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "SELECT", "name", "count", "key"})
    void wordOfTheGrammar_isQuotedAsAName(String name) {
        assertTrue(Words.isQuotedName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "customer", "host", "plugin", ""})
    void otherName_isNotQuoted(String name) {
        assertFalse(Words.isQuotedName(name));
    }

    /** ESCAPE is no name for Vitess, though it is one for MySQL. */
    @Test
    void reservedWords_areThoseOfMysql() {
        Set<String> differing = new TreeSet<>();
        for (JsonNode row : Conformance.json("sql/mysql-keywords.json")) {
            String text = row.path("word").textValue();
            if (Words.find(text).reserved() != row.path("reserved").booleanValue()) {
                differing.add(text);
            }
        }
        assertEquals(Set.of("ESCAPE"), differing);
    }
}
