package dev.shardroute.planner.rule;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.type.Value;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Puts limits together: {@code LIMIT 2, 10} of the rows of {@code LIMIT 5, 8} is {@code LIMIT 7, 6}. Only of numbers, since the
 * values of variables are not known when a plan is made.
 */
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
        return merge(outerOffset.getAsLong(), outerCount.getAsLong(), innerOffset.getAsLong(), innerCount.getAsLong());
    }

    /** Numbers of rows are unsigned: a limit without end is written as the greatest of them. */
    private static Optional<Limit> merge(long outerOffset, long outerCount, long innerOffset, long innerCount) {
        long offset = innerOffset + outerOffset;
        if (Long.compareUnsigned(offset, innerOffset) < 0) {
            return Optional.empty();
        }
        long left = Long.compareUnsigned(innerCount, outerOffset) > 0 ? innerCount - outerOffset : 0;
        long count = Long.compareUnsigned(outerCount, left) < 0 ? outerCount : left;
        return Optional.of(new Limit(offset == 0 ? null : literal(offset), literal(count)));
    }

    private static Expression literal(long number) {
        return new Literal(number < 0 ? Value.ofUnsigned(number) : Value.of(number));
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
