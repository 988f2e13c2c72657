package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import java.util.List;

/**
 * An expression of the recursive part of a common table expression, with variables for the row of the step before.
 *
 * @param original the expression
 * @param left     the columns of that row, and the variables
 * @param right    the expression with the variables
 * @param join     of a predicate, its number ({@link Predicate#join}); otherwise 0
 */
public record RecursiveColumn(Expression original, List<BindVariable> left, Expression right, int join) {
    /** Copies the list. */
    public RecursiveColumn {
        left = List.copyOf(left);
    }
}
