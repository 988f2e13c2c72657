package dev.shardroute.sql.parser;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.lex.SqlText;
import dev.shardroute.sql.lex.TokenKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The index of statements: what verb each begins with, and who parses it. For one statement, by one thread. */
public final class StatementParser {
    /** Verbs of MySQL and Vitess that no part of this parser takes yet. */
    private static final Set<String> OTHER_VERBS = Set.of("ALTER", "ANALYZE", "BEGIN", "BINLOG", "CACHE", "CALL",
            "CHANGE",
            "CHECK", "CHECKSUM", "CLONE", "COMMIT", "CREATE", "DEALLOCATE", "DESC", "DESCRIBE", "DO", "DROP", "EXECUTE",
            "EXPLAIN", "FLUSH", "GET", "GRANT", "HANDLER", "HELP", "IMPORT", "INSTALL", "KILL", "LOAD", "LOCK",
            "OPTIMIZE",
            "PREPARE", "PURGE", "RELEASE", "RENAME", "REPAIR", "RESET", "RESIGNAL", "RESTART", "REVERT", "REVOKE",
            "ROLLBACK", "SAVEPOINT", "SHOW", "SHUTDOWN", "SIGNAL", "START", "STOP", "STREAM", "TRUNCATE",
            "UNINSTALL", "UNLOCK", "VEXPLAIN", "VSTREAM", "XA");

    /** What a target such as {@code customer:-80@replica} is made of when it is not in backticks. */
    private static final Set<TokenKind> TARGET = EnumSet.of(TokenKind.WORD, TokenKind.INTEGER, TokenKind.FLOAT,
            TokenKind.VARIABLE, TokenKind.COLON, TokenKind.MINUS, TokenKind.SLASH, TokenKind.USER_VARIABLE);

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;

    /** A parser at the beginning of {@code sql}. */
    public StatementParser(SqlText sql, ParserOptions options) {
        this.cursor = new TokenCursor(sql, options);
        this.expressions = new ExpressionParser(cursor);
        this.clauses = new ClauseParser(cursor, expressions);
    }

    /** The one statement of the text. */
    public Statement parseStatement() {
        if (cursor.at(TokenKind.END) || cursor.at(TokenKind.SEMICOLON)) {
            throw ErrorCode.SR01004.error();
        }
        Statement statement =
                cursor.at(TokenKind.LEFT_PAREN) ? expressions.queries().statement(null) : parseByVerb();
        if (cursor.accept(TokenKind.SEMICOLON) && !cursor.at(TokenKind.END)) {
            throw TokenCursor.unsupported("several statements in one text");
        }
        expectEnd();
        return statement;
    }

    /** The one expression of the text. */
    public Expression parseExpression() {
        Expression expression = expressions.parse();
        expectEnd();
        return expression;
    }

    private Statement parseByVerb() {
        return switch (cursor.keyword()) {
            case SELECT, TABLE, VALUES -> expressions.queries().statement(null);
            case WITH -> parseBehindWith();
            case INSERT -> new InsertParser(cursor, expressions, clauses).parse(false);
            case REPLACE -> new InsertParser(cursor, expressions, clauses).parse(true);
            case UPDATE -> new UpdateParser(cursor, expressions, clauses).parse(null);
            case DELETE -> new DeleteParser(cursor, expressions, clauses).parse(null);
            case SET -> new SetParser(cursor, expressions).parse();
            case USE -> parseUse();
            default -> throw unknownVerb();
        };
    }

    private Use parseUse() {
        cursor.advance();
        if (cursor.at(TokenKind.QUOTED_NAME)) {
            return new Use(cursor.take());
        }
        String target = cursor.isReserved() ? "" : cursor.takeAdjacent(TARGET);
        if (target.isEmpty()) {
            throw cursor.error("expected a database");
        }
        return new Use(target);
    }

    private Statement parseBehindWith() {
        With with = expressions.queries().with();
        return switch (cursor.keyword()) {
            case UPDATE -> new UpdateParser(cursor, expressions, clauses).parse(with);
            case DELETE -> new DeleteParser(cursor, expressions, clauses).parse(with);
            default -> expressions.queries().statement(with);
        };
    }

    private RuntimeException unknownVerb() {
        String verb = cursor.text().toUpperCase(Locale.ROOT);
        if (OTHER_VERBS.contains(verb)) {
            return TokenCursor.unsupported("the statement " + verb);
        }
        return cursor.error("expected a statement");
    }

    private void expectEnd() {
        if (cursor.at(TokenKind.END)) {
            return;
        }
        throw cursor.error("expected the end of the statement");
    }
}
