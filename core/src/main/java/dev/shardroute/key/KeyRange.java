package dev.shardroute.key;

import dev.shardroute.error.ErrorCode;

/**
 * The keyspace ids from {@code start} on up to, and without, {@code end}. An empty start is the beginning of the key space,
 * an empty end is its end. Bounds that differ only in zero bytes at the end are equal: {@code -80} is {@code -8000}.
 *
 * @param start the first id of the range
 * @param end   the first id after it; empty for no end
 */
public record KeyRange(KeyspaceId start, KeyspaceId end) {
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
