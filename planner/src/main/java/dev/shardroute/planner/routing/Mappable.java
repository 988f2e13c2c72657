package dev.shardroute.planner.routing;

import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Vindex;
import java.util.Set;

/**
 * Which values a vindex can be trusted with. MySQL compares after conversions, {@code 5} equals {@code 5.0} and may equal
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
        };
    }
}
