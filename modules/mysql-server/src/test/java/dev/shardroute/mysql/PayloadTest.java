package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class PayloadTest {
    @Property
    void lengthEncoded_comesBack(@ForAll long value) {
        PayloadReader reader = reader(new Payload().lengthEncoded(value));
        assertEquals(value, reader.lengthEncoded());
        assertEquals(0, reader.remaining());
    }

    @Example
    void lengthEncoded_isAsShortAsTheProtocolAllows() {
        assertEquals(1, new Payload().lengthEncoded(0xFA).size());
        assertEquals(3, new Payload().lengthEncoded(0xFB).size());
        assertEquals(3, new Payload().lengthEncoded(0xFFFF).size());
        assertEquals(4, new Payload().lengthEncoded(0x10000).size());
        assertEquals(4, new Payload().lengthEncoded(0xFFFFFF).size());
        assertEquals(9, new Payload().lengthEncoded(0x1000000).size());
        assertEquals(9, new Payload().lengthEncoded(-1).size());
    }

    @Property
    void integer_comesBackModuloItsSize(@ForAll long value, @ForAll @IntRange(min = 1, max = 8) int count) {
        long mask = count == 8 ? -1 : (1L << (8 * count)) - 1;
        assertEquals(value & mask, reader(new Payload().integer(count, value)).integer(count));
    }

    @Property
    void strings_comeBackInOrder(@ForAll List<byte[]> strings) {
        Payload payload = new Payload();
        strings.forEach(payload::string);
        PayloadReader reader = reader(payload);
        strings.forEach(string -> assertArrayEquals(string, reader.string()));
        assertEquals(0, reader.remaining());
    }

    @Property
    void terminatedStrings_comeBack(@ForAll String first, @ForAll String second) {
        String left = withoutZeros(first);
        String right = withoutZeros(second);
        PayloadReader reader = reader(new Payload().terminated(left).raw(right.getBytes(UTF_8)));
        assertEquals(left, new String(reader.terminated(), UTF_8));
        assertEquals(right, reader.terminatedOrRest());
        assertEquals(0, reader.remaining());
    }

    @Property
    void clear_forgetsWhatWasBefore(@ForAll byte[] before, @ForAll byte[] after) {
        assertArrayEquals(after, new Payload().raw(before).clear().raw(after).toByteArray());
    }

    @Example
    void clear_afterABigRow_works() {
        Payload payload = new Payload().raw(new byte[1 << 20]);
        assertArrayEquals(new byte[]{7}, payload.clear().integer(1, 7).toByteArray());
    }

    // reading what does not fit

    @Example
    void string_longerThanThePacket_isMalformed() {
        assertMalformed(() -> reader(new Payload().lengthEncoded(Long.MAX_VALUE)).string());
        assertMalformed(() -> reader(new Payload().lengthEncoded(-1)).string());
        assertMalformed(() -> reader(new Payload().lengthEncoded(2).integer(1, 0)).string());
    }

    @Example
    void integer_pastTheEnd_isMalformed() {
        assertMalformed(() -> reader(new Payload().integer(1, 0)).integer(2));
        assertMalformed(() -> reader(new Payload().integer(1, 0xFB)).lengthEncoded());
    }

    @Example
    void terminated_withoutEnd_isMalformed() {
        assertMalformed(() -> reader(new Payload().integer(1, 'a')).terminated());
    }

    private static void assertMalformed(Runnable read) {
        assertEquals(ErrorCode.SR06006, assertThrows(ShardrouteException.class, read::run).code());
    }

    private static String withoutZeros(String text) {
        return new String(text.replace("\0", "").getBytes(UTF_8), UTF_8);
    }

    private static PayloadReader reader(Payload payload) {
        return new PayloadReader(payload.toByteArray());
    }
}
