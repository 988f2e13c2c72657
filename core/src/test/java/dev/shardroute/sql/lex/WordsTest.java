package dev.shardroute.sql.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.testing.Conformance;
import java.nio.charset.StandardCharsets;
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
        byte[] sql = "x = sElEcT y".getBytes(StandardCharsets.UTF_8);
        int hash = 0;
        for (int i = 4; i < 10; i++) {
            hash = Words.hash(hash, sql[i]);
        }
        Words.Word word = Words.find(sql, 4, 10, hash);
        assertEquals(Keyword.SELECT, word.keyword());
        assertTrue(word.reserved());
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
