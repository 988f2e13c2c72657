package dev.shardroute.sql.ast;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table.
 *
 * @param qualifier the keyspace, or null when the statement names none
 * @param name      the table
 */
public record TableName(@Nullable String qualifier, String name) {
    /** A name without qualifier. */
    public static TableName of(String name) {
        return new TableName(null, name);
    }
}
