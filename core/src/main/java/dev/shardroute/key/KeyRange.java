package dev.shardroute.key;

import dev.shardroute.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The keyspace ids from {@code start} on up to, and without, {@code end}. An empty start is the beginning of the key space,
 * an empty end is its end. Bounds that differ only in zero bytes at the end are equal: {@code -80} is {@code -8000}.
 * Ranges are ordered by their starts, and those of one start by their ends.
 *
 * @param start the first id of the range
 * @param end   the first id after it; empty for no end
 */
public record KeyRange(KeyspaceId start, KeyspaceId end) implements Comparable<KeyRange> {
    /** The whole key space. */
    public static final KeyRange FULL = new KeyRange(KeyspaceId.EMPTY, KeyspaceId.EMPTY);

    /**
     * Checks the order of the bounds.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} when the range would be empty
     */
    public KeyRange {
        if (end.length() > 0 && start.compareTo(end) >= 0) {
            throw ErrorCode.SR03001.error(start + "-" + end, "key range", "its start is not before its end");
        }
    }

    /**
     * Reads {@code 40-80}, {@code -80}, {@code 80-} or {@code -}.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} for anything else
     */
    public static KeyRange parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0 || text.indexOf('-', dash + 1) >= 0) {
            throw ErrorCode.SR03001.error(text, "key range", "it must have exactly one '-'");
        }
        return new KeyRange(KeyspaceId.parse(text.substring(0, dash)), KeyspaceId.parse(text.substring(dash + 1)));
    }

    /**
     * Reads a list of bounds: {@code -40-80-} is the ranges {@code -40}, {@code 40-80} and {@code 80-}. {@code 0}, the usual
     * name of the only shard, is the whole key space.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} when it has no dash, a bound is not hexadecimal, or
     *         the bounds are not in order
     */
    public static List<KeyRange> parseBounds(String text) {
        if (text.equals("0")) {
            return List.of(FULL);
        }
        String[] bounds = text.split("-", -1);
        if (bounds.length < 2) {
            throw ErrorCode.SR03001.error(text, "list of bounds", "a '-' must stand between two of them");
        }
        List<KeyRange> ranges = new ArrayList<>(bounds.length - 1);
        for (int i = 1; i < bounds.length; i++) {
            if (bounds[i].isEmpty() && i < bounds.length - 1) {
                throw ErrorCode.SR03001.error(text, "list of bounds", "only its first and last may be empty");
            }
            ranges.add(new KeyRange(KeyspaceId.parse(bounds[i - 1]), KeyspaceId.parse(bounds[i])));
        }
        return ranges;
    }

    /** The part number {@code index} of the key space cut into {@code count} equal parts, as short as can be. */
    public static KeyRange even(int index, int count) {
        if (count <= 0 || count > 65536 || index < 0 || index >= count) {
            throw ErrorCode.SR03001.error(index + " of " + count, "even key range", "0 <= part < count <= 65536");
        }
        return new KeyRange(evenBound(index, count), evenBound(index + 1, count));
    }

    /** The bound before part {@code index}; both ends of the key space are written without bytes. */
    private static KeyspaceId evenBound(int index, int count) {
        if (index == 0 || index == count) {
            return KeyspaceId.EMPTY;
        }
        int digits = count <= 256 ? 1 : 2;
        long space = 1L << (8 * digits);
        long bound = index * space / count;
        return KeyspaceId.of(digits == 1 ? new byte[]{(byte) bound} : new byte[]{(byte) (bound >> 8), (byte) bound});
    }

    /**
     * The names of the parts of the key space cut into {@code count} equal parts, each bound of so many hexadecimal digits.
     * With an odd number of digits they are names only, and no key ranges.
     *
     * @param count  from 1 to 65,536
     * @param digits from 1 to 8, and enough to tell the parts apart
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} for other numbers
     */
    public static List<String> evenNames(int count, int digits) {
        if (count <= 0 || count > 65536 || digits < 1 || digits > 8 || count > 1L << (4 * digits)) {
            throw ErrorCode.SR03001.error(count + " parts of " + digits + " digits", "even division",
                    "1 <= parts <= 65536 and 1 <= digits <= 8 are needed, and digits for all parts");
        }
        long space = 1L << (4 * digits);
        List<String> bounds = IntStream.rangeClosed(0, count)
                .mapToObj(i -> i == 0 || i == count ? "" : ("%0" + digits + "x").formatted(i * space / count))
                .toList();
        return IntStream.range(0, count).mapToObj(i -> bounds.get(i) + "-" + bounds.get(i + 1)).toList();
    }

    /** True when {@code id} is in this range. */
    public boolean contains(KeyspaceId id) {
        return start.compareTo(id) <= 0 && (isEndOpen() || id.compareTo(end) < 0);
    }

    /** True when this range and {@code other} have an id in common. */
    public boolean intersects(KeyRange other) {
        return (isEndOpen() || other.start.compareTo(end) < 0) && (other.isEndOpen() || start.compareTo(other.end) < 0);
    }

    /** True when every id of {@code other} is in this range. */
    public boolean contains(KeyRange other) {
        boolean endInside = isEndOpen() || (!other.isEndOpen() && other.end.compareTo(end) <= 0);
        return start.compareTo(other.start) <= 0 && endInside;
    }

    /** True when this range ends where {@code next} starts. */
    public boolean isFollowedBy(KeyRange next) {
        return !isEndOpen() && end.equals(next.start);
    }

    /** The range of both, when one follows the other; or empty. */
    public Optional<KeyRange> join(KeyRange other) {
        if (isFollowedBy(other)) {
            return Optional.of(new KeyRange(start, other.end));
        }
        return other.isFollowedBy(this) ? Optional.of(new KeyRange(other.start, end)) : Optional.empty();
    }

    /** Compares the ends, an open end being the last of all. */
    public int compareEnd(KeyRange other) {
        if (isEndOpen() || other.isEndOpen()) {
            return Boolean.compare(isEndOpen(), other.isEndOpen());
        }
        return end.compareTo(other.end);
    }

    @Override
    public int compareTo(KeyRange other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : compareEnd(other);
    }

    /** True when this is the whole key space. */
    public boolean isFull() {
        return equals(FULL);
    }

    /** True when the range goes on to the end of the key space. */
    public boolean isEndOpen() {
        return end.length() == 0;
    }

    /** {@code 40-80}, {@code -80}, {@code 80-} or {@code -}. */
    @Override
    public String toString() {
        return start + "-" + end;
    }
}
