package dev.shardroute.vindex;

import dev.shardroute.type.Value;
import java.util.Arrays;
import java.util.Comparator;

/** How values are compared where no backend is asked. */
final class LookupValues {
    /** By bytes, unsigned. */
    static final Comparator<Value> BY_BYTES =
            (left, right) -> Arrays.compareUnsigned(left.rawBytes(), right.rawBytes());

    private LookupValues() {}

    static boolean areEqual(Value left, Value right) {
        if (left.isNull() || right.isNull()) {
            return left.isNull() && right.isNull();
        }
        boolean areNumbers = left.type().isIntegral() && right.type().isIntegral();
        return areNumbers
                ? left.isNegative() == right.isNegative() && left.asUnsignedLong().equals(right.asUnsignedLong())
                : BY_BYTES.compare(left, right) == 0;
    }
}
