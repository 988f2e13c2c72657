package dev.shardroute.tablet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.shardroute.type.Field;
import dev.shardroute.type.Type;
import java.io.IOException;
import org.mariadb.jdbc.client.ReadableByteBuf;

/**
 * Reads column definitions.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_com_query_response_text_resultset_column_definition.html">
 *      Column definition</a>
 * @see <a href="https://mariadb.com/docs/server/reference/clientserver-protocol/4-server-response-packets/result-set-packets">
 *      MariaDB's extended metadata</a>
 */
final class ColumnReader {
    private static final int FORMAT = 1;

    private final boolean extended;

    /** A reader for connections with or without MariaDB's extended metadata. */
    ColumnReader(boolean extended) {
        this.extended = extended;
    }

    Field read(ReadableByteBuf packet) throws IOException {
        try {
            return field(packet);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("malformed column definition", e);
        }
    }

    private Field field(ReadableByteBuf packet) {
        packet.skipLengthEncoded(); // catalog
        packet.skipLengthEncoded(); // schema
        String table = text(packet);
        packet.skipLengthEncoded(); // the table's own name
        String name = text(packet);
        packet.skipLengthEncoded(); // the column's own name
        boolean json = extended && isJson(packet);
        packet.skip(); // the length of what is left
        int charset = packet.readUnsignedShort();
        long length = packet.readUnsignedInt();
        int code = packet.readUnsignedByte();
        int flags = packet.readUnsignedShort();
        Type type = json ? Type.JSON : ColumnTypes.of(code, flags, charset);
        return new Field(name, type, table, charset, length, packet.readUnsignedByte(), flags);
    }

    private static boolean isJson(ReadableByteBuf packet) {
        int end = packet.readIntLengthEncodedNotNull() + packet.pos();
        boolean json = false;
        while (packet.pos() < end) {
            int kind = packet.readUnsignedByte();
            String value = new String(packet.readBytes(packet.readIntLengthEncodedNotNull()), ISO_8859_1);
            json |= kind == FORMAT && value.equals("json");
        }
        return json;
    }

    private static String text(ReadableByteBuf packet) {
        return packet.readString(packet.readIntLengthEncodedNotNull());
    }
}
