package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Row;
import dev.shardroute.type.Value;
import java.util.List;

/**
 * The SPI through which a lookup vindex runs its queries, on behalf of the statement that needs them: whoever calls a {@link
 * Lookup} implements it. A vindex keeps no session. Need not be safe for use by many threads.
 */
public interface LookupSession {
    /**
     * Runs a query as if the client had sent it, and gives its rows. The table may be of any keyspace.
     *
     * @throws dev.shardroute.error.ShardrouteException when it fails; a key that is there already must be told by the error
     *         number 1062, on which consistent lookups rely
     */
    List<Row> execute(LookupQuery query);

    /**
     * Runs a query on the shard of a keyspace id, and gives its rows.
     *
     * @throws dev.shardroute.error.ShardrouteException when it fails
     */
    List<Row> executeOn(String keyspace, KeyspaceId id, LookupQuery query);

    /** True when the statement is an INSERT, REPLACE, UPDATE or DELETE inside a transaction: what is read must be locked. */
    boolean isWritingInTransaction();

    /** True when the statement is an UPDATE or a DELETE; consistent lookups then read where they will delete. */
    boolean isUpdateOrDelete();

    /** False when a query that failed has cost the session its transaction, so that nothing more can be tried in it. */
    default boolean hasTransaction() {
        return true;
    }

    /**
     * True when the session's collation finds two values equal; NULL equals NULL here. An update between such values leaves a
     * consistent lookup as it is. This implementation compares integers by number, and all else by bytes.
     */
    default boolean areEqual(Value left, Value right) {
        return LookupValues.areEqual(left, right);
    }

    /** A session that refuses every query with {@code VT13001}. */
    static LookupSession none() {
        return new None();
    }

    /** See {@link #none}. */
    record None() implements LookupSession {
        @Override
        public List<Row> execute(LookupQuery query) {
            throw ErrorCode.VT13001.error("a lookup vindex has no session for its query: " + query.sql());
        }

        @Override
        public List<Row> executeOn(String keyspace, KeyspaceId id, LookupQuery query) {
            return execute(query);
        }

        @Override
        public boolean isWritingInTransaction() {
            return false;
        }

        @Override
        public boolean isUpdateOrDelete() {
            return false;
        }
    }
}
