package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;

/** Small parts that several of the statements have that are neither queries nor changes of rows. */
final class SessionClauses {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    SessionClauses(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** Each of the words, one after another. */
    void expect(Keyword... words) {
        for (Keyword word : words) {
            cursor.expect(word);
        }
    }

    /** {@code TABLE} and {@code TABLES} are one. */
    boolean acceptTables() {
        return cursor.accept(Keyword.TABLES) || cursor.accept(Keyword.TABLE);
    }

    void expectTables() {
        if (!acceptTables()) {
            throw cursor.error("expected TABLES");
        }
    }

    boolean acceptLocal() {
        return cursor.accept(Keyword.LOCAL) || cursor.accept(Keyword.NO_WRITE_TO_BINLOG);
    }

    String string() {
        if (cursor.at(TokenKind.STRING)) {
            return cursor.take();
        }
        throw cursor.error("expected a string");
    }

    /** One string, which need not be UTF-8. */
    Literal literal() {
        if (cursor.at(TokenKind.STRING)) {
            return new Literal(Value.of(Type.VARCHAR, cursor.takeBytes()));
        }
        throw cursor.error("expected a string");
    }

    String nameOrString(String what) {
        return cursor.at(TokenKind.STRING) ? cursor.take() : cursor.name(what);
    }

    Literal wholeNumber() {
        if (cursor.at(TokenKind.INTEGER) && expressions.parsePrimary() instanceof Literal number) {
            return number;
        }
        throw cursor.error("expected a whole number");
    }
}
