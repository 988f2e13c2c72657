package dev.shardroute.cli;

import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text of statements that end in semicolons. */
public final class SqlScript {
    private static final Pattern SIGNS = Pattern.compile("^(--|#|/\\*)|\\*/$");

    private SqlScript() {}

    /**
     * A statement of a script.
     *
     * @param line    the line on which it begins, from 1 on
     * @param comment the text of the comments before it, or empty
     * @param sql     its text, without the semicolon and the comments before it
     */
    public record Statement(int line, String comment, String sql) {}

    /**
     * The statements of a script; there is none between two semicolons with nothing but blanks and comments between them.
     *
     * @throws dev.shardroute.sql.SyntaxException when the text cannot be cut into tokens
     */
    public static List<Statement> statements(String script) {
        List<Statement> statements = new ArrayList<>();
        Lexer lexer = new Lexer(script);
        int line = 1;
        int counted = 0;
        while (lexer.next() != TokenKind.END) {
            String comment = comment(lexer.takeComments());
            if (lexer.kind() != TokenKind.SEMICOLON) {
                int start = lexer.start();
                line += newlines(lexer.sql().between(counted, start));
                counted = start;
                statements.add(new Statement(line, comment, lexer.sql().between(start, endOfStatement(lexer))));
            }
        }
        return statements;
    }

    private static String comment(List<String> comments) {
        return comments.stream().map(comment -> SIGNS.matcher(comment).replaceAll("").strip())
                .collect(Collectors.joining("\n"));
    }

    private static int endOfStatement(Lexer lexer) {
        int end = lexer.end();
        while (lexer.kind() != TokenKind.SEMICOLON && lexer.kind() != TokenKind.END) {
            end = lexer.end();
            lexer.next();
        }
        return end;
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
