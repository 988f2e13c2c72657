package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;

/** Parses UPDATE and DELETE of one table. */
final class ChangeParser {
    private final TokenCursor cursor;
    private final ClauseParser clauses;

    ChangeParser(TokenCursor cursor, ClauseParser clauses) {
        this.cursor = cursor;
        this.clauses = clauses;
    }

    /** From the verb on. */
    Update parseUpdate() {
        List<String> comments = cursor.commentsAfterVerb();
        refuseOptions("UPDATE");
        boolean ignore = cursor.accept(Keyword.IGNORE);
        TableExpression.Table table = clauses.table();
        if (cursor.at(TokenKind.COMMA)) {
            throw TokenCursor.unsupported("UPDATE of several tables");
        }
        cursor.expect(Keyword.SET);
        List<Assignment> assignments = cursor.commaList(clauses::assignment);
        return new Update(null, comments, ignore, List.of(table), assignments, clauses.where(), clauses.orderBy(),
                clauses.rowCount());
    }

    /** From the verb on. */
    Delete parseDelete() {
        List<String> comments = cursor.commentsAfterVerb();
        refuseOptions("DELETE");
        boolean ignore = cursor.accept(Keyword.IGNORE);
        if (!cursor.accept(Keyword.FROM)) {
            throw cursor.atName() ? TokenCursor.unsupported("DELETE of several tables") : cursor.error("expected FROM");
        }
        TableExpression.Table table = clauses.table();
        if (cursor.at(TokenKind.COMMA) || cursor.at(Keyword.USING)) {
            throw TokenCursor.unsupported("DELETE of several tables");
        }
        return new Delete(null, comments, ignore, List.of(), List.of(table), clauses.where(), clauses.orderBy(),
                clauses.rowCount());
    }

    private void refuseOptions(String verb) {
        if (cursor.atWord("LOW_PRIORITY") || cursor.atWord("QUICK")) {
            throw TokenCursor.unsupported(verb + " " + cursor.text());
        }
    }
}
