package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.Between;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.MemberOf;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.Xor;
import org.jspecify.annotations.Nullable;

/**
 * Turns a condition around instead of negating it.
 *
 * <pre>{@code
 * not a = b       ->  a != b
 * not a in (b)    ->  a not in (b)
 * not not a = b   ->  a = b
 * not true        ->  false
 * }</pre>
 *
 * It keeps the NOT before everything else: {@code <=>} has no contrary, and {@code not not a} is 1 where {@code a} is 2.
 */
final class PushNotDown {
    private PushNotDown() {}

    /** The condition that holds when the operand does not. */
    static Expression negate(Not not) {
        return switch (not.operand()) {
            case Comparison comparison -> contrary(comparison, not);
            case In in -> new In(!in.not(), in.left(), in.right());
            case Like like -> new Like(!like.not(), like.left(), like.pattern(), like.escape());
            case Regexp regexp -> new Regexp(!regexp.not(), regexp.left(), regexp.pattern());
            case Not(var operand) -> isTruthValue(operand) ? operand : not;
            case Bool(var value) -> new Bool(!value);
            default -> not;
        };
    }

    private static Expression contrary(Comparison comparison, Not not) {
        ComparisonOperator contrary = contrary(comparison.operator());
        return contrary == null ? not : new Comparison(contrary, comparison.left(), comparison.right());
    }

    private static @Nullable ComparisonOperator contrary(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> ComparisonOperator.NOT_EQUAL;
            case NOT_EQUAL -> ComparisonOperator.EQUAL;
            case LESS -> ComparisonOperator.GREATER_EQUAL;
            case LESS_EQUAL -> ComparisonOperator.GREATER;
            case GREATER -> ComparisonOperator.LESS_EQUAL;
            case GREATER_EQUAL -> ComparisonOperator.LESS;
            case NULL_SAFE_EQUAL -> null;
        };
    }

    /** True for what is 0, 1 or NULL. */
    private static boolean isTruthValue(Expression expression) {
        return switch (expression) {
            case Comparison yes -> true;
            case QuantifiedComparison yes -> true;
            case In yes -> true;
            case Like yes -> true;
            case Regexp yes -> true;
            case Between yes -> true;
            case Is yes -> true;
            case MemberOf yes -> true;
            case Exists yes -> true;
            case And yes -> true;
            case Or yes -> true;
            case Xor yes -> true;
            case Not yes -> true;
            case Bool yes -> true;
            default -> false;
        };
    }
}
