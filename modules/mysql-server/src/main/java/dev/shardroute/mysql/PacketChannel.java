package dev.shardroute.mysql;

import dev.shardroute.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Packets over streams: a length of three bytes, a sequence number, content. Content of the largest length goes on in a
 * further packet. Blocking, for one thread.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_basic_packets.html">MySQL: packets</a>
 */
final class PacketChannel {
    /** The largest length that a packet's header can say. */
    static final int MAX_CHUNK = 0xFFFFFF;

    private static final int HEADER_SIZE = 4;

    private final InputStream in;
    private final OutputStream out;
    private final int chunkSize;
    private int limit;
    private int sequence;

    /** {@code chunkSize} is {@link #MAX_CHUNK} unless a test wants to see small packets split. */
    PacketChannel(InputStream in, OutputStream out, int chunkSize, int limit) {
        this.in = in;
        this.out = out;
        this.chunkSize = chunkSize;
        this.limit = limit;
    }

    /** The longest content that {@link #read} takes from now on. */
    void limit(int bytes) {
        limit = bytes;
    }

    /** The next packet begins a new exchange. */
    void restart() {
        sequence = 0;
    }

    /**
     * The content of the next packet. Memory is taken as bytes arrive, not as the header promises.
     *
     * @throws EOFException                             when the client is gone
     * @throws dev.shardroute.error.ShardrouteException {@code SR06003} when it is over the limit, {@code SR06007} when its
     *                                                  sequence number is not the next one
     */
    byte[] read() throws IOException {
        byte[] chunk = readChunk(0);
        if (chunk.length < chunkSize) {
            return chunk;
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream(2 * chunk.length);
        while (chunk.length == chunkSize) {
            joined.writeBytes(chunk);
            chunk = readChunk(joined.size());
        }
        joined.writeBytes(chunk);
        return joined.toByteArray();
    }

    private byte[] readChunk(int before) throws IOException {
        PayloadReader header = new PayloadReader(readFully(HEADER_SIZE));
        int length = (int) header.integer(3);
        int number = (int) header.integer(1);
        if (number != sequence) {
            throw ErrorCode.SR06007.error(number, sequence);
        }
        sequence = next(number);
        if ((long) before + length > limit) {
            throw ErrorCode.SR06003.error((long) before + length, limit);
        }
        return readFully(length);
    }

    private byte[] readFully(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the client is gone");
        }
        return bytes;
    }

    /** Sends one packet, some time up to {@link #flush}. */
    void write(Payload payload) throws IOException {
        int start = 0;
        int length;
        do {
            length = Math.min(payload.size() - start, chunkSize);
            out.write(new byte[]{(byte) length, (byte) (length >> 8), (byte) (length >> 16), (byte) sequence});
            payload.writeTo(out, start, length);
            sequence = next(sequence);
            start += length;
        } while (length == chunkSize);
    }

    void flush() throws IOException {
        out.flush();
    }

    private static int next(int sequence) {
        return (sequence + 1) & 0xFF;
    }
}
