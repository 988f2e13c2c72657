package dev.shardroute.planner.plan;

import java.util.List;

/**
 * What is to be done for one statement: immutable data, good for any number of executions with any bind values, until the
 * VSchema changes.
 *
 * @param type         how much of the cluster it touches
 * @param queryType    the kind of statement
 * @param original     the statement as it was given
 * @param instructions the root of the steps
 * @param tablesUsed   the tables, as {@code keyspace.table}, sorted
 */
public record Plan(PlanType type, QueryType queryType, String original, Primitive instructions,
        List<String> tablesUsed) {
    /** Copies the list. */
    public Plan {
        tablesUsed = List.copyOf(tablesUsed);
    }
}
