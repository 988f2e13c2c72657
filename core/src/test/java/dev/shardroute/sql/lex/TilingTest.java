package dev.shardroute.sql.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Samples;
import dev.shardroute.sql.Trees;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Tokens, and the blanks and comments between them, are the whole text. */
final class TilingTest {
    /** Line comments, comments, and the signs of version comments. */
    private static final Pattern SKIPPED = Pattern.compile(
            "([ \\t-\\r]|#[^\\n]*(\\n|\\z)|--(?=[\\x00-\\x20]|\\z)[^\\n]*(\\n|\\z)|/\\*!99999 c \\*/|/\\*!([0-9]{5})?|\\*/|/\\*.*?\\*/)*",
            Pattern.DOTALL);
    private static final List<String> PIECES =
            List.of("a", "select", "'b'", "\"c\"", "`d`", "1", "1.5", "x'1f'", "@e", ":f",
                    "::g", "@@h", "->>", "->", "-", "--", "<=>", "<", "!", "=", "/", "*", "(", ")", ".", ",", ";", "?",
                    ":", " ", "\t",
                    "\n", "/* i */", "# j\n", "-- k\n", "/*! l", "*/", "/*!50000 m */", "/*!99999 c */");

    @Property(tries = 5000)
    void pieces_areTiled(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder sql = new StringBuilder();
        for (int length = random.nextInt(20); length > 0; length--) {
            sql.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        check(sql.toString());
    }

    @Property
    void statements_areTiled(@ForAll long seed) {
        check(SqlPrinter.print(new Trees(seed).statement()));
        Samples.ALL.forEach(TilingTest::check);
    }

    private static void check(String sql) {
        Lexer lexer = new Lexer(sql);
        int end = 0;
        try {
            while (lexer.next() != TokenKind.END) {
                assertSkipped(sql, lexer, end);
                assertTrue(lexer.end() > lexer.start(), sql);
                assertEquals(sql.substring(lexer.start(), lexer.end()), lexer.text());
                end = lexer.end();
            }
        } catch (ShardrouteException refused) {
            return;
        }
        assertSkipped(sql, lexer, end);
        assertEquals(sql.length(), lexer.end(), sql);
    }

    private static void assertSkipped(String sql, Lexer lexer, int from) {
        String skipped = sql.substring(from, lexer.start());
        assertTrue(SKIPPED.matcher(skipped).matches(), () -> "'" + skipped + "' in " + sql);
        for (String comment : lexer.takeComments()) {
            assertTrue(skipped.contains(comment), comment);
        }
    }
}
