package dev.shardroute.planner.change;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Tuple;

/** What can be said of a predicate by looking at it. */
final class Predicates {
    private Predicates() {}

    /** True for a comparison with NULL, which is never true: {@code a = null}, {@code a in (null)}, {@code a not in (1, null)}. */
    static boolean isNeverTrue(Expression predicate) {
        return switch (predicate) {
            case Comparison(var operator, var left, var right) ->
                    operator != ComparisonOperator.NULL_SAFE_EQUAL && (left instanceof Null || right instanceof Null);
            case In(var not, var left, Tuple(var members)) -> not
                    ? members.stream().anyMatch(Null.class::isInstance)
                    : members.stream().allMatch(Null.class::isInstance);
            default -> false;
        };
    }
}
