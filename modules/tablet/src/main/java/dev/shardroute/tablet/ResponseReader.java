package dev.shardroute.tablet;

import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream.Completion;
import dev.shardroute.type.Row;
import dev.shardroute.type.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mariadb.jdbc.client.Context;
import org.mariadb.jdbc.client.ReadableByteBuf;
import org.mariadb.jdbc.client.socket.Reader;
import org.mariadb.jdbc.util.constants.Capabilities;

/**
 * Reads answers of the text protocol off the driver's packets. JDBC's own result sets turn values into Java objects and back,
 * and keep the flags and collations of columns to themselves; here a value is the very bytes that the server sent.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_com_query_response.html">COM_QUERY</a>
 */
final class ResponseReader {
    private static final int OK = 0x00;
    private static final int NULL = 0xFB;
    private static final int LOCAL_FILE = 0xFB;
    private static final int END = 0xFE;
    private static final int ERROR = 0xFF;
    private static final int LONGEST_PACKET = 0xFF_FFFF;

    private final Reader reader;
    private final ColumnReader columnReader;
    private final boolean eofDeprecated;

    ResponseReader(Reader reader, Context context) {
        this.reader = reader;
        this.columnReader = new ColumnReader(context.hasClientCapability(Capabilities.EXTENDED_METADATA));
        this.eofDeprecated = context.isEofDeprecated();
    }

    /** The answer to a statement, up to the first row. */
    Response readResponse() throws IOException {
        ReadableByteBuf packet = readPacket();
        try {
            return switch (packet.getUnsignedByte()) {
                case OK -> ended(packet);
                case ERROR -> failed(packet);
                case LOCAL_FILE -> throw new IOException("the server asks for a local file");
                default -> readColumns(packet.readIntLengthEncodedNotNull());
            };
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("malformed packet", e);
        }
    }

    private Response.Columns readColumns(int count) throws IOException {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.add(columnReader.read(readPacket()));
        }
        if (!eofDeprecated) {
            readPacket();
        }
        return new Response.Columns(fields);
    }

    /** What comes after a row or a header: a row, or else how the result ended. */
    Object readRow(List<Field> fields) throws IOException {
        ReadableByteBuf packet = readPacket();
        try {
            int first = packet.getUnsignedByte();
            if (first == ERROR) {
                return failed(packet);
            }
            boolean end = first == END && packet.readableBytes() < LONGEST_PACKET;
            return end ? endOfRows(packet) : row(packet, fields);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("malformed packet", e);
        }
    }

    private static Row row(ReadableByteBuf packet, List<Field> fields) {
        Value[] values = new Value[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(packet, fields.get(i));
        }
        return Row.of(values);
    }

    private static Value value(ReadableByteBuf packet, Field field) {
        if (packet.getUnsignedByte() == NULL) {
            packet.skip();
            return Value.NULL;
        }
        int length = packet.readIntLengthEncodedNotNull();
        int start = packet.pos();
        packet.skip(length);
        return Value.of(field.type(), packet.buf(), start, start + length);
    }

    private Response.Ended endOfRows(ReadableByteBuf packet) {
        if (eofDeprecated) {
            Response.Ended end = ended(packet);
            return new Response.Ended(new Completion(0, 0, end.completion().warnings()), end.status());
        }
        packet.skip();
        int warnings = packet.readUnsignedShort();
        return new Response.Ended(new Completion(0, 0, warnings), packet.readUnsignedShort());
    }

    private static Response.Ended ended(ReadableByteBuf packet) {
        packet.skip();
        long affectedRows = packet.readLongLengthEncodedNotNull();
        long lastInsertId = packet.readLongLengthEncodedNotNull();
        int status = packet.readUnsignedShort();
        return new Response.Ended(new Completion(affectedRows, lastInsertId, packet.readUnsignedShort()), status);
    }

    private static Response.Failed failed(ReadableByteBuf packet) {
        packet.skip();
        int errno = packet.readUnsignedShort();
        String sqlState = "HY000";
        if (packet.getUnsignedByte() == '#') {
            packet.skip();
            sqlState = packet.readString(5);
        }
        return new Response.Failed(errno, sqlState, packet.readStringEof());
    }

    private ReadableByteBuf readPacket() throws IOException {
        byte[] packet = reader.readPacket(false);
        if (packet.length == 0) {
            throw new IOException("empty packet");
        }
        return new ReadableByteBuf(packet, packet.length);
    }
}
