package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;

/** The keyspace ids that begin alike. */
final class PrefixRange {
    private PrefixRange() {}

    /** Where the ids live that begin with {@code prefix}: everywhere when it is empty. */
    static Destination of(byte[] prefix) {
        return prefix.length == 0
                ? new Destination.AllShards()
                : new Destination.Range(new KeyRange(KeyspaceId.of(prefix), next(prefix)));
    }

    /** The first id behind those that begin with {@code prefix}, of the same length; empty when there is none. */
    static KeyspaceId next(byte[] prefix) {
        byte[] next = prefix.clone();
        for (int at = next.length - 1; at >= 0; at--) {
            next[at]++;
            if (next[at] != 0) {
                return KeyspaceId.of(next);
            }
        }
        return KeyspaceId.EMPTY;
    }
}
