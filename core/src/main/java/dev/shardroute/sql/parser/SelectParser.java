package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses SELECT. */
final class SelectParser {
    private static final Set<String> OPTIONS = Set.of("HIGH_PRIORITY", "STRAIGHT_JOIN", "SQL_SMALL_RESULT",
            "SQL_BIG_RESULT", "SQL_BUFFER_RESULT", "SQL_NO_CACHE", "SQL_CACHE", "SQL_CALC_FOUND_ROWS");

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;

    SelectParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clauses = clauses;
    }

    /** From the verb on. */
    Select parse() {
        List<String> comments = cursor.commentsAfterVerb();
        boolean distinct = distinct();
        List<SelectItem> items = items();
        List<TableExpression> from = cursor.accept(Keyword.FROM) ? from() : List.of();
        Expression where = clauses.where();
        List<Expression> groupBy = groupBy();
        Expression having = cursor.accept(Keyword.HAVING) ? expressions.parse() : null;
        if (cursor.at(Keyword.WINDOW)) {
            throw TokenCursor.unsupported("WINDOW");
        }
        List<OrderItem> orderBy = clauses.orderBy();
        Limit limit = clauses.limit();
        Locking.Strength lock = lock();
        refuseAfterLock();
        return new Select(null, comments, distinct, List.of(), items, from, where, new GroupBy(groupBy, false), having,
                List.of(), orderBy, limit, lock == null ? List.of() : List.of(Locking.of(lock)), null);
    }

    private boolean distinct() {
        boolean distinct = cursor.acceptDistinct();
        if (!distinct) {
            cursor.accept(Keyword.ALL);
        }
        if (cursor.at(TokenKind.WORD) && OPTIONS.contains(cursor.text().toUpperCase(Locale.ROOT))) {
            throw TokenCursor.unsupported("SELECT " + cursor.text());
        }
        return distinct;
    }

    /** A star without a table can only come first. */
    private List<SelectItem> items() {
        if (!cursor.accept(TokenKind.STAR)) {
            return cursor.commaList(this::item);
        }
        List<SelectItem> items = new ArrayList<>();
        items.add(new SelectItem.Star(null));
        while (cursor.accept(TokenKind.COMMA)) {
            items.add(item());
        }
        return items;
    }

    private SelectItem item() {
        if (cursor.at(Keyword.NEXT)) {
            refuseSequence();
        }
        if (cursor.atName() && cursor.atQualifiedStar()) {
            return qualifiedStar();
        }
        return new SelectItem.Item(expressions.parse(), itemAlias());
    }

    /** {@code NEXT VALUE} and {@code NEXT n VALUES} ask a sequence; otherwise it is a column's name. */
    private void refuseSequence() {
        Lexer ahead = cursor.ahead();
        boolean isRefused = switch (ahead.kind()) {
            case INTEGER, VARIABLE, QUESTION -> true;
            case WORD -> !ahead.isReserved();
            default -> false;
        };
        if (isRefused) {
            throw TokenCursor.unsupported("NEXT VALUE of a sequence");
        }
    }

    private SelectItem qualifiedStar() {
        TableName table = TableName.of(cursor.name("a table"));
        if (cursor.ahead().kind() != TokenKind.STAR) {
            table = new TableName(table.name(), cursor.nameAfterDot());
        }
        cursor.expect(TokenKind.DOT);
        cursor.expect(TokenKind.STAR);
        return new SelectItem.Star(table);
    }

    private @Nullable String itemAlias() {
        return cursor.at(TokenKind.STRING) ? cursor.take() : clauses.alias();
    }

    private List<TableExpression> from() {
        if (cursor.accept(Keyword.DUAL)) {
            return List.of();
        }
        TableExpression.Table table = clauses.table();
        if (cursor.at(TokenKind.COMMA)) {
            throw TokenCursor.unsupported("joins");
        }
        return List.of(table);
    }

    private List<Expression> groupBy() {
        if (!cursor.accept(Keyword.GROUP)) {
            return List.of();
        }
        cursor.expect(Keyword.BY);
        List<Expression> expressionsOfGroup = cursor.commaList(expressions::parse);
        if (cursor.at(Keyword.WITH)) {
            throw TokenCursor.unsupported("WITH ROLLUP");
        }
        return expressionsOfGroup;
    }

    private Locking.@Nullable Strength lock() {
        if (cursor.accept(Keyword.LOCK)) {
            cursor.expect(Keyword.IN);
            cursor.expect(Keyword.SHARE);
            cursor.expect(Keyword.MODE);
            return Locking.Strength.SHARE_MODE;
        }
        if (!cursor.accept(Keyword.FOR)) {
            return null;
        }
        Locking.Strength lock = cursor.accept(Keyword.UPDATE) ? Locking.Strength.UPDATE : Locking.Strength.SHARE;
        if (lock == Locking.Strength.SHARE) {
            cursor.expect(Keyword.SHARE);
        }
        if (cursor.at(Keyword.NOWAIT) || cursor.at(Keyword.SKIP) || cursor.at(Keyword.OF)) {
            throw TokenCursor.unsupported("OF, NOWAIT and SKIP LOCKED");
        }
        return lock;
    }

    private void refuseAfterLock() {
        if (cursor.at(Keyword.FOR) || cursor.at(Keyword.LOCK)) {
            throw TokenCursor.unsupported("several locking clauses");
        }
        if (cursor.at(Keyword.INTO)) {
            throw TokenCursor.unsupported("SELECT … INTO");
        }
    }
}
