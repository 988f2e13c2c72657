package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement about a server, its tables' files or its locks. */
public sealed interface Administration extends Statement {
    /**
     * ANALYZE, CHECK, CHECKSUM, OPTIMIZE and REPAIR TABLE.
     *
     * @param verb    which of them
     * @param local   true for LOCAL or NO_WRITE_TO_BINLOG
     * @param tables  the tables
     * @param options what follows the tables, word by word, in lower case: {@code quick}, {@code for upgrade}
     */
    record Maintenance(Verb verb, boolean local, List<TableName> tables, List<String> options)
            implements Administration {
        /** Copies the lists. */
        public Maintenance {
            tables = List.copyOf(tables);
            options = List.copyOf(options);
        }

        /** What is done to the tables. */
        public enum Verb {
            ANALYZE, CHECK, CHECKSUM, OPTIMIZE, REPAIR
        }
    }

    /** {@code FLUSH option, option}; an option in the words of canonical SQL, but a channel as it is written. */
    record Flush(boolean local, List<String> options) implements Administration {
        /** Copies the list. */
        public Flush {
            options = List.copyOf(options);
        }
    }

    /** {@code FLUSH TABLES …}; no tables means all. */
    record FlushTables(boolean local, List<TableName> tables, FlushLock lock) implements Administration {
        /** Copies the list. */
        public FlushTables {
            tables = List.copyOf(tables);
        }
    }

    /** What FLUSH TABLES keeps locked. */
    enum FlushLock {
        NONE(""), READ_LOCK(" with read lock"), EXPORT(" for export");

        private final String sql;

        FlushLock(String sql) {
            this.sql = sql;
        }

        /** The clause in canonical form, from the blank on. */
        public String sql() {
            return sql;
        }
    }

    /** {@code KILL [CONNECTION] id} and {@code KILL QUERY id}; the id unsigned. */
    record Kill(boolean query, long connection) implements Administration {}

    /** {@code LOCK TABLES …}. */
    record LockTables(List<LockedTable> tables) implements Administration {
        /** Copies the list. */
        public LockTables {
            tables = List.copyOf(tables);
        }
    }

    /** A table and how it is locked. */
    record LockedTable(TableExpression.Table table, TableLock lock) {}

    /** How LOCK TABLES locks a table. */
    enum TableLock {
        READ("read"), READ_LOCAL("read local"), WRITE("write"), LOW_PRIORITY_WRITE("low_priority write");

        private final String sql;

        TableLock(String sql) {
            this.sql = sql;
        }

        /** The lock in canonical form. */
        public String sql() {
            return sql;
        }
    }

    /** {@code UNLOCK TABLES}. */
    record UnlockTables() implements Administration {}

    /** {@code PURGE BINARY LOGS TO 'log'}, or {@code BEFORE 'time'}. */
    record PurgeBinaryLogs(boolean before, String value) implements Administration {}

    /**
     * LOAD DATA and LOAD XML.
     *
     * @param table the table that is filled, or null where the statement, which Vitess's form may be, names none
     * @param text  the statement's tokens as they are written, with one blank wherever there is anything between them
     */
    record Load(@Nullable TableName table, String text) implements Administration {}
}
