package dev.shardroute.vindex;

import dev.shardroute.type.Binds;

/**
 * A query that a lookup vindex needs.
 *
 * @param purpose what for
 * @param sql     the statement, with bind variables
 * @param binds   the values of all of its bind variables, and maybe others
 * @param order   in which transaction it runs
 * @param writes  true when it changes rows; when it fails after it changed some, they must be rolled back
 */
public record LookupQuery(Purpose purpose, String sql, Binds binds, CommitOrder order, boolean writes) {
    /** What a query is for; the names are those of Vitess's logs. */
    public enum Purpose {
        /** Where rows live. */
        MAP("VindexLookup"),
        /** Whether a value belongs to a keyspace id. */
        VERIFY("VindexVerify"),
        /** Adding pairs, with all that needs. */
        CREATE("VindexCreate"),
        /** Taking pairs away. */
        DELETE("VindexDelete");

        private final String label;

        Purpose(String label) {
            this.label = label;
        }

        /** The name in logs. */
        public String label() {
            return label;
        }
    }

    static LookupQuery read(Purpose purpose, String sql, Binds binds, CommitOrder order) {
        return new LookupQuery(purpose, sql, binds, order, false);
    }

    static LookupQuery write(Purpose purpose, String sql, Binds binds, CommitOrder order) {
        return new LookupQuery(purpose, sql, binds, order, true);
    }
}
