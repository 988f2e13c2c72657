package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.Administration.Flush;
import dev.shardroute.sql.ast.Administration.FlushLock;
import dev.shardroute.sql.ast.Administration.FlushTables;
import dev.shardroute.sql.ast.Administration.Kill;
import dev.shardroute.sql.ast.Administration.LockTables;
import dev.shardroute.sql.ast.Administration.LockedTable;
import dev.shardroute.sql.ast.Administration.PurgeBinaryLogs;
import dev.shardroute.sql.ast.Administration.TableLock;
import dev.shardroute.sql.ast.Administration.UnlockTables;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Locale;

/** Parses FLUSH, KILL, LOCK and UNLOCK TABLES and PURGE BINARY LOGS. */
final class AdministrationParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;
    private final SessionClauses parts;

    AdministrationParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clauses = clauses;
        this.parts = new SessionClauses(cursor, expressions);
    }

    Administration parseFlush() {
        cursor.advance();
        boolean local = parts.acceptLocal();
        return parts.acceptTables() ? flushTables(local) : new Flush(local, cursor.commaList(this::flushOption));
    }

    private FlushTables flushTables(boolean local) {
        List<TableName> tables = cursor.atName() ? cursor.commaList(clauses::tableName) : List.of();
        if (cursor.accept(Keyword.WITH)) {
            parts.expect(Keyword.READ, Keyword.LOCK);
            return new FlushTables(local, tables, FlushLock.READ_LOCK);
        }
        if (!tables.isEmpty() && cursor.accept(Keyword.FOR)) {
            cursor.expect(Keyword.EXPORT);
            return new FlushTables(local, tables, FlushLock.EXPORT);
        }
        return new FlushTables(local, tables, FlushLock.NONE);
    }

    private String flushOption() {
        return switch (cursor.keyword()) {
            case HOSTS, LOGS, OPTIMIZER_COSTS, PRIVILEGES, STATUS, USER_RESOURCES -> takeLower();
            case BINARY, ENGINE, ERROR, GENERAL, SLOW -> logs();
            case RELAY -> logs() + channel();
            default -> throw cursor.error("expected what to flush");
        };
    }

    private String logs() {
        String kind = takeLower();
        cursor.expect(Keyword.LOGS);
        return kind + " logs";
    }

    /** The channel stays as it is written: MySQL wants a string, Vitess a name. */
    private String channel() {
        if (!cursor.accept(Keyword.FOR)) {
            return "";
        }
        cursor.expect(Keyword.CHANNEL);
        String channel = cursor.text();
        parts.nameOrString("a channel");
        return " for channel " + channel;
    }

    Kill parseKill() {
        cursor.advance();
        boolean query = cursor.accept(Keyword.QUERY);
        if (!query) {
            cursor.accept(Keyword.CONNECTION);
        }
        return new Kill(query, connection(expressions.parse()));
    }

    private static long connection(Expression expression) {
        boolean isNumber = expression instanceof Literal(var value) && !value.isNegative()
                && (value.type() == Type.INT64 || value.type() == Type.UINT64);
        if (!isNumber) {
            throw TokenCursor.unsupported("KILL with anything but a connection's number");
        }
        return ((Literal) expression).value().toUnsignedLong();
    }

    LockTables parseLock() {
        cursor.advance();
        refuseInstance("LOCK");
        parts.expectTables();
        return new LockTables(cursor.commaList(this::lockedTable));
    }

    private LockedTable lockedTable() {
        TableExpression.Table table = new TableExpression.Table(clauses.tableName(), clauses.alias());
        return new LockedTable(table, lock());
    }

    private TableLock lock() {
        if (cursor.accept(Keyword.READ)) {
            return cursor.accept(Keyword.LOCAL) ? TableLock.READ_LOCAL : TableLock.READ;
        }
        boolean low = cursor.accept(Keyword.LOW_PRIORITY);
        cursor.expect(Keyword.WRITE);
        return low ? TableLock.LOW_PRIORITY_WRITE : TableLock.WRITE;
    }

    UnlockTables parseUnlock() {
        cursor.advance();
        refuseInstance("UNLOCK");
        parts.expectTables();
        return new UnlockTables();
    }

    private void refuseInstance(String verb) {
        if (cursor.atWord("INSTANCE")) {
            throw TokenCursor.unsupported("the statement " + verb + " INSTANCE");
        }
    }

    PurgeBinaryLogs parsePurge() {
        cursor.advance();
        parts.expect(Keyword.BINARY, Keyword.LOGS);
        boolean before = cursor.accept(Keyword.BEFORE);
        if (!before) {
            cursor.expect(Keyword.TO);
        }
        if (before && !cursor.at(TokenKind.STRING) && !cursor.at(TokenKind.END)) {
            throw TokenCursor.unsupported("PURGE BINARY LOGS BEFORE anything but a string");
        }
        return new PurgeBinaryLogs(before, parts.string());
    }

    private String takeLower() {
        return cursor.take().toLowerCase(Locale.ROOT);
    }
}
