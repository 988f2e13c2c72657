package dev.shardroute.planner.plan;

import dev.shardroute.sql.normalize.SessionNeeds;
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
 * @param needs        what the session must add to the bind variables, because shards do not know it
 */
public record Plan(PlanType type, QueryType queryType, String original, Primitive instructions,
        List<String> tablesUsed, SessionNeeds needs) {
    /** Copies the list. */
    public Plan {
        tablesUsed = List.copyOf(tablesUsed);
    }

    /** The same that needs this of the session. */
    public Plan with(SessionNeeds other) {
        return new Plan(type, queryType, original, instructions, tablesUsed, other);
    }

    /** A plan that needs nothing of the session. */
    public Plan(PlanType type, QueryType queryType, String original, Primitive instructions,
            List<String> tablesUsed) {
        this(type, queryType, original, instructions, tablesUsed, SessionNeeds.NONE);
    }
}
