package dev.shardroute.tablet;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Statement;
import org.mariadb.jdbc.client.Context;
import org.mariadb.jdbc.client.socket.Reader;
import org.mariadb.jdbc.client.socket.Writer;
import org.mariadb.jdbc.client.util.ClosableLock;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.message.ClientMessage;

/** A COM_QUERY whose answer is left to a {@link ResponseReader}. */
final class QueryMessage implements ClientMessage {
    private static final int COM_QUERY = 3;

    private final byte[] sql;
    private @Nullable ResponseReader responses;

    QueryMessage(byte[] sql) {
        this.sql = sql;
    }

    @Override
    public int encode(Writer writer, Context context) throws IOException {
        writer.initPacket();
        writer.writeByte(COM_QUERY);
        writer.writeBytes(sql);
        writer.flush();
        return 1;
    }

    @Override
    public Response readPacket(@Nullable Statement statement, int fetchSize, long maxRows, int concurrency, int type,
            boolean closeOnCompletion, Reader reader, Writer writer, Context context, ExceptionFactory exceptions,
            ClosableLock lock, boolean trace, ClientMessage message, Consumer<String> redirect) throws IOException {
        responses = new ResponseReader(reader, context);
        return responses.readResponse();
    }

    /** What the rest of the answer is read with. */
    ResponseReader responses() {
        return Objects.requireNonNull(responses);
    }
}
