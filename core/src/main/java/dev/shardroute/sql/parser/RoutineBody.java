package dev.shardroute.sql.parser;

import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the end of the body of a procedure, function, trigger or event: a semicolon inside of a block does not end the
 * statement. Blocks are told by the words that begin them where a statement may begin; of what stands in them nothing is
 * checked.
 */
final class RoutineBody {
    private final TokenCursor cursor;
    private final Deque<Block> blocks = new ArrayDeque<>();
    /** True where a statement may begin. */
    private boolean atStatement = true;

    /** What END ends. */
    private enum Block {
        BEGIN, IF, LOOP, REPEAT, WHILE, CASE_STATEMENT, CASE_EXPRESSION
    }

    RoutineBody(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** From the first word of the body to the end of the statement. */
    void skip() {
        if (cursor.at(TokenKind.END) || cursor.at(TokenKind.SEMICOLON)) {
            throw cursor.error("expected a body");
        }
        while (!cursor.at(TokenKind.END) && !(cursor.at(TokenKind.SEMICOLON) && blocks.isEmpty())) {
            step();
        }
        if (!blocks.isEmpty()) {
            throw cursor.error("expected END");
        }
    }

    private void step() {
        switch (cursor.kind()) {
            case SEMICOLON -> nextStatement();
            case LEFT_PAREN -> {
                atStatement = false;
                skipGroup();
            }
            case RIGHT_PAREN -> throw cursor.error("expected no closing parenthesis");
            case WORD, QUOTED_NAME -> word();
            default -> {
                atStatement = false;
                cursor.advance();
            }
        }
    }

    private void nextStatement() {
        if (!blocks.isEmpty() && blocks.getLast() == Block.CASE_EXPRESSION) {
            throw cursor.error("expected END");
        }
        atStatement = true;
        cursor.advance();
    }

    /** In parentheses no statement begins. */
    private void skipGroup() {
        new TokenSkipper(cursor).group();
    }

    private void word() {
        if (atStatement && cursor.ahead().kind() == TokenKind.COLON) {
            cursor.advance();
            cursor.advance();
        } else if (cursor.at(Keyword.END) && endsBlock()) {
            end();
        } else if (atStatement) {
            firstWord();
        } else {
            laterWord();
        }
    }

    private boolean endsBlock() {
        if (blocks.isEmpty()) {
            return false;
        }
        return switch (blocks.getLast()) {
            case CASE_EXPRESSION -> true;
            case REPEAT -> atStatement || cursor.ahead().keyword() == Keyword.REPEAT;
            case BEGIN, IF, LOOP, WHILE, CASE_STATEMENT -> atStatement;
        };
    }

    private void end() {
        cursor.advance();
        Block block = blocks.removeLast();
        atStatement = false;
        switch (block) {
            case IF -> cursor.expect(Keyword.IF);
            case LOOP -> cursor.expect(Keyword.LOOP);
            case REPEAT -> cursor.expect(Keyword.REPEAT);
            case WHILE -> cursor.expect(Keyword.WHILE);
            case CASE_STATEMENT -> cursor.expect(Keyword.CASE);
            case BEGIN, CASE_EXPRESSION -> {
            }
        }
    }

    private void firstWord() {
        Keyword keyword = cursor.keyword();
        switch (keyword) {
            case BEGIN -> begin(Block.BEGIN, true);
            case IF -> begin(Block.IF, false);
            case LOOP -> begin(Block.LOOP, true);
            case REPEAT -> begin(Block.REPEAT, true);
            case WHILE -> begin(Block.WHILE, false);
            case CASE -> begin(Block.CASE_STATEMENT, false);
            case DECLARE -> declare();
            case ELSE -> cursor.advance();
            default -> {
                atStatement = false;
                cursor.advance();
            }
        }
    }

    private void begin(Block block, boolean thenStatement) {
        blocks.addLast(block);
        atStatement = thenStatement;
        cursor.advance();
    }

    private void laterWord() {
        Keyword keyword = cursor.keyword();
        if (keyword == Keyword.CASE) {
            begin(Block.CASE_EXPRESSION, false);
            return;
        }
        boolean inStatement = !blocks.isEmpty() && blocks.getLast() != Block.CASE_EXPRESSION;
        atStatement = inStatement && (keyword == Keyword.THEN || keyword == Keyword.ELSE || keyword == Keyword.DO);
        cursor.advance();
    }

    /** A handler has a statement behind what it is for. */
    private void declare() {
        cursor.advance();
        atStatement = false;
        boolean isHandler = switch (cursor.keyword()) {
            case CONTINUE, EXIT, UNDO -> true;
            default -> false;
        };
        if (!isHandler) {
            return;
        }
        cursor.advance();
        cursor.expect(Keyword.HANDLER);
        cursor.expect(Keyword.FOR);
        do {
            condition();
        } while (cursor.accept(TokenKind.COMMA));
        atStatement = true;
    }

    private void condition() {
        if (cursor.accept(Keyword.SQLSTATE)) {
            cursor.accept(Keyword.VALUE);
            cursor.expect(TokenKind.STRING);
        } else if (cursor.accept(Keyword.NOT)) {
            cursor.expect(Keyword.FOUND);
        } else {
            cursor.advance();
        }
    }

    /** True where a label and its colon begin a body. */
    static boolean atLabel(TokenCursor cursor) {
        Lexer ahead = cursor.ahead();
        return cursor.atName() && ahead.kind() == TokenKind.COLON;
    }
}
