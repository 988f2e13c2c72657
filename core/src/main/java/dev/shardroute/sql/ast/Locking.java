package dev.shardroute.sql.ast;

import java.util.List;

/**
 * A locking clause.
 *
 * @param strength what is locked
 * @param tables   the tables of OF; empty for all
 * @param policy   what becomes of rows that others have locked
 */
public record Locking(Strength strength, List<TableName> tables, WaitPolicy policy) implements Clause {
    /** Copies the list. */
    public Locking {
        tables = List.copyOf(tables);
    }

    /** A clause for all tables that waits. */
    public static Locking of(Strength strength) {
        return new Locking(strength, List.of(), WaitPolicy.WAIT);
    }

    /** What others may still do; {@link #SHARE_MODE} is the older notation of {@link #SHARE}. */
    public enum Strength {
        UPDATE("for update"), SHARE("for share"), SHARE_MODE("lock in share mode");

        private final String sql;

        Strength(String sql) {
            this.sql = sql;
        }

        /** The clause in canonical form. */
        public String sql() {
            return sql;
        }
    }

    /** What becomes of rows that others have locked. */
    public enum WaitPolicy {
        WAIT(""), NOWAIT(" nowait"), SKIP_LOCKED(" skip locked");

        private final String sql;

        WaitPolicy(String sql) {
            this.sql = sql;
        }

        /** What canonical SQL has behind the clause, from the blank on. */
        public String sql() {
            return sql;
        }
    }
}
