package dev.shardroute.sql.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a stack of 512 KiB a text of whatever many pieces is cut up, or refused: were the time not linear, these would not end. */
final class HostileTextTest {
    private static final int STACK = 512 << 10;
    private static final int TIMES = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "`", "''", "'\\", "'\\'", "/*", "/*!", "/*!99999 ", "/*!99999 */", "/*!99999 /*",
        "*/",
        "/**/", "/*!*/", "/*! a */", "--", "-- ", "--\n", "#", "#\n", "(", ")", "-", "- ", "@", "@a", "@@a", "@@a.",
        "@`a`",
        ":", "::", ":a", ":a.", "1", "1e", "1.", ".1", ".", "0x", "0xf", "x'", "x'00'", "b'1'", "n'", "n'a'", "a", "é",
        "a ", "\u0000", "?", ";", "a;", "' ;", "<", "<=>", "->", "{", "\\", "begin ", "case "})
    void pieces_areCutUpOrRefused(String piece) throws Exception {
        onSmallStack("", piece);
        onSmallStack("/*! ", piece);
        onSmallStack("create procedure p() begin ", piece);
    }

    private static void onSmallStack(String head, String piece) throws Exception {
        SqlText sql = SqlText.of(head + piece.repeat(TIMES));
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            cutUp(sql);
            return true;
        });
        Thread thread = new Thread(null, task, "small", STACK);
        thread.start();
        assertEquals(true, task.get());
    }

    private static void cutUp(SqlText sql) {
        List<Runnable> ways = new ArrayList<>();
        ways.add(() -> new Tokens(sql, ParserOptions.DEFAULT)
                .forEachRemaining(token -> assertFalse(token.text().length() == 0)));
        ways.add(() -> new StatementSplitter(sql, ParserOptions.DEFAULT)
                .forEachRemaining(text -> assertFalse(text.length() == 0)));
        ways.add(() -> values(new Lexer(sql, ParserOptions.DEFAULT)));
        for (Runnable way : ways) {
            try {
                way.run();
            } catch (ShardrouteException refused) {
                // as it should be
            }
        }
    }

    private static void values(Lexer lexer) {
        while (lexer.next() != TokenKind.END) {
            lexer.value();
            lexer.takeComments();
        }
    }
}
