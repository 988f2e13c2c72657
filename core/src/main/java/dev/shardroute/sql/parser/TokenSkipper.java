package dev.shardroute.sql.parser;

import dev.shardroute.sql.lex.TokenKind;

/** Passes over tokens of which only the parentheses matter. */
final class TokenSkipper {
    private final TokenCursor cursor;

    TokenSkipper(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** True where the statement ends. */
    boolean atEnd() {
        return cursor.at(TokenKind.END) || cursor.at(TokenKind.SEMICOLON);
    }

    /** One token, or all from the parenthesis that the cursor is at to the one that closes it; the offset behind it. */
    int skip() {
        if (cursor.at(TokenKind.RIGHT_PAREN)) {
            throw cursor.error("expected no closing parenthesis");
        }
        int depth = 0;
        int end;
        do {
            if (cursor.at(TokenKind.LEFT_PAREN)) {
                depth++;
            } else if (cursor.at(TokenKind.RIGHT_PAREN)) {
                depth--;
            } else if (atEnd()) {
                throw cursor.error(depth == 0 ? "expected more" : "expected a closing parenthesis");
            }
            end = cursor.end();
            cursor.advance();
        } while (depth > 0);
        return end;
    }

    /** What is in parentheses, with them; the offset behind it. */
    int group() {
        if (!cursor.at(TokenKind.LEFT_PAREN)) {
            throw cursor.error("expected (");
        }
        return skip();
    }

    /** Up to the next comma, or to where the list ends that the cursor is in. */
    void toComma() {
        while (!atEnd() && !cursor.at(TokenKind.COMMA) && !cursor.at(TokenKind.RIGHT_PAREN)) {
            skip();
        }
    }

    /** Up to the end of the statement. */
    void toEnd() {
        while (!atEnd()) {
            skip();
        }
    }
}
