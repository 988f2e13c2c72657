package dev.shardroute.vindex;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.shardroute.type.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class XxHash64Test {
    /** Published values of XXH64 with seed 0. */
    @ParameterizedTest
    @CsvSource({
        "'', ef46db3751d8e999",
        "a, d24ec4f1a98c6e5b",
        "abc, 44bc2cf5ad770999",
        "Nobody inspects the spammish repetition, fbcea83c8a378bf1",
    })
    void hash_ofKnownTexts_isThePublishedOne(String text, String hex) {
        assertEquals(hex, Long.toHexString(hash(text.getBytes(US_ASCII))));
    }

    /** The specification step by step, one byte at a time and without a view of longs. */
    @Property(tries = 3000)
    void hash_agreesWithTheSpecification(@ForAll @Size(max = 150) byte[] input) {
        assertEquals(Specification.hash(input), hash(input));
        assertEquals(hash(input), XxHash64.hash(new HashedValue(Value.of(input))));
    }

    @Property
    void hash_changesWithEveryBit(@ForAll @Size(min = 1, max = 70) byte[] input, @ForAll @IntRange(max = 559) int bit) {
        byte[] changed = input.clone();
        changed[bit / 8 % input.length] ^= (byte) (1 << (bit % 8));
        assertNotEquals(hash(input), hash(changed));
    }

    private static long hash(byte[] input) {
        byte[] longer = Arrays.copyOf(input, input.length + 3);
        return XxHash64.hash(new HashedBytes(longer, input.length));
    }

    private static final class Specification {
        private static final long P1 = Long.parseUnsignedLong("11400714785074694791");
        private static final long P2 = Long.parseUnsignedLong("14029467366897019727");
        private static final long P3 = Long.parseUnsignedLong("1609587929392839161");
        private static final long P4 = Long.parseUnsignedLong("9650029242287828579");
        private static final long P5 = Long.parseUnsignedLong("2870177450012600261");

        static long hash(byte[] input) {
            ByteBuffer rest = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
            long acc = input.length < 32 ? P5 : consumeStripes(rest);
            acc = consumeRest(rest, acc + input.length);
            acc = (acc ^ (acc >>> 33)) * P2;
            acc = (acc ^ (acc >>> 29)) * P3;
            return acc ^ (acc >>> 32);
        }

        private static long consumeStripes(ByteBuffer rest) {
            long[] lanes = {P1 + P2, P2, 0, -P1};
            while (rest.remaining() >= 32) {
                for (int lane = 0; lane < 4; lane++) {
                    lanes[lane] = round(lanes[lane], rest.getLong());
                }
            }
            int[] turns = {1, 7, 12, 18};
            long acc = 0;
            for (int lane = 0; lane < 4; lane++) {
                acc += Long.rotateLeft(lanes[lane], turns[lane]);
            }
            for (long lane : lanes) {
                acc = (acc ^ round(0, lane)) * P1 + P4;
            }
            return acc;
        }

        private static long consumeRest(ByteBuffer rest, long start) {
            long acc = start;
            while (rest.remaining() >= 8) {
                acc = Long.rotateLeft(acc ^ round(0, rest.getLong()), 27) * P1 + P4;
            }
            if (rest.remaining() >= 4) {
                acc = Long.rotateLeft(acc ^ (Integer.toUnsignedLong(rest.getInt()) * P1), 23) * P2 + P3;
            }
            while (rest.hasRemaining()) {
                acc = Long.rotateLeft(acc ^ (Byte.toUnsignedLong(rest.get()) * P5), 11) * P1;
            }
            return acc;
        }

        private static long round(long acc, long lane) {
            return Long.rotateLeft(acc + lane * P2, 31) * P1;
        }
    }
}
