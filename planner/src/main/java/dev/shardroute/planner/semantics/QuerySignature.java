package dev.shardroute.planner.semantics;

/**
 * What a statement has, so that phases for what it has not are left out.
 *
 * @param aggregation  aggregate functions or GROUP BY
 * @param distinct     DISTINCT, or UNION without ALL
 * @param subqueries   subqueries in expressions
 * @param union        UNION
 * @param recursiveCte a common table expression that reads itself
 * @param windows      window functions
 * @param changes      true for INSERT, UPDATE and DELETE
 */
public record QuerySignature(boolean aggregation, boolean distinct, boolean subqueries, boolean union,
        boolean recursiveCte, boolean windows, boolean changes) {
    /** Nothing. */
    public static final QuerySignature NONE =
            new QuerySignature(false, false, false, false, false, false, false);
}
