package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Value;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How {@code cfc} makes the keyspace id of a key, see {@link CfcVindex}.
 *
 * @param hash    of a component
 * @param offsets where the components but the last end, rising; empty when a key is its own id
 */
record Cfc(UnaryOperator<byte[]> hash, List<Integer> offsets) {
    /** Copies the list. */
    Cfc {
        offsets = List.copyOf(offsets);
    }

    /** The id of a whole key; {@code SR04002} when components are missing. */
    byte[] id(byte[] key) {
        int least = offsets.isEmpty() ? 0 : offsets.getLast();
        if (key.length < least) {
            throw ErrorCode.SR04002.error(Value.of(key).text(), "cfc key, which has " + least + " bytes at least");
        }
        return prefix(key, true);
    }

    /**
     * What the ids of keys that begin with {@code key} begin with: the hashes of its components.
     *
     * @param isWhole true when nothing follows, so that what is behind the last offset is a component too; the hash of a part of
     *        it says nothing of the whole
     */
    byte[] prefix(byte[] key, boolean isWhole) {
        if (offsets.isEmpty()) {
            return key;
        }
        ByteArrayOutputStream id = new ByteArrayOutputStream(key.length);
        int start = 0;
        for (int end : offsets) {
            if (key.length < end) {
                return id.toByteArray();
            }
            id.writeBytes(component(key, start, end));
            start = end;
        }
        if (isWhole && start < key.length) {
            id.writeBytes(component(key, start, key.length));
        }
        return id.toByteArray();
    }

    /** The hash, cut to the length of the component. */
    private byte[] component(byte[] key, int start, int end) {
        byte[] hashed = hash.apply(Arrays.copyOfRange(key, start, end));
        return hashed.length <= end - start ? hashed : Arrays.copyOf(hashed, end - start);
    }
}
