package dev.shardroute.sql.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.testing.Conformance;
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
        Words.Word word = Words.find(keyword.name(), 0, keyword.name().length());
        assertNotNull(word);
        assertEquals(keyword, word.keyword());
    }

    @Test
    void partOfAText_isFoundInAnyCase() {
        Words.Word word = Words.find("x = sElEcT y", 4, 10);
        assertNotNull(word);
        assertEquals(Keyword.SELECT, word.keyword());
        assertTrue(word.reserved());
    }

    @Test
    void otherText_isNoWord() {
        assertNull(Words.find("selec", 0, 5));
        assertNull(Words.find("selects", 0, 7));
        assertNull(Words.find("", 0, 0));
        assertNull(Words.find("ſelect", 0, 6));
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
            Words.Word word = Words.find(text, 0, text.length());
            boolean isReserved = word != null && word.reserved();
            if (isReserved != row.path("reserved").booleanValue()) {
                differing.add(text);
            }
        }
        assertEquals(Set.of("ESCAPE"), differing);
    }
}
