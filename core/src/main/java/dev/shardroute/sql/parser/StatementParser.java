package dev.shardroute.sql.parser;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.ast.Administration.Maintenance.Verb;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.SqlText;
import dev.shardroute.sql.lex.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The index of statements: what verb each begins with, and who parses it. For one statement, by one thread. */
public final class StatementParser {
    /** Verbs of MySQL that a router can do nothing with. */
    private static final Set<String> OTHER_VERBS = Set.of("BINLOG", "CACHE", "CHANGE", "CLONE",
            "GET", "GRANT", "HANDLER", "HELP", "IMPORT", "INSTALL", "RESET", "RESIGNAL", "RESTART",
            "REVOKE", "SHUTDOWN", "SIGNAL", "STOP", "UNINSTALL", "XA");

    /** What a target such as {@code customer:-80@replica} is made of when it is not in backticks. */
    private static final Set<TokenKind> TARGET = EnumSet.of(TokenKind.WORD, TokenKind.INTEGER, TokenKind.FLOAT,
            TokenKind.VARIABLE, TokenKind.COLON, TokenKind.MINUS, TokenKind.SLASH, TokenKind.USER_VARIABLE);

    private final ParserOptions options;
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;

    /** A parser at the beginning of {@code sql}. */
    public StatementParser(SqlText sql, ParserOptions options) {
        this.options = options;
        this.cursor = new TokenCursor(sql, options);
        this.expressions = new ExpressionParser(cursor);
        this.clauses = new ClauseParser(cursor, expressions);
    }

    /** The one statement of the text, or its comments. */
    public Statement parseStatement() {
        Statement statement = atEnd() ? commentOnly() : parseByVerb();
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

    private CommentOnly commentOnly() {
        List<String> comments = cursor.takeComments();
        if (comments.isEmpty()) {
            throw ErrorCode.SR01004.error();
        }
        return new CommentOnly(comments);
    }

    private Statement parseByVerb() {
        return switch (cursor.keyword()) {
            case SELECT, TABLE, VALUES, WITH, INSERT, REPLACE, UPDATE, DELETE -> parseRows();
            case ALTER -> parseAlter();
            case ANALYZE -> maintenance().parse(Verb.ANALYZE);
            case BEGIN -> new TransactionParser(cursor).parseBegin();
            case CALL -> parseCall();
            case CHECK -> maintenance().parse(Verb.CHECK);
            case CHECKSUM -> maintenance().parse(Verb.CHECKSUM);
            case CREATE -> parseDdl(Ddl.Action.CREATE);
            case RENAME -> parseDdl(Ddl.Action.RENAME);
            case TRUNCATE -> parseDdl(Ddl.Action.TRUNCATE);
            case COMMIT -> new TransactionParser(cursor).parseCommit();
            case DEALLOCATE -> new PreparedParser(cursor, expressions).parseDeallocate();
            case DO -> parseDo();
            case DROP -> parseDrop();
            case EXECUTE -> new PreparedParser(cursor, expressions).parseExecute();
            case EXPLAIN, DESCRIBE, DESC ->
                    new ExplainParser(cursor, expressions, clauses).parse(this::parseRows);
            case FLUSH -> administration().parseFlush();
            case KILL -> administration().parseKill();
            case LOAD -> new LoadParser(cursor).parse();
            case LOCK -> administration().parseLock();
            case OPTIMIZE -> maintenance().parse(Verb.OPTIMIZE);
            case PREPARE -> new PreparedParser(cursor, expressions).parsePrepare();
            case PURGE -> administration().parsePurge();
            case RELEASE -> new TransactionParser(cursor).parseRelease();
            case REPAIR -> maintenance().parse(Verb.REPAIR);
            case REVERT -> vitess().parseRevert();
            case ROLLBACK -> new TransactionParser(cursor).parseRollback();
            case SAVEPOINT -> new TransactionParser(cursor).parseSavepoint();
            case SET -> new SetParser(cursor, expressions).parse();
            case SHOW -> new ShowParser(cursor, expressions, clauses).parse();
            case START -> new TransactionParser(cursor).parseStart();
            case STREAM -> vitess().parseStream();
            case UNLOCK -> administration().parseUnlock();
            case USE -> parseUse();
            case VEXPLAIN -> vitess().parseVexplain(this::parseRows);
            case VSTREAM -> vitess().parseVstream();
            default -> {
                if (cursor.at(TokenKind.LEFT_PAREN)) {
                    yield parseRows();
                }
                throw unknownVerb();
            }
        };
    }

    /** Queries and changes of rows, which is what EXPLAIN and VEXPLAIN take, too. */
    private Statement parseRows() {
        return switch (cursor.keyword()) {
            case SELECT, TABLE, VALUES -> expressions.queries().statement(null);
            case WITH -> parseBehindWith();
            case INSERT -> new InsertParser(cursor, expressions, clauses).parse(false);
            case REPLACE -> new InsertParser(cursor, expressions, clauses).parse(true);
            case UPDATE -> new UpdateParser(cursor, expressions, clauses).parse(null);
            case DELETE -> new DeleteParser(cursor, expressions, clauses).parse(null);
            default -> {
                if (cursor.at(TokenKind.LEFT_PAREN)) {
                    yield expressions.queries().statement(null);
                }
                throw cursor.error("expected a query, INSERT, REPLACE, UPDATE or DELETE");
            }
        };
    }

    private Statement parseBehindWith() {
        With with = expressions.queries().with();
        return switch (cursor.keyword()) {
            case UPDATE -> new UpdateParser(cursor, expressions, clauses).parse(with);
            case DELETE -> new DeleteParser(cursor, expressions, clauses).parse(with);
            default -> expressions.queries().statement(with);
        };
    }

    private Statement parseAlter() {
        return switch (cursor.ahead().keyword()) {
            case VSCHEMA -> new VschemaParser(cursor, expressions, clauses).parse();
            case VITESS_MIGRATION -> vitess().parseAlterMigration();
            default -> parseDdl(Ddl.Action.ALTER);
        };
    }

    private Statement parseDrop() {
        boolean isPrepared = cursor.ahead().keyword() == Keyword.PREPARE;
        return isPrepared ? new PreparedParser(cursor, expressions).parseDeallocate() : parseDdl(Ddl.Action.DROP);
    }

    private Ddl parseDdl(Ddl.Action action) {
        return new DdlParser(cursor, clauses, expressions.queries()::query, this::expression).parse(action);
    }

    /** A piece of the statement that its place does not tell to be an expression; null when it is none that is known. */
    private @Nullable Expression expression(String piece) {
        try {
            return new StatementParser(SqlText.of(piece), options).parseExpression();
        } catch (ShardrouteException notKnown) {
            return null;
        }
    }

    private CallProcedure parseCall() {
        cursor.advance();
        TableName procedure = clauses.tableName();
        if (!cursor.accept(TokenKind.LEFT_PAREN) || cursor.accept(TokenKind.RIGHT_PAREN)) {
            return new CallProcedure(procedure, List.of());
        }
        List<Expression> arguments = cursor.commaList(expressions::parse);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new CallProcedure(procedure, arguments);
    }

    private Do parseDo() {
        cursor.advance();
        return new Do(cursor.commaList(expressions::parse));
    }

    private Use parseUse() {
        cursor.advance();
        if (atEnd()) {
            return new Use("");
        }
        String target = cursor.isReserved() ? "" : database();
        if (target.isEmpty()) {
            throw cursor.error("expected a database");
        }
        return new Use(target);
    }

    private String database() {
        return cursor.at(TokenKind.QUOTED_NAME) ? cursor.take() : cursor.takeAdjacent(TARGET);
    }

    private MaintenanceParser maintenance() {
        return new MaintenanceParser(cursor, expressions, clauses);
    }

    private AdministrationParser administration() {
        return new AdministrationParser(cursor, expressions, clauses);
    }

    private VitessParser vitess() {
        return new VitessParser(cursor, expressions, clauses);
    }

    private RuntimeException unknownVerb() {
        String verb = cursor.text().toUpperCase(Locale.ROOT);
        return OTHER_VERBS.contains(verb)
                ? TokenCursor.unsupported("the statement " + verb)
                : cursor.error("expected a statement");
    }

    private boolean atEnd() {
        return cursor.at(TokenKind.END) || cursor.at(TokenKind.SEMICOLON);
    }

    private void expectEnd() {
        if (cursor.at(TokenKind.END)) {
            return;
        }
        throw cursor.error("expected the end of the statement");
    }
}
