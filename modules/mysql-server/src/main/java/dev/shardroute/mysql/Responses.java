package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream.Completion;
import dev.shardroute.type.Row;
import dev.shardroute.type.Value;
import java.io.IOException;
import java.util.List;

/**
 * Writes the packets that answer commands. Nothing is flushed but what the channel's buffer cannot hold.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_basic_response_packets.html">MySQL: OK, ERR
 *      and EOF packets</a>
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/mysql__com_8h.html">MySQL: SERVER_STATUS_flags_enum</a>
 */
final class Responses {
    /** The status flag of a session that commits each statement by itself. */
    static final int AUTOCOMMIT = 2;

    private static final int IN_TRANSACTION = 1;
    private static final int OK = 0x00;
    private static final int EOF = 0xFE;
    private static final int ERR = 0xFF;
    private static final int MAX_MESSAGE_LENGTH = 2000;
    private static final int MAX_WARNINGS = 0xFFFF;
    private static final int LARGEST_LENGTH_PREFIX = 9;

    private final PacketChannel channel;
    private final Payload payload;
    private final boolean deprecateEof;
    private final int maxRowBytes;

    Responses(PacketChannel channel, Payload payload, boolean deprecateEof, int maxRowBytes) {
        this.channel = channel;
        this.payload = payload;
        this.deprecateEof = deprecateEof;
        this.maxRowBytes = maxRowBytes;
    }

    /** A command that gives no rows has worked. */
    void ok(Completion completion, SessionState state) throws IOException {
        writeOk(OK, completion, state);
    }

    /** A command has worked that is answered by a bare EOF packet in the old protocol. */
    void eof(SessionState state) throws IOException {
        endOfRows(Completion.NONE, state);
    }

    /** The last row was sent. */
    void endOfRows(Completion completion, SessionState state) throws IOException {
        if (deprecateEof) {
            writeOk(EOF, completion, state);
        } else {
            writeEof(completion.warnings(), state);
        }
    }

    private void writeOk(int header, Completion completion, SessionState state) throws IOException {
        payload.clear().integer(1, header).lengthEncoded(completion.affectedRows());
        payload.lengthEncoded(completion.lastInsertId()).integer(2, statusFlags(state));
        payload.integer(2, Math.min(completion.warnings(), MAX_WARNINGS));
        channel.write(payload);
    }

    private void writeEof(int warnings, SessionState state) throws IOException {
        payload.clear().integer(1, EOF).integer(2, Math.min(warnings, MAX_WARNINGS)).integer(2, statusFlags(state));
        channel.write(payload);
    }

    private static int statusFlags(SessionState state) {
        return (state.autocommit() ? AUTOCOMMIT : 0) | (state.inTransaction() ? IN_TRANSACTION : 0);
    }

    /** A command has failed, perhaps after some rows: it ends there. */
    void error(ShardrouteException error) throws IOException {
        error(channel, payload, error);
    }

    /** An error after the greeting. */
    static void error(PacketChannel channel, Payload payload, ShardrouteException error) throws IOException {
        channel.write(writeErrorStart(payload, error).raw(sqlState(error)).raw(message(error)));
    }

    /** An error before the greeting, when it is not known yet that the client understands SQLSTATEs. */
    static void errorBeforeGreeting(PacketChannel channel, ShardrouteException error) throws IOException {
        channel.write(writeErrorStart(new Payload(), error).raw(message(error)));
    }

    /** Other servers' errors come through here, so numbers that do not fit are replaced by the catalogue's. */
    private static Payload writeErrorStart(Payload payload, ShardrouteException error) {
        boolean fits = error.errno() > 0 && error.errno() <= 0xFFFF;
        return payload.clear().integer(1, ERR).integer(2, fits ? error.errno() : error.code().errno());
    }

    private static byte[] sqlState(ShardrouteException error) {
        boolean fits = error.sqlState().matches("[0-9A-Z]{5}");
        return ("#" + (fits ? error.sqlState() : error.code().sqlState())).getBytes(US_ASCII);
    }

    private static byte[] message(ShardrouteException error) {
        String message = error.getMessage();
        if (message.length() > MAX_MESSAGE_LENGTH) {
            boolean cutsPair = Character.isHighSurrogate(message.charAt(MAX_MESSAGE_LENGTH - 1));
            message = message.substring(0, MAX_MESSAGE_LENGTH - (cutsPair ? 1 : 0)) + "...";
        }
        return message.getBytes(UTF_8);
    }

    /** The columns of a result that rows will follow. All are checked first: no error may come between them. */
    void columns(List<Field> fields, SessionState state) throws IOException {
        fields.forEach(field -> ColumnPacket.check(field.type()));
        channel.write(payload.clear().lengthEncoded(fields.size()));
        for (Field field : fields) {
            ColumnPacket.write(payload, field);
            channel.write(payload);
        }
        if (!deprecateEof) {
            writeEof(0, state);
        }
    }

    /** A row; nothing of it is sent when it is refused. */
    void row(Row row, int columns) throws IOException {
        if (row.values().size() != columns) {
            throw ErrorCode.VT13001.error("a row has " + row.values().size() + " values for " + columns + " columns");
        }
        checkSize(row);
        payload.clear();
        for (Value value : row.values()) {
            if (value.isNull()) {
                payload.nullColumn();
            } else {
                payload.string(value.rawBytes());
            }
        }
        channel.write(payload);
    }

    private void checkSize(Row row) {
        long size = 0;
        for (Value value : row.values()) {
            size += value.length() + LARGEST_LENGTH_PREFIX;
        }
        if (size > maxRowBytes) {
            throw ErrorCode.SR06003.error(size, maxRowBytes);
        }
    }
}
