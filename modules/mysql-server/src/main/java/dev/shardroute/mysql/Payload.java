package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The content of one packet while it is put together; used again for the next one after {@link #clear}.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_basic_data_types.html">MySQL: protocol data
 *      types</a>
 */
final class Payload {
    private static final int FIRST_SIZE = 256;
    /** A buffer that one big row has blown up past this is let go. */
    private static final int KEPT_SIZE = 1 << 16;
    private static final int NULL_COLUMN = 0xFB;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    /** Begins a new packet. */
    Payload clear() {
        if (bytes.length > KEPT_SIZE) {
            bytes = new byte[FIRST_SIZE];
        }
        size = 0;
        return this;
    }

    int size() {
        return size;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    void writeTo(OutputStream out, int start, int length) throws IOException {
        out.write(bytes, start, length);
    }

    /** The {@code count} low bytes of {@code value}, the lowest first. */
    Payload integer(int count, long value) {
        int at = grow(count);
        for (int i = 0; i < count; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
        return this;
    }

    /** A length-encoded integer; {@code value} is unsigned. */
    Payload lengthEncoded(long value) {
        if (value >= 0 && value < 0xFB) {
            return integer(1, value);
        }
        if (value >= 0 && value <= 0xFFFF) {
            return integer(1, 0xFC).integer(2, value);
        }
        if (value >= 0 && value <= 0xFFFFFF) {
            return integer(1, 0xFD).integer(3, value);
        }
        return integer(1, 0xFE).integer(8, value);
    }

    Payload raw(byte[] value) {
        int at = grow(value.length);
        System.arraycopy(value, 0, bytes, at, value.length);
        return this;
    }

    Payload zeros(int count) {
        int at = grow(count);
        Arrays.fill(bytes, at, at + count, (byte) 0);
        return this;
    }

    /** A length-encoded string. */
    Payload string(byte[] value) {
        return lengthEncoded(value.length).raw(value);
    }

    /** A length-encoded string in UTF-8. */
    Payload string(String value) {
        return string(value.getBytes(UTF_8));
    }

    /** A string that ends with a zero byte. */
    Payload terminated(String value) {
        return raw(value.getBytes(UTF_8)).integer(1, 0);
    }

    /** The NULL of a text row. */
    Payload nullColumn() {
        return integer(1, NULL_COLUMN);
    }

    private int grow(int count) {
        int at = size;
        int needed = Math.addExact(size, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, bytes.length * 2L)));
        }
        size = needed;
        return at;
    }
}
