package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.Arrays;

/** Reads the content of one packet from its beginning; what does not fit is {@code SR06006}. The opposite of {@link Payload}. */
final class PayloadReader {
    private final byte[] bytes;
    private int at;

    PayloadReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int remaining() {
        return bytes.length - at;
    }

    /** The next {@code count} bytes as a number, the lowest first. */
    long integer(int count) {
        int start = skip(count);
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (bytes[start + i] & 0xFFL) << (8 * i);
        }
        return value;
    }

    /** A length-encoded integer, unsigned. */
    long lengthEncoded() {
        int first = (int) integer(1);
        return switch (first) {
            case 0xFC -> integer(2);
            case 0xFD -> integer(3);
            case 0xFE -> integer(8);
            case 0xFB, 0xFF -> throw malformed("byte " + first + " begins no length");
            default -> first;
        };
    }

    byte[] raw(long count) {
        int start = skip(count);
        return Arrays.copyOfRange(bytes, start, at);
    }

    byte[] rest() {
        return raw(remaining());
    }

    /** A length-encoded string. */
    byte[] string() {
        return raw(lengthEncoded());
    }

    /** A string up to a zero byte. */
    byte[] terminated() {
        int end = indexOfZero();
        if (end == bytes.length) {
            throw malformed("a string has no end");
        }
        return upTo(end);
    }

    /** A string up to a zero byte or, as some clients leave that byte out, the end. */
    String terminatedOrRest() {
        return new String(upTo(indexOfZero()), UTF_8);
    }

    private byte[] upTo(int end) {
        byte[] result = raw(end - at);
        at = Math.min(at + 1, bytes.length);
        return result;
    }

    private int indexOfZero() {
        int end = at;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return end;
    }

    /** Goes on by {@code count}, an unsigned number, and returns the place before it. */
    int skip(long count) {
        if (count < 0 || count > remaining()) {
            throw malformed(remaining() + " bytes are left of " + Long.toUnsignedString(count));
        }
        int start = at;
        at += (int) count;
        return start;
    }

    private static ShardrouteException malformed(String why) {
        return ErrorCode.SR06006.error(why);
    }
}
