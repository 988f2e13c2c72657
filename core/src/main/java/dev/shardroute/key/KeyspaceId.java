package dev.shardroute.key;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Value;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The place of a row in the key space: a byte string of any length, ordered byte by byte, each byte unsigned. Ids that
 * differ only in zero bytes at the end are the same place, and so are equal; {@link #bytes} still tells them apart.
 * Immutable.
 */
public final class KeyspaceId implements Comparable<KeyspaceId> {
    /** The id of no bytes, the smallest. */
    public static final KeyspaceId EMPTY = new KeyspaceId(new byte[0]);

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;

    private KeyspaceId(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The id of these bytes, which are copied. */
    public static KeyspaceId of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new KeyspaceId(bytes.clone());
    }

    /** The eight bytes of {@code bits}, the most significant first. */
    public static KeyspaceId ofBigEndian(long bits) {
        byte[] bytes = new byte[Long.BYTES];
        BIG_ENDIAN.set(bytes, 0, bits);
        return new KeyspaceId(bytes);
    }

    /** The eight bytes of {@code bits}, the least significant first. */
    public static KeyspaceId ofLittleEndian(long bits) {
        return ofBigEndian(Long.reverseBytes(bits));
    }

    /**
     * The id of the bytes that a value denotes, see {@link Value#rawBytes}.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR04002} when it has none
     */
    public static KeyspaceId of(Value value) {
        byte[] bytes = value.rawBytes();
        return bytes.length == 0 ? EMPTY : new KeyspaceId(bytes);
    }

    /**
     * The id that {@code hex} writes in hexadecimal digits of either case.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} when it is not an even number of such digits
     */
    public static KeyspaceId parse(String hex) {
        try {
            return of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw ErrorCode.SR03001.error(hex, "keyspace id", "an even number of hexadecimal digits is needed");
        }
    }

    /** A fresh copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** The first eight bytes as a big-endian number, missing bytes being zero. */
    public long prefix() {
        return bytes.length < Long.BYTES ? paddedPrefix() : (long) BIG_ENDIAN.get(bytes, 0);
    }

    private long paddedPrefix() {
        long prefix = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            prefix = prefix << 8 | (i < bytes.length ? bytes[i] & 0xff : 0);
        }
        return prefix;
    }

    @Override
    public int compareTo(KeyspaceId other) {
        return Arrays.compareUnsigned(bytes, 0, significant(), other.bytes, 0, other.significant());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyspaceId that && compareTo(that) == 0;
    }

    /** True when {@code other} has these bytes exactly, zeros at the end included. */
    public boolean sameBytes(KeyspaceId other) {
        return Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0, n = significant(); i < n; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** True when the first eight bytes say it all: what comes after them is zeros at most. */
    public boolean isPrefix() {
        return significant() <= Long.BYTES;
    }

    /** The number of bytes without the zeros at the end. */
    private int significant() {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return length;
    }

    /** The bytes in lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
