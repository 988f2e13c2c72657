package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;

/** The bytes of values, for vindexes that hash bytes. */
final class ValueBytes {
    private ValueBytes() {}

    /** The bytes, hexadecimal and bit literals decoded; {@code SR04002} for SQL text that only a backend can evaluate. */
    static byte[] of(Value value) {
        if (value.type() == Type.EXPRESSION) {
            throw ErrorCode.SR04002.error(value.text(), "binary string");
        }
        return value.rawBytes();
    }
}
