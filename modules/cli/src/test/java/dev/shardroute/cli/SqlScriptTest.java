package dev.shardroute.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.cli.SqlScript.Statement;
import dev.shardroute.sql.SyntaxException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SqlScriptTest {
    @Test
    void statements_knowTheirLines() {
        String script = """
                -- the first; with a semicolon
                select 1;

                select 2
                from t;select 3
                """;
        assertEquals(List.of(new Statement(2, "the first; with a semicolon", "select 1"),
                new Statement(4, "", "select 2\nfrom t"), new Statement(5, "", "select 3")),
                SqlScript.statements(script));
    }

    @Test
    void semicolons_inStringsNamesAndComments_endNothing() {
        String sql = "select 'a;b', `c;d` /* ; */ from t # ;\nwhere x = \";\"";
        assertEquals(List.of(new Statement(1, "", sql)), SqlScript.statements(sql + " ; "));
    }

    @Test
    void commentsBeforeAStatement_areItsComment() {
        String script = "-- one\n/* two */ # three\nselect 1 /* not this */; select 2";
        assertEquals(List.of(new Statement(3, "one\ntwo\nthree", "select 1"), new Statement(3, "", "select 2")),
                SqlScript.statements(script));
    }

    @Test
    void charactersOutsideOfAscii_areKept() {
        assertEquals(List.of(new Statement(2, "ä", "select 'ö', `😀`"), new Statement(3, "", "é")),
                SqlScript.statements("-- ä\nselect 'ö', `😀`;\né"));
    }

    @Test
    void nothingButBlanksAndComments_isNoStatement() {
        assertEquals(List.of(), SqlScript.statements(" ;; /* nothing */ ; -- here"));
    }

    @Test
    void stringWithoutAnEnd_isRefused() {
        assertThrows(SyntaxException.class, () -> SqlScript.statements("select 'a; select 2;"));
    }
}
