package dev.shardroute.topo;

import dev.shardroute.key.KeyspaceId;
import java.util.List;

/**
 * Finds where among sorted starts a keyspace id belongs, without allocating.
 *
 * <p>The first eight bytes of a start, as a number, nearly always decide. The key space is cut into as many buckets as there
 * are starts or more, a power of two, and for each bucket it is known which starts can matter there: one or two when the
 * shards are about even. Among those a binary search decides, so that O(log n) holds however uneven they are.
 */
final class ShardIndex {
    private final KeyspaceId[] starts;
    /** The first eight bytes of each start, the sign turned over so that signed order is the order of the bytes. */
    private final long[] prefixes;
    /** True when those eight bytes always decide. */
    private final boolean decides;
    private final int shift;
    /** The last start before each bucket, and at the end the last of all. */
    private final int[] lastBefore;

    ShardIndex(List<KeyspaceId> sorted) {
        starts = sorted.toArray(KeyspaceId[]::new);
        prefixes = sorted.stream().mapToLong(start -> start.prefix() ^ Long.MIN_VALUE).toArray();
        decides = sorted.stream().allMatch(KeyspaceId::isPrefix);
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, starts.length - 1)));
        shift = Long.SIZE - bits;
        lastBefore = new int[(1 << bits) + 1];
        fill();
    }

    private void fill() {
        int last = 0;
        for (int bucket = 0; bucket < lastBefore.length; bucket++) {
            while (last + 1 < starts.length && bucket(prefixes[last + 1] ^ Long.MIN_VALUE) < bucket) {
                last++;
            }
            lastBefore[bucket] = last;
        }
    }

    private int bucket(long prefix) {
        return (int) (prefix >>> shift);
    }

    /** The place of the last start that is not after {@code id}; 0 when all are. There must be a start. */
    int of(KeyspaceId id) {
        long prefix = id.prefix();
        int bucket = bucket(prefix);
        int low = lastBefore[bucket];
        int high = lastBefore[bucket + 1];
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (isAfter(middle, id, prefix ^ Long.MIN_VALUE)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private boolean isAfter(int place, KeyspaceId id, long prefix) {
        long start = prefixes[place];
        return start > prefix || (start == prefix && !decides && starts[place].compareTo(id) > 0);
    }
}
