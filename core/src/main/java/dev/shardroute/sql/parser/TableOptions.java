package dev.shardroute.sql.parser;

import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the options of CREATE TABLE, and keeps what a schema must tell. For one table. */
final class TableOptions {
    /** Options of one word and its value; another word is one only where an equals sign follows. */
    private static final Set<String> WITH_VALUE = Set.of("AUTOEXTEND_SIZE", "AUTO_INCREMENT", "AVG_ROW_LENGTH",
            "CHECKSUM", "COMPRESSION", "CONNECTION", "DELAY_KEY_WRITE", "ENCRYPTION", "ENGINE", "ENGINE_ATTRIBUTE",
            "INSERT_METHOD", "KEY_BLOCK_SIZE", "MAX_ROWS", "MIN_ROWS", "PACK_KEYS", "PASSWORD", "ROW_FORMAT",
            "SECONDARY_ENGINE", "SECONDARY_ENGINE_ATTRIBUTE", "STATS_AUTO_RECALC", "STATS_PERSISTENT",
            "STATS_SAMPLE_PAGES", "STORAGE", "TABLESPACE", "TABLE_CHECKSUM", "UNION");

    private final TokenCursor cursor;
    private final TokenSkipper skipper;
    private @Nullable String charset;
    private @Nullable String collation;
    private @Nullable String comment;

    TableOptions(TokenCursor cursor) {
        this.cursor = cursor;
        this.skipper = new TokenSkipper(cursor);
    }

    /** The default character set, or null. */
    @Nullable String charset() {
        return charset;
    }

    /** The default collation, or null. */
    @Nullable String collation() {
        return collation;
    }

    /** The comment, or null. */
    @Nullable String comment() {
        return comment;
    }

    /** The options that the cursor is at, with commas between them or without. */
    void parse() {
        boolean comma = false;
        while (option()) {
            comma = cursor.accept(TokenKind.COMMA);
        }
        if (comma) {
            throw cursor.error("expected an option");
        }
    }

    private boolean option() {
        switch (cursor.keyword()) {
            case DEFAULT -> {
                cursor.advance();
                return defaults();
            }
            case CHARSET, CHARACTER, COLLATE -> {
                return defaults();
            }
            case COMMENT -> {
                cursor.advance();
                cursor.accept(TokenKind.EQUAL);
                comment = string();
            }
            case INDEX -> directory();
            case START -> {
                cursor.advance();
                cursor.expect(Keyword.TRANSACTION);
            }
            default -> {
                return other();
            }
        }
        return true;
    }

    private String string() {
        if (!cursor.at(TokenKind.STRING)) {
            throw cursor.error("expected a string");
        }
        return cursor.take();
    }

    private boolean defaults() {
        if (cursor.accept(Keyword.COLLATE)) {
            cursor.accept(TokenKind.EQUAL);
            collation = ColumnTypeParser.charsetName(cursor);
            return true;
        }
        if (!cursor.accept(Keyword.CHARSET)) {
            cursor.expect(Keyword.CHARACTER);
            cursor.expect(Keyword.SET);
        }
        cursor.accept(TokenKind.EQUAL);
        charset = ColumnTypeParser.charsetName(cursor);
        return true;
    }

    /** {@code DATA DIRECTORY} and {@code INDEX DIRECTORY}. */
    private void directory() {
        cursor.advance();
        cursor.expect(Keyword.DIRECTORY);
        cursor.accept(TokenKind.EQUAL);
        string();
    }

    private boolean other() {
        if (cursor.atWord("DATA")) {
            directory();
            return true;
        }
        boolean isAssigned = cursor.at(TokenKind.WORD) && cursor.ahead().kind() == TokenKind.EQUAL;
        if (!isAssigned && WITH_VALUE.stream().noneMatch(cursor::atWord)) {
            return false;
        }
        cursor.advance();
        cursor.accept(TokenKind.EQUAL);
        skipper.skip();
        return true;
    }
}
