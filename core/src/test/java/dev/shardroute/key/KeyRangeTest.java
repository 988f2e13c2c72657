package dev.shardroute.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyRangeTest {
    // text

    @ParameterizedTest
    @ValueSource(strings = {"-", "-80", "80-", "40-80", "00-01", "4000-8000"})
    void parse_isTheInverseOfToString(String text) {
        assertEquals(text, KeyRange.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "80-40", "80-80", "80-8000", "8-c0", "--", "-40-", "4x-80"})
    void parse_ofAnythingElse_isRefused(String text) {
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> KeyRange.parse(text));
        assertEquals(ErrorCode.SR03001, error.code());
    }

    @ParameterizedTest
    @CsvSource({"00-, -", "-8000, -80", "4000-80, 40-8000"})
    void ranges_thatDifferInZerosAtTheEnd_areEqual(String left, String right) {
        assertEquals(KeyRange.parse(left), KeyRange.parse(right));
        assertEquals(KeyRange.parse(left).hashCode(), KeyRange.parse(right).hashCode());
    }

    @Test
    void end_ofZeroBytesOnly_isRefused() {
        assertThrows(ShardrouteException.class, () -> KeyRange.parse("-00"));
    }

    // even parts

    @ParameterizedTest
    @CsvSource({"0, 1, -", "0, 3, -55", "1, 3, 55-aa", "2, 3, aa-", "255, 256, ff-", "1, 65536, 0001-0002"})
    void even_isAsShortAsCanBe(int index, int count, String range) {
        assertEquals(range, KeyRange.even(index, count).toString());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 2", "2, 2", "0, -1", "0, 65537"})
    void even_outOfBounds_isRefused(int index, int count) {
        assertThrows(ShardrouteException.class, () -> KeyRange.even(index, count));
    }

    @Property
    void even_partsFollowEachOther(@ForAll @IntRange(min = 1, max = 3000) int count) {
        KeyspaceId next = KeyspaceId.EMPTY;
        for (int index = 0; index < count; index++) {
            KeyRange part = KeyRange.even(index, count);
            assertEquals(next, part.start());
            next = part.end();
        }
        assertEquals(0, next.length());
    }

    @Property
    void evenNames_areTheEvenParts(@ForAll @IntRange(min = 1, max = 1024) int count) {
        List<String> parts =
                IntStream.range(0, count).mapToObj(index -> KeyRange.even(index, count).toString()).toList();
        assertEquals(parts, KeyRange.evenNames(count, count <= 256 ? 2 : 4));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "65537, 8", "17, 1", "2, 0", "2, 9"})
    void evenNames_outOfBounds_areRefused(int count, int digits) {
        assertThrows(ShardrouteException.class, () -> KeyRange.evenNames(count, digits));
    }

    // several ranges

    @Test
    void bounds_areReadAsTheRangesBetween() {
        assertEquals(List.of(KeyRange.parse("-40"), KeyRange.parse("40-80"), KeyRange.parse("80-")),
                KeyRange.parseBounds("-40-80-"));
        assertEquals(List.of(KeyRange.FULL), KeyRange.parseBounds("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "--", "-40--", "40-30-", "4-8", "x-"})
    void bounds_ofAnythingElse_areRefused(String text) {
        assertThrows(ShardrouteException.class, () -> KeyRange.parseBounds(text));
    }

    @Property
    void join_containsBoth_andNothingElse(
            @ForAll("ranges") KeyRange left, @ForAll("ranges") KeyRange right, @ForAll("ids") KeyspaceId id) {
        assertEquals(left.join(right), right.join(left));
        left.join(right).ifPresent(both -> {
            assertEquals(both.contains(id), left.contains(id) || right.contains(id));
            assertFalse(left.intersects(right));
        });
    }

    @Property
    void order_isTotal(
            @ForAll("ranges") KeyRange a, @ForAll("ranges") KeyRange b, @ForAll("ranges") KeyRange c) {
        assertEquals(a.equals(b), a.compareTo(b) == 0);
        assertEquals(Integer.signum(a.compareTo(b)), -Integer.signum(b.compareTo(a)));
        assertTrue(a.compareTo(b) > 0 || b.compareTo(c) > 0 || a.compareTo(c) <= 0);
    }

    // sets of ids

    @Property
    void range_containsItsStart_andNotItsEnd(@ForAll("ranges") KeyRange range) {
        assertTrue(range.contains(range.start()));
        assertFalse(!range.isEndOpen() && range.contains(range.end()));
    }

    @Property
    void contains_ofARange_meansOfItsIds(
            @ForAll("ranges") KeyRange outer, @ForAll("ranges") KeyRange inner, @ForAll("ids") KeyspaceId id) {
        if (outer.contains(inner)) {
            assertTrue(!inner.contains(id) || outer.contains(id));
            assertTrue(outer.intersects(inner));
        }
    }

    @Property
    void intersects_meansACommonId(
            @ForAll("ranges") KeyRange left, @ForAll("ranges") KeyRange right, @ForAll("ids") KeyspaceId id) {
        boolean common = left.contains(right.start()) || right.contains(left.start());
        assertEquals(common, left.intersects(right));
        assertEquals(left.intersects(right), right.intersects(left));
        assertTrue(left.intersects(right) || !(left.contains(id) && right.contains(id)));
    }

    @Property
    void full_containsEverything(@ForAll("ranges") KeyRange range, @ForAll("ids") KeyspaceId id) {
        assertTrue(KeyRange.FULL.contains(id));
        assertTrue(KeyRange.FULL.contains(range));
        assertTrue(KeyRange.FULL.intersects(range));
    }

    /** Few bytes and few of their values, so that bounds meet often. */
    @Provide
    Arbitrary<KeyspaceId> ids() {
        return Arbitraries.of((byte) 0, (byte) 1, (byte) 0x7f, (byte) 0x80, (byte) 0xff)
                .array(byte[].class)
                .ofMaxSize(2)
                .map(KeyspaceId::of);
    }

    @Provide
    Arbitrary<KeyRange> ranges() {
        return Combinators.combine(ids(), ids())
                .filter((start, end) -> end.length() == 0 || start.compareTo(end) < 0)
                .as(KeyRange::new);
    }
}
