package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.TableDefinition.Reference;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;

/** Parses REFERENCES and CHECK, which columns and tables may have. */
final class ReferenceParser {
    private final TokenCursor cursor;
    private final ClauseParser clauses;
    private final TokenSkipper skipper;

    ReferenceParser(TokenCursor cursor, ClauseParser clauses) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.skipper = new TokenSkipper(cursor);
    }

    /** What REFERENCES says. */
    record Target(TableName table, List<String> columns, Reference onDelete, Reference onUpdate) {}

    /** From REFERENCES on. */
    Target parse() {
        cursor.expect(Keyword.REFERENCES);
        TableName table = clauses.tableName();
        List<String> columns = cursor.at(TokenKind.LEFT_PAREN) ? columns() : List.of();
        if (cursor.accept(Keyword.MATCH)) {
            cursor.expect(TokenKind.WORD);
        }
        Reference onDelete = Reference.NO_ACTION;
        Reference onUpdate = Reference.NO_ACTION;
        while (cursor.at(Keyword.ON) && isReference()) {
            cursor.advance();
            if (cursor.accept(Keyword.DELETE)) {
                onDelete = action();
            } else {
                cursor.expect(Keyword.UPDATE);
                onUpdate = action();
            }
        }
        return new Target(table, columns, onDelete, onUpdate);
    }

    private boolean isReference() {
        Keyword ahead = cursor.ahead().keyword();
        return ahead == Keyword.DELETE || ahead == Keyword.UPDATE;
    }

    private Reference action() {
        if (cursor.accept(Keyword.SET)) {
            if (cursor.accept(Keyword.NULL)) {
                return Reference.SET_NULL;
            }
            cursor.expect(Keyword.DEFAULT);
            return Reference.SET_DEFAULT;
        }
        if (cursor.accept(Keyword.NO)) {
            cursor.expect(Keyword.ACTION);
            return Reference.NO_ACTION;
        }
        if (cursor.accept(Keyword.CASCADE)) {
            return Reference.CASCADE;
        }
        cursor.expect(Keyword.RESTRICT);
        return Reference.RESTRICT;
    }

    /** Names in parentheses; how much of a column counts, and which way, is passed over. */
    List<String> columns() {
        cursor.expect(TokenKind.LEFT_PAREN);
        List<String> columns = cursor.commaList(this::column);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return columns;
    }

    private String column() {
        String name = cursor.name("a column");
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            skipper.group();
        }
        if (!cursor.accept(Keyword.ASC)) {
            cursor.accept(Keyword.DESC);
        }
        return name;
    }

    /** From CHECK on. */
    void check() {
        cursor.expect(Keyword.CHECK);
        skipper.group();
        if (cursor.accept(Keyword.NOT)) {
            cursor.expect(Keyword.ENFORCED);
        } else {
            cursor.accept(Keyword.ENFORCED);
        }
    }
}
