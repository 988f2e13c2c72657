package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;

/** Passes over what ALTER TABLE does to its table; what is done to partitions must be done alone. */
final class AlterTableParser {
    private final TokenCursor cursor;
    private final ClauseParser clauses;
    private final TokenSkipper skipper;

    AlterTableParser(TokenCursor cursor, ClauseParser clauses) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.skipper = new TokenSkipper(cursor);
    }

    /** From behind the name on. Other tables that are named are added to {@code related}. */
    void parse(List<TableName> related) {
        if (skipper.atEnd()) {
            return;
        }
        boolean alone = true;
        do {
            if (atPartitions()) {
                if (!alone) {
                    throw cursor.error("expected what can be done together with what is before this");
                }
                partitions(related);
                return;
            }
            alone &= isModifier();
            action(related);
        } while (cursor.accept(TokenKind.COMMA));
    }

    private boolean atPartitions() {
        return switch (cursor.keyword()) {
            case ADD, DROP, DISCARD, IMPORT, TRUNCATE, COALESCE, REORGANIZE, EXCHANGE, ANALYZE, CHECK, OPTIMIZE,
                    REBUILD, REPAIR -> cursor.ahead().keyword() == Keyword.PARTITION;
            case REMOVE, UPGRADE -> cursor.ahead().keyword() == Keyword.PARTITIONING;
            default -> false;
        };
    }

    private boolean isModifier() {
        return switch (cursor.keyword()) {
            case ALGORITHM, LOCK, WITH, WITHOUT -> true;
            default -> false;
        };
    }

    private void action(List<TableName> related) {
        if (skipper.atEnd() || cursor.at(TokenKind.COMMA)) {
            throw cursor.error("expected what to do with the table");
        }
        if (cursor.accept(Keyword.RENAME)) {
            rename(related);
        }
        skipper.toComma();
        if (cursor.at(TokenKind.RIGHT_PAREN)) {
            throw cursor.error("expected no closing parenthesis");
        }
    }

    /** {@code RENAME COLUMN}, {@code INDEX} and {@code KEY} stay within the table. */
    private void rename(List<TableName> related) {
        switch (cursor.keyword()) {
            case COLUMN, INDEX, KEY -> {
                return;
            }
            case TO, AS -> cursor.advance();
            default -> cursor.accept(TokenKind.EQUAL);
        }
        related.add(clauses.tableName());
    }

    /** Commas stand between the names of partitions only. */
    private void partitions(List<TableName> related) {
        boolean exchange = cursor.at(Keyword.EXCHANGE);
        while (!skipper.atEnd()) {
            if (exchange && cursor.accept(Keyword.WITH) && cursor.accept(Keyword.TABLE)) {
                related.add(clauses.tableName());
                exchange = false;
            } else if (!cursor.accept(TokenKind.COMMA)) {
                skipper.skip();
            } else if (!cursor.atName() || cursor.ahead().kind() == TokenKind.EQUAL) {
                throw cursor.error("expected a partition");
            }
        }
    }
}
