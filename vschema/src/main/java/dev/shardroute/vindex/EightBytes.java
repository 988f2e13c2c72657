package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.KeyspaceId;

/** Keyspace ids that are a 64-bit number. */
final class EightBytes {
    private EightBytes() {}

    /** The number, or {@code SR03001} when the id has another length. */
    static long of(KeyspaceId id) {
        if (id.length() != Long.BYTES) {
            throw ErrorCode.SR03001.error(id, "keyspace id of this vindex", "8 bytes are needed");
        }
        return id.prefix();
    }
}
