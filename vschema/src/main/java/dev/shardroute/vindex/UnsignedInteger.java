package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Value;
import java.util.OptionalLong;

/** Values as unsigned 64-bit integers, for vindexes that take no negative ones. */
final class UnsignedInteger {
    private UnsignedInteger() {}

    /** The integer; {@code SR04002} when the value is none. */
    static long of(Value value) {
        OptionalLong number = find(value);
        if (number.isEmpty()) {
            throw ErrorCode.SR04002.error(value.isNull() ? "NULL" : value.text(), "unsigned integer");
        }
        return number.getAsLong();
    }

    /** The integer, or empty when the value is none. */
    static OptionalLong find(Value value) {
        OptionalLong number = value.asUnsignedLong();
        return number.isPresent() && isBelowZero(value, number.getAsLong()) ? OptionalLong.empty() : number;
    }

    /** The integer, or 0 in the place of a negative one; {@code SR04002} when the value is no integer. */
    static long atLeastZero(Value value) {
        long number = value.toUnsignedLong();
        return isBelowZero(value, number) ? 0 : number;
    }

    private static boolean isBelowZero(Value value, long number) {
        return number != 0 && value.isNegative();
    }
}
