package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what may stand behind any query: ORDER BY, LIMIT, locking clauses, INTO. */
final class SurroundingsParser {
    private final TokenCursor cursor;
    private final ClauseParser clauses;

    SurroundingsParser(TokenCursor cursor, ClauseParser clauses) {
        this.cursor = cursor;
        this.clauses = clauses;
    }

    boolean atSetOperator() {
        return switch (cursor.keyword()) {
            case UNION, EXCEPT, INTERSECT -> true;
            default -> false;
        };
    }

    /** True at what this parses and what a nested query may have. */
    boolean atAny() {
        return switch (cursor.keyword()) {
            case ORDER, LIMIT, FOR, LOCK -> true;
            default -> false;
        };
    }

    /** What stands around a query without parentheses: nothing when a set operation makes an operand of it. */
    Surroundings ofPrimary(@Nullable With with, Place place) {
        return place == Place.OPERAND || atSetOperator() ? Surroundings.NONE : parse(with, place);
    }

    /** What stands behind a query, and the WITH in front of it. */
    Surroundings parse(@Nullable With with, Place place) {
        if (with == null && !atAny() && !cursor.at(Keyword.INTO)) {
            return Surroundings.NONE;
        }
        List<OrderItem> orderBy = clauses.orderBy();
        Limit limit = clauses.limit();
        List<Locking> locks = locks();
        Into into = into(place);
        if (into != null && locks.isEmpty()) {
            locks = locks();
        }
        return new Surroundings(with, orderBy, limit, locks, into);
    }

    /** INTO, of a statement only. */
    @Nullable Into into(Place place) {
        if (!cursor.at(Keyword.INTO)) {
            return null;
        }
        if (place != Place.STATEMENT) {
            throw cursor.error("expected no INTO in a query that is a part of something");
        }
        return new IntoParser(cursor).parse();
    }

    private List<Locking> locks() {
        if (!atLock()) {
            return List.of();
        }
        List<Locking> locks = new ArrayList<>();
        while (atLock()) {
            locks.add(cursor.accept(Keyword.LOCK) ? shareMode() : lock());
        }
        return List.copyOf(locks);
    }

    private boolean atLock() {
        return cursor.at(Keyword.FOR) || cursor.at(Keyword.LOCK);
    }

    private Locking shareMode() {
        cursor.expect(Keyword.IN);
        cursor.expect(Keyword.SHARE);
        cursor.expect(Keyword.MODE);
        return Locking.of(Locking.Strength.SHARE_MODE);
    }

    private Locking lock() {
        cursor.expect(Keyword.FOR);
        boolean isShare = cursor.accept(Keyword.SHARE);
        if (!isShare) {
            cursor.expect(Keyword.UPDATE);
        }
        List<TableName> tables = cursor.accept(Keyword.OF) ? tables() : List.of();
        return new Locking(isShare ? Locking.Strength.SHARE : Locking.Strength.UPDATE, tables, policy());
    }

    private List<TableName> tables() {
        List<TableName> tables = new ArrayList<>();
        do {
            tables.add(clauses.tableName());
        } while (cursor.accept(TokenKind.COMMA));
        return tables;
    }

    private Locking.WaitPolicy policy() {
        if (cursor.accept(Keyword.SKIP)) {
            cursor.expect(Keyword.LOCKED);
            return Locking.WaitPolicy.SKIP_LOCKED;
        }
        return cursor.accept(Keyword.NOWAIT) ? Locking.WaitPolicy.NOWAIT : Locking.WaitPolicy.WAIT;
    }
}
