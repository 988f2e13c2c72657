package dev.shardroute.planner.operator;

import dev.shardroute.planner.plan.PulloutOpcode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Query;
import java.util.Optional;

/**
 * A subquery in an expression.
 *
 * @param opcode     what the expression asks of it
 * @param expression the part of the expression that it is: a subquery, EXISTS, IN or a comparison with ANY or ALL
 * @param query      the subquery
 * @param equal      what is equal to a value of the subquery wherever the whole expression holds; empty where it may hold
 *                   otherwise
 */
public record SubQueryUse(PulloutOpcode opcode, Expression expression, Query query, Optional<Expression> equal) {
    /** True for another use of the same subquery for the same. */
    public boolean isAlike(SubQueryUse other) {
        return opcode == other.opcode && query.equals(other.query) && quantified() == other.quantified();
    }

    private boolean quantified() {
        return expression instanceof QuantifiedComparison;
    }

    /** The same use of another query. */
    public SubQueryUse withQuery(Query other) {
        Expression changed = switch (expression) {
            case Exists exists -> new Exists(other);
            case In(var not, var left, var right) -> new In(not, left, new Subquery(other));
            case QuantifiedComparison(var operator, var left, var quantifier, var old) ->
                    new QuantifiedComparison(operator, left, quantifier, other);
            default -> new Subquery(other);
        };
        return new SubQueryUse(opcode, changed, other, equal);
    }
}
