package dev.shardroute.planner.routing;

import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Vindex;
import java.util.Optional;
import java.util.Set;

/**
 * Which values a vindex can be trusted with as they are; {@link SearchKey} tells what to map instead. MySQL compares after conversions, {@code 5} equals {@code 5.0} and may equal
 * {@code '5.0'}, while a vindex maps the value as it is written.
 */
public final class Mappable {
    /** Types of vindex that read their value as an integer, so that however it is written it has one keyspace id. */
    private static final Set<String> INTEGER_TYPES = Set.of("hash", "numeric", "numeric_static_map", "reverse_bits");

    private Mappable() {}

    /** True when the type of vindex reads its value as an integer. */
    public static boolean readsIntegers(Vindex vindex) {
        return INTEGER_TYPES.contains(vindex.type());
    }

    /** True when the rows that equal {@code value} are surely where the vindex maps it; NULL equals none. */
    public static boolean isMappable(Vindex vindex, Value value) {
        if (value.isNull()) {
            return true;
        }
        Type.Kind kind = value.type().kind();
        boolean isFraction = kind == Type.Kind.DECIMAL || kind == Type.Kind.FLOAT;
        return !isFraction && (!readsIntegers(vindex) || value.asUnsignedLong().isPresent());
    }

    /** {@link #isMappable(Vindex, Value)} as far as it is known before the bind variables are. */
    public static boolean mayBeMappable(Vindex vindex, ValueExpr value) {
        return switch (value) {
            case ValueExpr.Constant(var constant, var sql) -> isMappable(vindex, constant);
            case ValueExpr.Tuple(var members) -> members.stream().allMatch(member -> mayBeMappable(vindex, member));
            case ValueExpr.Variable variable -> true;
            case ValueExpr.ListVariable variable -> true;
            case ValueExpr.RowsColumn column -> true;
            case ValueExpr.Computed computed -> true;
        };
    }

    /**
     * True when the values from {@code low} to {@code high} are in the same order to MySQL and byte by byte, as a vindex that
     * keeps order needs it: integers with the same number of digits, and binary strings.
     *
     * @param column the type of the column, or empty when it is not known
     */
    public static boolean isByteOrdered(Value low, Value high, Optional<Type> column) {
        boolean isBinary = column.isPresent() && column.get().kind() == Type.Kind.BINARY;
        if (isNumber(low) && isNumber(high)) {
            return low.length() == high.length() && (column.isEmpty() || column.get().isIntegral());
        }
        return low.isNull() || high.isNull() || (isString(low, isBinary) && isString(high, isBinary));
    }

    private static boolean isNumber(Value value) {
        return value.type().isIntegral() && !value.isNegative();
    }

    private static boolean isString(Value value, boolean isBinaryColumn) {
        Type.Kind kind = value.type().kind();
        return kind == Type.Kind.BINARY || (isBinaryColumn && kind == Type.Kind.TEXT);
    }

    /** {@link #isByteOrdered} as far as it is known before the bind variables are. */
    static boolean mayBeByteOrdered(ValueExpr bounds, Optional<Type> column) {
        return !(bounds instanceof ValueExpr.Tuple(var members)
                && members.getFirst() instanceof ValueExpr.Constant low
                && members.getLast() instanceof ValueExpr.Constant high)
                || isByteOrdered(low.value(), high.value(), column);
    }
}
