package dev.shardroute.planner.rule;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.type.Value;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts limits together. */
final class LimitArithmetic {
    private LimitArithmetic() {}

    /**
     * The limit that leaves the rows which {@code outer} leaves of those that {@code inner} leaves, or empty when that is not
     * known before the statement runs.
     */
    static Optional<Limit> merge(Limit outer, Limit inner) {
        OptionalLong outerCount = number(outer.rowCount());
        OptionalLong innerCount = number(inner.rowCount());
        OptionalLong outerOffset = offset(outer);
        OptionalLong innerOffset = offset(inner);
        if (outerCount.isEmpty() || innerCount.isEmpty() || outerOffset.isEmpty() || innerOffset.isEmpty()) {
            return Optional.empty();
        }
        long left = Math.max(0, innerCount.getAsLong() - outerOffset.getAsLong());
        long count = Math.min(outerCount.getAsLong(), left);
        long offset = innerOffset.getAsLong() + outerOffset.getAsLong();
        return offset < 0 ? Optional.empty() : Optional.of(new Limit(literal(offset), new Literal(Value.of(count))));
    }

    private static @Nullable Expression literal(long offset) {
        return offset == 0 ? null : new Literal(Value.of(offset));
    }

    private static OptionalLong offset(Limit limit) {
        return limit.offset() == null ? OptionalLong.of(0) : number(limit.offset());
    }

    private static OptionalLong number(Expression expression) {
        return expression instanceof Literal(var value) && value.type().isIntegral()
                ? value.asUnsignedLong()
                : OptionalLong.empty();
    }
}
