package dev.shardroute.sql.ast;

import dev.shardroute.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queries put together by UNION, EXCEPT and INTERSECT, from left to right: a chain of any length is one node. INTERSECT
 * binds more tightly, so a chain that it is mixed into has it as an operand.
 *
 * @param with    the common table expressions, or null
 * @param first   the first query
 * @param arms    the other queries, one at least
 * @param orderBy the order of the result
 * @param limit   how many rows of the result, or null
 * @param locks   the locking clauses
 * @param into    where the rows go instead of to the client, or null
 */
public record SetOperation(@Nullable With with, Query first, List<Arm> arms, List<OrderItem> orderBy,
        @Nullable Limit limit, List<Locking> locks, @Nullable Into into) implements Query {
    /** Copies the lists. */
    public SetOperation {
        arms = List.copyOf(arms);
        orderBy = List.copyOf(orderBy);
        locks = List.copyOf(locks);
        if (arms.isEmpty()) {
            throw ErrorCode.VT13001.error("a set operation of one query");
        }
    }

    /**
     * An operator and the query on its right.
     *
     * @param operator the operator
     * @param all      true where equal rows stay
     * @param query    the query
     */
    public record Arm(Operator operator, boolean all, Query query) {}

    /** How two queries are put together. */
    public enum Operator {
        UNION, EXCEPT, INTERSECT
    }
}
