package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.Expression;

/** Tells what the gateway can compute by itself, above the shards. */
public final class Evaluation {
    private Evaluation() {}

    /** True when the gateway can evaluate the expression, given the values of its columns and bind variables. */
    public static boolean isEvaluable(Expression expression) {
        return expression instanceof Expression.Literal;
    }
}
