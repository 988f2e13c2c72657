package dev.shardroute.tablet;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Results;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Connection;
import org.mariadb.jdbc.export.MaxAllowedPacketException;
import org.mariadb.jdbc.util.constants.ServerStatus;

/** A link through MariaDB's driver, which signs in and frames packets; statements and answers are read here. */
final class MariaDbLink implements Link {
    private static final int TOO_LARGE = 1153;
    /** What the status of a connection at rest must be, among the flags of {@link #STATUS_MASK}. */
    private static final int STATUS_AT_REST = ServerStatus.AUTOCOMMIT;

    private static final int STATUS_MASK =
            ServerStatus.AUTOCOMMIT | ServerStatus.IN_TRANSACTION | ServerStatus.NO_BACKSLASH_ESCAPES;

    private final String shard;
    private final Connection connection;
    private final Duration pingTimeout;
    private State state = State.CLEAN;
    private @Nullable ResponseReader responses;

    MariaDbLink(String shard, Connection connection, Duration pingTimeout) {
        this.shard = shard;
        this.connection = connection;
        this.pingTimeout = pingTimeout;
    }

    @Override
    public long id() {
        return connection.getThreadId();
    }

    @Override
    public ResultStream query(byte[] sql) {
        if (Thread.currentThread().isInterrupted()) {
            throw ErrorCode.SR05006.error();
        }
        state = State.RUNNING;
        return switch (send(new QueryMessage(sql))) {
            case Response.Ended end -> Results.of(finish(end));
            case Response.Failed failure -> throw failed(failure);
            case Response.Columns columns -> new TextResult(this, columns.fields());
        };
    }

    private Response send(QueryMessage message) {
        try {
            Response response = (Response) connection.getClient().execute(message, false).getFirst();
            responses = message.responses();
            return response;
        } catch (SQLException e) {
            throw e.getCause() instanceof MaxAllowedPacketException ? tooLarge(e) : lost(e);
        }
    }

    /** The next row of the running statement, or how it ended. */
    Object readRow(List<Field> fields) {
        try {
            return responses().readRow(fields);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private ResponseReader responses() {
        return Objects.requireNonNull(responses);
    }

    /** Marks the end of a statement. A stored procedure reports its own end after that of its rows. */
    ResultStream.Completion finish(Response.Ended end) {
        Response.Ended last = end;
        while ((last.status() & ServerStatus.MORE_RESULTS_EXISTS) != 0) {
            last = readAnotherEnd();
        }
        state = (last.status() & STATUS_MASK) == STATUS_AT_REST ? State.CLEAN : State.SPENT;
        return last.completion();
    }

    private Response.Ended readAnotherEnd() {
        try {
            return switch (responses().readResponse()) {
                case Response.Ended end -> end;
                case Response.Failed failure -> throw failed(failure);
                case Response.Columns columns -> throw ErrorCode.VT12001.error("a statement with several results");
            };
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** Marks the end of a statement that failed. */
    ShardrouteException failed(Response.Failed failure) {
        state = failure.endsConnection() ? State.SPENT : State.CLEAN;
        return failure.toException();
    }

    private ShardrouteException tooLarge(SQLException cause) {
        state = State.SPENT;
        return new ShardrouteException(ErrorCode.SR05001, TOO_LARGE, "08S01",
                "the statement is larger than the backend's max_allowed_packet", cause);
    }

    /** An interrupt closes the socket under a virtual thread; the server notices much later, if at all. */
    private ShardrouteException lost(Exception cause) {
        if (Thread.currentThread().isInterrupted()) {
            return error(ErrorCode.SR05006, ErrorCode.SR05006.message(), cause);
        }
        state = State.LOST;
        return error(ErrorCode.SR05008, ErrorCode.SR05008.message(shard, innermost(cause)), cause);
    }

    private static String innermost(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? String.valueOf(thrown.getMessage()) : innermost(cause);
    }

    private static ShardrouteException error(ErrorCode code, String message, Exception cause) {
        return new ShardrouteException(code, code.errno(), code.sqlState(), message, cause);
    }

    @Override
    public boolean ping() {
        try {
            return connection.isValid(Math.toIntExact(Math.max(1, pingTimeout.toSeconds())));
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            state = State.LOST; // there was nothing left to close
        }
    }
}
