package dev.shardroute.sql;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.lex.SqlText;

/**
 * A statement that is not MySQL: MySQL errno 1064, with the place. Of a statement that was cut out of a text it is the place in
 * the whole text.
 */
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

    /** The error at {@code offset} of {@code sql}, in characters. */
    public static SyntaxException at(String sql, int offset, String reason) {
        int line = 1;
        int lineStart = 0;
        for (int i = sql.indexOf('\n'); i >= 0 && i < offset; i = sql.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        String near = sql.substring(offset, Math.min(sql.length(), offset + NEAR_LENGTH));
        return of(offset, line, offset - lineStart + 1, near, reason);
    }

    /** The error at the byte {@code offset} of {@code sql}. */
    public static SyntaxException at(SqlText sql, int offset, String reason) {
        return of(sql.place(offset), sql.line(offset), sql.column(offset), sql.near(offset, NEAR_LENGTH), reason);
    }

    private static SyntaxException of(int offset, int line, int column, String near, String reason) {
        String message = ErrorCode.SR01001.message(line, column, offset, near, reason);
        return new SyntaxException(message, offset, line, column);
    }

    /** What the text has before the place: characters when it was given as characters, bytes when as bytes. */
    public int offset() {
        return offset;
    }

    /** The line, from 1 on. */
    public int line() {
        return line;
    }

    /** The column in its line, from 1 on, in characters or bytes as {@link #offset}. */
    public int column() {
        return column;
    }
}
