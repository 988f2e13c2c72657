package dev.shardroute.sql.parser;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The index of statements: what verb each begins with, and who parses it. For one statement, by one thread. */
public final class StatementParser {
    /** Verbs of MySQL and Vitess that no part of this parser takes yet. */
    private static final Set<String> OTHER_VERBS = Set.of("ANALYZE", "BEGIN", "BINLOG", "CACHE", "CALL",
            "CHANGE",
            "CHECK", "CHECKSUM", "CLONE", "COMMIT", "DEALLOCATE", "DESC", "DESCRIBE", "DO", "EXECUTE",
            "EXPLAIN", "FLUSH", "GET", "GRANT", "HANDLER", "HELP", "IMPORT", "INSTALL", "KILL", "LOAD", "LOCK",
            "OPTIMIZE",
            "PREPARE", "PURGE", "RELEASE", "REPAIR", "RESET", "RESIGNAL", "RESTART", "REVERT", "REVOKE",
            "ROLLBACK", "SAVEPOINT", "SHOW", "SHUTDOWN", "SIGNAL", "START", "STOP", "STREAM", "TABLE", "TRUNCATE",
            "UNINSTALL", "UNLOCK", "VALUES", "VEXPLAIN", "VSTREAM", "WITH", "XA");

    /** What a target such as {@code customer:-80@replica} is made of when it is not in backticks. */
    private static final Set<TokenKind> TARGET = EnumSet.of(TokenKind.WORD, TokenKind.INTEGER, TokenKind.FLOAT,
            TokenKind.VARIABLE, TokenKind.COLON, TokenKind.MINUS, TokenKind.SLASH, TokenKind.USER_VARIABLE);

    private final ParserOptions options;
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;

    /** A parser at the beginning of {@code sql}. */
    public StatementParser(String sql, ParserOptions options) {
        this.options = options;
        this.cursor = new TokenCursor(sql, options);
        this.expressions = new ExpressionParser(cursor);
        this.clauses = new ClauseParser(cursor, expressions);
    }

    /** The one statement of the text. */
    public Statement parseStatement() {
        if (cursor.at(TokenKind.END) || cursor.at(TokenKind.SEMICOLON)) {
            throw ErrorCode.SR01004.error();
        }
        Statement statement = parseByVerb();
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
            case SELECT -> new SelectParser(cursor, expressions, clauses).parse();
            case INSERT -> new InsertParser(cursor, expressions, clauses).parse(false);
            case REPLACE -> new InsertParser(cursor, expressions, clauses).parse(true);
            case UPDATE -> new ChangeParser(cursor, clauses).parseUpdate();
            case DELETE -> new ChangeParser(cursor, clauses).parseDelete();
            case SET -> new SetParser(cursor, expressions).parse();
            case USE -> parseUse();
            case CREATE -> ddl(Ddl.Action.CREATE);
            case ALTER -> ddl(Ddl.Action.ALTER);
            case DROP -> ddl(Ddl.Action.DROP);
            case RENAME -> ddl(Ddl.Action.RENAME);
            case TRUNCATE -> ddl(Ddl.Action.TRUNCATE);
            default -> throw unknownVerb();
        };
    }

    private Ddl ddl(Ddl.Action action) {
        return new DdlParser(cursor, clauses, () -> new SelectParser(cursor, expressions, clauses).parse(),
                this::expression).parse(action);
    }

    /** A piece of the statement that its place does not tell to be an expression; null when it is none that is known. */
    private @Nullable Expression expression(String piece) {
        try {
            return new StatementParser(piece, options).parseExpression();
        } catch (ShardrouteException notKnown) {
            return null;
        }
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

    private RuntimeException unknownVerb() {
        String verb = cursor.text().toUpperCase(Locale.ROOT);
        if (OTHER_VERBS.contains(verb) || verb.equals("(")) {
            return TokenCursor.unsupported(verb.equals("(") ? "parentheses around a query" : "the statement " + verb);
        }
        return cursor.error("expected a statement");
    }

    private void expectEnd() {
        if (cursor.at(TokenKind.END)) {
            return;
        }
        Keyword keyword = cursor.keyword();
        if (keyword == Keyword.UNION || keyword == Keyword.EXCEPT || keyword == Keyword.INTERSECT) {
            throw TokenCursor.unsupported(keyword.name());
        }
        throw cursor.error("expected the end of the statement");
    }
}
