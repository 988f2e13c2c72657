package dev.shardroute.vindex;

import dev.shardroute.key.KeyspaceId;
import java.nio.ByteBuffer;

/** Keyspace ids that begin with a region. */
final class RegionId {
    private RegionId() {}

    /** The last one or two bytes of the region's number. */
    static byte[] prefix(long region, int regionBytes) {
        return regionBytes == 1 ? new byte[]{(byte) region} : new byte[]{(byte) (region >> 8), (byte) region};
    }

    /** The region, and behind it the keyspace id of {@code hash} for the number. */
    static KeyspaceId of(long region, int regionBytes, long number) {
        return KeyspaceId.of(ByteBuffer.allocate(regionBytes + Long.BYTES)
                .put(prefix(region, regionBytes))
                .putLong(ZeroKeyDes.encipher(number))
                .array());
    }
}
