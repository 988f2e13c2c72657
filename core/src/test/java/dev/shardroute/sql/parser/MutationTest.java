package dev.shardroute.sql.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Corpus;
import dev.shardroute.sql.Samples;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.Trees;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever the text is: it is a statement, or it is refused as the catalogue of errors has it. */
final class MutationTest {
    @SuppressWarnings("unused") // named in an annotation
    static final List<String> SAMPLES = Samples.ALL;

    private static final List<String> CORPUS = Corpus.orSamples();
    private static final String CHARACTERS = "'\"`\\()*/-#!:@?.,;=<>&|~^%{}[] \t\n\0aexbnXEBN019_$é😀\ud83d";

    @Property(tries = 100_000)
    void changedCharacters_areReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder sql = new StringBuilder(any(random));
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            changeCharacter(sql, random);
        }
        check(sql.toString());
    }

    @Property(tries = 100_000)
    void changedTokens_areReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> tokens = tokens(any(random));
        for (int changes = 1 + random.nextInt(3); changes > 0 && !tokens.isEmpty(); changes--) {
            changeToken(tokens, random);
        }
        check(String.join(random.nextInt(4) == 0 ? "" : " ", tokens));
    }

    @Property
    void anyText_isReadOrRefused(@ForAll String sql) {
        check(sql);
        check("select " + sql);
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void cutText_isReadOrRefused(String sql) {
        for (int i = 0; i <= sql.length(); i++) {
            check(sql.substring(0, i));
            check(sql.substring(i));
        }
    }

    /** What is accepted has a canonical form that means the same. */
    private static void check(String sql) {
        Statement statement;
        try {
            statement = Sql.statement(sql);
        } catch (ShardrouteException refused) {
            return;
        }
        String canonical = SqlPrinter.print(statement);
        assertEquals(statement, Sql.statement(canonical), () -> sql + " => " + canonical);
        assertEquals(canonical, Sql.canonical(canonical), sql);
    }

    private static String any(Random random) {
        return random.nextInt(3) == 0
                ? SqlPrinter.print(new Trees(random.nextLong()).statement())
                : of(CORPUS, random);
    }

    private static void changeCharacter(StringBuilder sql, Random random) {
        int at = random.nextInt(sql.length() + 1);
        int end = Math.min(sql.length(), at + 1 + random.nextInt(4));
        char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        switch (random.nextInt(5)) {
            case 0 -> sql.delete(at, end);
            case 1 -> sql.insert(at, other);
            case 2 -> sql.insert(at, sql.substring(at, end));
            case 3 -> sql.insert(random.nextInt(sql.length() + 1), sql.substring(at, end));
            default -> sql.replace(at, Math.min(sql.length(), at + 1), String.valueOf(other));
        }
    }

    private static void changeToken(List<String> tokens, Random random) {
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(5)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, of(tokens, random));
            case 2 -> tokens.set(at, of(tokens, random));
            case 3 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
            default -> tokens.addAll(at, tokens(of(CORPUS, random)));
        }
    }

    private static List<String> tokens(String sql) {
        List<String> tokens = new ArrayList<>();
        Lexer lexer = new Lexer(sql);
        try {
            while (lexer.next() != TokenKind.END) {
                tokens.add(lexer.text());
            }
        } catch (ShardrouteException unreadable) {
            // the tokens before it will do
        }
        return tokens;
    }

    private static <T> T of(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
