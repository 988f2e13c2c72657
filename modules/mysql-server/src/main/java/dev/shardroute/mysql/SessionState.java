package dev.shardroute.mysql;

import org.jspecify.annotations.Nullable;

/**
 * The state of a session as its client sees it.
 *
 * @param autocommit    true when each statement commits by itself
 * @param inTransaction true when a transaction is open
 * @param database      the default database, null for none
 */
public record SessionState(boolean autocommit, boolean inTransaction, @Nullable String database) {
    /** Autocommit on, no transaction open. */
    public static SessionState autocommit(@Nullable String database) {
        return new SessionState(true, false, database);
    }
}
