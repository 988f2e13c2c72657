package dev.shardroute.sql;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;

/** A statement that is not MySQL: MySQL errno 1064, with the place. */
public final class SyntaxException extends ShardrouteException {
    private static final long serialVersionUID = 1L;
    private static final int NEAR_LENGTH = 60;

    private final int offset;
    private final int line;
    private final int column;

    private SyntaxException(String message, int offset, int line, int column) {
        super(ErrorCode.SR01001, message);
        this.offset = offset;
        this.line = line;
        this.column = column;
    }

    /** The error at {@code offset} of {@code sql}. */
    public static SyntaxException at(String sql, int offset, String reason) {
        int line = 1;
        int lineStart = 0;
        for (int i = sql.indexOf('\n'); i >= 0 && i < offset; i = sql.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        int column = offset - lineStart + 1;
        String near = sql.substring(offset, Math.min(sql.length(), offset + NEAR_LENGTH));
        String message = ErrorCode.SR01001.message(line, column, offset, near, reason);
        return new SyntaxException(message, offset, line, column);
    }

    /** The number of characters before the place. */
    public int offset() {
        return offset;
    }

    /** The line, from 1 on. */
    public int line() {
        return line;
    }

    /** The column in its line in characters, from 1 on. */
    public int column() {
        return column;
    }
}
