package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Value;
import java.util.OptionalLong;

/** Values as unsigned 64-bit integers, for vindexes that take no negative ones. */
final class UnsignedInteger {
    private UnsignedInteger() {}

    /** The integer; {@code SR04002} when the value is none. */
    static long of(Value value) {
        if (value.isNegative()) {
            throw ErrorCode.SR04002.error(value.text(), "unsigned integer");
        }
        return value.toUnsignedLong();
    }

    /** The integer, or empty when the value is none. */
    static OptionalLong find(Value value) {
        return value.isNegative() ? OptionalLong.empty() : value.asUnsignedLong();
    }
}
