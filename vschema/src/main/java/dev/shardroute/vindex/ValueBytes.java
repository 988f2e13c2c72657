package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Value;

/** The bytes of values, for vindexes that hash bytes. */
final class ValueBytes {
    private ValueBytes() {}

    /** The bytes, see {@link #decoded}. */
    static byte[] of(Value value) {
        return decoded(value).bytes();
    }

    /**
     * The value whose text are the bytes: hexadecimal and bit literals are decoded, others as they are; {@code SR04002} for SQL
     * text that only a backend can evaluate.
     */
    static Value decoded(Value value) {
        return switch (value.type().kind()) {
            case LITERAL -> Value.of(value.rawBytes());
            case EXPRESSION -> throw ErrorCode.SR04002.error(value.text(), "binary string");
            default -> value;
        };
    }
}
