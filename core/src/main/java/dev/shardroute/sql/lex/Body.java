package dev.shardroute.sql.lex;

/**
 * Finds the end of the body of a procedure, function, trigger or event: the END that matches the first BEGIN.
 *
 * <p>Only BEGIN and CASE, which END or END CASE ends, are counted; what ends with END IF, END LOOP, END WHILE or END REPEAT
 * need not be. Columns and the like that are called begin or end must be in backticks there, or behind a dot.
 */
final class Body {
    private enum State {
        /** Before the first token. */
        NEW,
        /** Behind CREATE or ALTER. */
        VERB,
        /** It may have a body. */
        ROUTINE,
        /** It has no body, or the body has ended. */
        OTHER
    }

    private State state = State.NEW;
    private int depth;
    private boolean afterDot;
    private boolean afterEnd;

    /** True when a semicolon, if it came now, would be part of the body: it makes of the END before it one that counts. */
    boolean isOpen() {
        return depth > (afterEnd ? 1 : 0);
    }

    /** The statement goes on with this token. */
    void add(TokenKind kind, Keyword keyword) {
        switch (state) {
            case NEW -> state = keyword == Keyword.CREATE || keyword == Keyword.ALTER ? State.VERB : State.OTHER;
            case VERB -> state = afterVerb(kind, keyword);
            case ROUTINE -> count(afterDot ? Keyword.OTHER : keyword);
            case OTHER -> {
                // nothing to find
            }
        }
        afterDot = kind == TokenKind.DOT;
    }

    /** What is created stands behind OR REPLACE, DEFINER = name, AGGREGATE and the like. */
    private static State afterVerb(TokenKind kind, Keyword keyword) {
        if (kind != TokenKind.WORD) {
            return State.VERB;
        }
        return switch (keyword) {
            case PROCEDURE, FUNCTION, TRIGGER, EVENT -> State.ROUTINE;
            case OTHER, OR, REPLACE, DEFINER, CURRENT_USER -> State.VERB;
            default -> State.OTHER;
        };
    }

    private void count(Keyword keyword) {
        if (afterEnd) {
            afterEnd = false;
            afterEnd(keyword);
        } else if (keyword == Keyword.END) {
            afterEnd = depth > 0;
        } else if (keyword == Keyword.BEGIN || (keyword == Keyword.CASE && depth > 0)) {
            depth++;
        }
    }

    private void afterEnd(Keyword keyword) {
        switch (keyword) {
            case IF, LOOP, WHILE, REPEAT -> {
                // the end of what is not counted
            }
            case CASE -> depth--;
            default -> {
                depth--;
                count(keyword);
            }
        }
    }
}
