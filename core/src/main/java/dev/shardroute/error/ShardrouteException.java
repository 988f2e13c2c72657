package dev.shardroute.error;

import org.jspecify.annotations.Nullable;

/**
 * Every error that Shardroute reports. It carries a code of the catalogue and what a MySQL client would see; an error that
 * a backend reported keeps that backend's error number and SQLSTATE.
 */
public class ShardrouteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int errno;
    private final String sqlState;

    /** An error as the catalogue has it; {@code message} is without the code, which is put in front. */
    public ShardrouteException(ErrorCode code, String message) {
        this(code, code.errno(), code.sqlState(), message, null);
    }

    /** An error whose number and SQLSTATE come from elsewhere, for example from a backend. */
    public ShardrouteException(ErrorCode code, int errno, String sqlState, String message, @Nullable Throwable cause) {
        super(code.name() + ": " + message, cause);
        this.code = code;
        this.errno = errno;
        this.sqlState = sqlState;
    }

    /** The stable code. */
    public final ErrorCode code() {
        return code;
    }

    /** The class of the error. */
    public final Status status() {
        return code.status();
    }

    /** The MySQL error number. */
    public final int errno() {
        return errno;
    }

    /** The SQLSTATE, five characters. */
    public final String sqlState() {
        return sqlState;
    }

    /** The message with the code in front; never null. */
    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
