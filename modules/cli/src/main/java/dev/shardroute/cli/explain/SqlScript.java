package dev.shardroute.cli.explain;

import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** A text of statements that end in semicolons. */
final class SqlScript {
    private SqlScript() {}

    /**
     * A statement of a script.
     *
     * @param line the line on which it begins, from 1 on
     * @param sql  its text, without the semicolon and the comments before it
     */
    record Statement(int line, String sql) {}

    /**
     * The statements of a script; there is none between two semicolons with nothing but blanks and comments between them.
     *
     * @throws dev.shardroute.sql.SyntaxException when the text cannot be cut into tokens
     */
    static List<Statement> statements(String script) {
        List<Statement> statements = new ArrayList<>();
        Lexer lexer = new Lexer(script);
        int line = 1;
        int counted = 0;
        while (lexer.next() != TokenKind.END) {
            if (lexer.kind() != TokenKind.SEMICOLON) {
                int start = lexer.start();
                line += newlines(script, counted, start);
                counted = start;
                statements.add(new Statement(line, script.substring(start, endOfStatement(lexer))));
            }
        }
        return statements;
    }

    private static int endOfStatement(Lexer lexer) {
        int end = lexer.end();
        while (lexer.kind() != TokenKind.SEMICOLON && lexer.kind() != TokenKind.END) {
            end = lexer.end();
            lexer.next();
        }
        return end;
    }

    private static int newlines(String text, int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
    }
}
