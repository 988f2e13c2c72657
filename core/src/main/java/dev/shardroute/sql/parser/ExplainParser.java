package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Explain.Format;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Parses EXPLAIN, DESCRIBE and DESC. */
final class ExplainParser {
    private final TokenCursor cursor;
    private final ClauseParser clauses;
    private final SessionClauses parts;

    ExplainParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.parts = new SessionClauses(cursor, expressions);
    }

    /** From the verb on; {@code explained} parses the statement that is explained. */
    Explain parse(Supplier<Statement> explained) {
        List<String> comments = cursor.commentsAfterVerb();
        if (cursor.atName() && !atFormat()) {
            return table();
        }
        Format format = format();
        if (cursor.at(Keyword.FOR) || cursor.at(Keyword.INTO)) {
            throw TokenCursor.unsupported("EXPLAIN " + cursor.text());
        }
        return new Explain.OfStatement(comments, format, explained.get());
    }

    /** A table may be called {@code format}. */
    private boolean atFormat() {
        return cursor.at(Keyword.FORMAT) && cursor.ahead().kind() == TokenKind.EQUAL;
    }

    private Explain table() {
        TableName table = clauses.tableName();
        if (cursor.at(TokenKind.STRING)) {
            return new Explain.OfTable(table, null, cursor.take());
        }
        return new Explain.OfTable(table, cursor.atName() ? cursor.take() : null, null);
    }

    private Format format() {
        boolean analyze = cursor.accept(Keyword.ANALYZE);
        if (!atFormat()) {
            return analyze ? Format.ANALYZE : Format.DEFAULT;
        }
        cursor.advance();
        cursor.advance();
        String name = parts.nameOrString("a format");
        return switch ((analyze ? "ANALYZE " : "") + name.toUpperCase(Locale.ROOT)) {
            case "TRADITIONAL" -> Format.TRADITIONAL;
            case "JSON" -> Format.JSON;
            case "TREE" -> Format.TREE;
            case "ANALYZE JSON" -> Format.ANALYZE_JSON;
            case "ANALYZE TREE" -> Format.ANALYZE_TREE;
            default -> throw cursor.error("expected another format before this");
        };
    }
}
