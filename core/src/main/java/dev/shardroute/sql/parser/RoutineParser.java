package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Ddl.ObjectKind;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import org.jspecify.annotations.Nullable;

/** Parses what stands between the name of a procedure, function, trigger or event and its body, and passes over both. */
final class RoutineParser {
    private final TokenCursor cursor;
    private final ClauseParser clauses;
    private final TokenSkipper skipper;

    RoutineParser(TokenCursor cursor, ClauseParser clauses) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.skipper = new TokenSkipper(cursor);
    }

    /** From behind the name on. The table of a trigger; null for others. */
    @Nullable TableName parse(ObjectKind kind) {
        switch (kind) {
            case PROCEDURE -> procedure();
            case FUNCTION -> function();
            case TRIGGER -> {
                return trigger();
            }
            default -> event();
        }
        return null;
    }

    private void procedure() {
        skipper.group();
        characteristics();
        new RoutineBody(cursor).skip();
    }

    private void characteristics() {
        while (true) {
            switch (cursor.keyword()) {
                case COMMENT -> {
                    cursor.advance();
                    cursor.expect(TokenKind.STRING);
                }
                case NOT -> {
                    cursor.advance();
                    cursor.expect(Keyword.DETERMINISTIC);
                }
                case DETERMINISTIC -> cursor.advance();
                case LANGUAGE, SQL, READS, MODIFIES, NO -> words();
                default -> {
                    if (!cursor.atWord("CONTAINS")) {
                        return;
                    }
                    words();
                }
            }
        }
    }

    /** {@code READS SQL DATA}, {@code LANGUAGE SQL}, {@code SQL SECURITY INVOKER} and the like. */
    private void words() {
        boolean isData = cursor.at(Keyword.READS) || cursor.at(Keyword.MODIFIES);
        boolean isSecurity = cursor.at(Keyword.SQL);
        cursor.advance();
        cursor.expect(TokenKind.WORD);
        if (isData || isSecurity) {
            cursor.expect(TokenKind.WORD);
        }
    }

    /** A loadable function has a library instead of a body. Where the type that is returned ends, its body tells. */
    private void function() {
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            skipper.group();
        }
        if (!cursor.acceptWord("RETURNS")) {
            throw cursor.error("expected RETURNS");
        }
        skipper.skip();
        while (!skipper.atEnd() && !atBody()) {
            if (cursor.atWord("SONAME")) {
                cursor.advance();
                cursor.expect(TokenKind.STRING);
                return;
            }
            skipper.skip();
        }
        new RoutineBody(cursor).skip();
    }

    private boolean atBody() {
        return switch (cursor.keyword()) {
            case BEGIN, RETURN, IF, CASE, LOOP, REPEAT, WHILE -> true;
            default -> RoutineBody.atLabel(cursor);
        };
    }

    private TableName trigger() {
        if (!cursor.accept(Keyword.BEFORE)) {
            cursor.expect(Keyword.AFTER);
        }
        if (!cursor.accept(Keyword.INSERT) && !cursor.accept(Keyword.UPDATE)) {
            cursor.expect(Keyword.DELETE);
        }
        cursor.expect(Keyword.ON);
        TableName table = clauses.tableName();
        cursor.expect(Keyword.FOR);
        cursor.expect(Keyword.EACH);
        cursor.expect(Keyword.ROW);
        if (cursor.acceptWord("FOLLOWS") || cursor.acceptWord("PRECEDES")) {
            clauses.tableName();
        }
        new RoutineBody(cursor).skip();
        return table;
    }

    private void event() {
        cursor.expect(Keyword.ON);
        if (!cursor.acceptWord("SCHEDULE")) {
            throw cursor.error("expected SCHEDULE");
        }
        while (!skipper.atEnd() && !cursor.at(Keyword.DO)) {
            skipper.skip();
        }
        cursor.expect(Keyword.DO);
        new RoutineBody(cursor).skip();
    }

    /** From behind the name on; an ALTER EVENT need not have a body. */
    void alterEvent() {
        while (!skipper.atEnd() && !cursor.at(Keyword.DO)) {
            skipper.skip();
        }
        if (cursor.accept(Keyword.DO)) {
            new RoutineBody(cursor).skip();
        }
    }
}
