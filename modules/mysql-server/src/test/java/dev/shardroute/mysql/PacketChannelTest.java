package dev.shardroute.mysql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class PacketChannelTest {
    private static final int HEADER_SIZE = 4;

    // laws

    @Property
    void packets_comeBack(@ForAll List<byte[]> contents, @ForAll @IntRange(min = 1, max = 9) int chunkSize)
            throws IOException {
        PacketChannel in = reading(written(contents, chunkSize), chunkSize, Integer.MAX_VALUE);
        for (byte[] content : contents) {
            assertArrayEquals(content, in.read());
        }
        assertThrows(EOFException.class, in::read);
    }

    @Property
    void packet_isSplitIntoFullChunksAndOneThatIsNot(@ForAll byte[] content,
            @ForAll @IntRange(min = 1, max = 9) int chunkSize) throws IOException {
        byte[] bytes = written(List.of(content), chunkSize);
        int chunks = content.length / chunkSize + 1;
        assertEquals(content.length + chunks * HEADER_SIZE, bytes.length);
        int last = bytes.length - HEADER_SIZE - content.length % chunkSize;
        assertEquals(content.length % chunkSize, bytes[last]);
        assertEquals((chunks - 1) & 0xFF, bytes[last + 3] & 0xFF);
    }

    @Property
    void packet_cutShort_isTheEnd(@ForAll byte[] content, @ForAll @IntRange(min = 1, max = 9) int chunkSize,
            @ForAll @IntRange(min = 0, max = 1000) int cut) throws IOException {
        byte[] bytes = written(List.of(content), chunkSize);
        byte[] part = Arrays.copyOf(bytes, Math.min(cut, bytes.length - 1));
        assertThrows(EOFException.class, () -> reading(part, chunkSize, Integer.MAX_VALUE).read());
    }

    @Property
    void packet_overTheLimit_isRefused(@ForAll byte[] content, @ForAll @IntRange(min = 1, max = 9) int chunkSize)
            throws IOException {
        byte[] bytes = written(List.of(content), chunkSize);
        assertArrayEquals(content, reading(bytes, chunkSize, content.length).read());
        if (content.length > 0) {
            assertRefused(ErrorCode.SR06003, reading(bytes, chunkSize, content.length - 1));
        }
    }

    // the real boundary

    @Example
    void packet_asLongAsAHeaderCanSay_isFollowedByAnEmptyOne() throws IOException {
        byte[] content = new byte[PacketChannel.MAX_CHUNK];
        byte[] bytes = written(List.of(content), PacketChannel.MAX_CHUNK);
        assertEquals(content.length + 2 * HEADER_SIZE, bytes.length);
        assertArrayEquals(new byte[]{0, 0, 0, 1}, Arrays.copyOfRange(bytes, bytes.length - HEADER_SIZE, bytes.length));
        assertArrayEquals(content, reading(bytes, PacketChannel.MAX_CHUNK, content.length).read());
    }

    // what a client may get wrong

    @Example
    void header_overTheLimit_isRefusedBeforeTheContentComes() {
        byte[] header = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0};
        assertRefused(ErrorCode.SR06003, reading(header, PacketChannel.MAX_CHUNK, 1000));
    }

    @Example
    void sequence_outOfOrder_isRefused() {
        assertRefused(ErrorCode.SR06007, reading(new byte[]{1, 0, 0, 1, 14}, PacketChannel.MAX_CHUNK, 1000));
    }

    @Example
    void sequence_wrapsAround() throws IOException {
        byte[] content = new byte[300];
        assertArrayEquals(content, reading(written(List.of(content), 1), 1, 300).read());
    }

    @Example
    void restart_beginsAtZeroAgain() throws IOException {
        byte[] bytes = {1, 0, 0, 0, 14, 1, 0, 0, 0, 15};
        PacketChannel in = reading(bytes, PacketChannel.MAX_CHUNK, 1000);
        assertArrayEquals(new byte[]{14}, in.read());
        in.restart();
        assertArrayEquals(new byte[]{15}, in.read());
    }

    private static void assertRefused(ErrorCode code, PacketChannel in) {
        assertEquals(code, assertThrows(ShardrouteException.class, in::read).code());
    }

    private static byte[] written(List<byte[]> contents, int chunkSize) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PacketChannel out = new PacketChannel(new ByteArrayInputStream(new byte[0]), bytes, chunkSize, 0);
        Payload payload = new Payload();
        for (byte[] content : contents) {
            out.write(payload.clear().raw(content));
        }
        return bytes.toByteArray();
    }

    private static PacketChannel reading(byte[] bytes, int chunkSize, int limit) {
        return new PacketChannel(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream(), chunkSize, limit);
    }
}
