package dev.shardroute.sql.lex;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.Samples;
import dev.shardroute.sql.Trees;
import dev.shardroute.sql.printer.SqlPrinter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Tokens, and the blanks and comments between them, are the whole text. */
final class TilingTest {
    private static final List<String> PIECES =
            List.of("a", "select", "'b'", "\"c\"", "`d`", "n'e'", "1", "1.5", "x'1f'", "@e", ":f",
                    "::g", "@@h", "->>", "->", "-", "--", "<=>", "<", "!", "=", "/", "*", "(", ")", ".", ",", ";", "?",
                    ":", " ", "\t", "é", "'ü\\'", "😀",
                    "\n", "/* i */", "# j\n", "-- k\n", "/*! l", "*/", "/*!50000 m */", "/*!99999 c /* d */ */");

    @Property(tries = 5000)
    void pieces_areTiled(@ForAll long seed) {
        check(SqlText.of(pieces(new Random(seed))), options(seed));
    }

    @Property(tries = 2000)
    void mutatedBytes_areTiled(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] sql = pieces(random).getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(4); changes > 0 && sql.length > 0; changes--) {
            sql[random.nextInt(sql.length)] = (byte) random.nextInt();
        }
        check(SqlText.of(sql), options(seed));
    }

    @Property
    void anyText_isTiled(@ForAll byte[] sql) {
        check(SqlText.of(sql), ParserOptions.DEFAULT);
    }

    @Property
    void statements_areTiled(@ForAll long seed) {
        check(SqlText.of(SqlPrinter.print(new Trees(seed).statement())), ParserOptions.DEFAULT);
    }

    @Test
    void samples_areTiled() {
        Samples.ALL.forEach(sql -> check(SqlText.of(sql), ParserOptions.DEFAULT));
    }

    @Test
    void tokens_tellWhatIsBetween() {
        assertEquals(List.of("WORD a", "COMMENT -- b\n", "BLANK  ", "COMMENT /*!80000", "BLANK \t", "INTEGER 1",
                "COMMENT */", "COMMENT /*!99999 c */", "STRING '\u00e9'", "COMMENT # d"),
                kindsAndTexts("a-- b\n /*!80000\t1*//*!99999 c */'\u00e9'# d"));
        assertEquals(List.of("BLANK \n\r "), kindsAndTexts("\n\r "));
        assertEquals(List.of(), kindsAndTexts(""));
    }

    @Test
    void tokensOfAPart_areThoseOfThePart() {
        SqlText whole = SqlText.of("'a' b 'c'");
        Tokens tokens = new Tokens(whole.part(3, 6), ParserOptions.DEFAULT);
        assertEquals(TokenKind.BLANK, tokens.next().kind());
        assertEquals("b", tokens.next().text().toString());
        assertEquals(whole.part(5, 6), tokens.next().text());
        assertThrows(NoSuchElementException.class, tokens::next);
    }

    private static String pieces(Random random) {
        StringBuilder sql = new StringBuilder();
        for (int length = random.nextInt(20); length > 0; length--) {
            sql.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return sql.toString();
    }

    private static ParserOptions options(long seed) {
        return switch ((int) (seed & 7)) {
            case 0 -> ParserOptions.builder().modes(Set.of(SqlMode.ANSI_QUOTES)).build();
            case 1 -> ParserOptions.builder().modes(Set.of(SqlMode.NO_BACKSLASH_ESCAPES)).build();
            case 2 -> ParserOptions.builder().readsVersionComments(false).build();
            default -> ParserOptions.DEFAULT;
        };
    }

    private static List<String> kindsAndTexts(String sql) {
        List<String> tokens = new ArrayList<>();
        new Tokens(SqlText.of(sql), ParserOptions.DEFAULT)
                .forEachRemaining(token -> tokens.add(token.kind() + " " + token.text()));
        return tokens;
    }

    private static void check(SqlText sql, ParserOptions options) {
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        List<TokenKind> kinds = new ArrayList<>();
        try {
            Tokens tokens = new Tokens(sql, options);
            while (tokens.hasNext()) {
                Token token = tokens.next();
                assertTrue(token.text().length() > 0);
                pieces.writeBytes(token.text().bytes());
                kinds.add(token.kind());
            }
        } catch (ShardrouteException refused) {
            return;
        }
        assertArrayEquals(sql.bytes(), pieces.toByteArray());
        kinds.removeIf(kind -> kind == TokenKind.BLANK || kind == TokenKind.COMMENT);
        kinds.add(TokenKind.END);
        Lexer lexer = new Lexer(sql, options);
        kinds.forEach(kind -> assertEquals(kind, lexer.next()));
    }
}
