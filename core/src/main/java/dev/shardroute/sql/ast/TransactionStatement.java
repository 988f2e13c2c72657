package dev.shardroute.sql.ast;

import java.util.List;

/** A statement that begins, ends or marks a transaction. */
public sealed interface TransactionStatement extends Statement {
    /** {@code BEGIN}. */
    record Begin() implements TransactionStatement {}

    /** {@code START TRANSACTION}, with characteristics in the order they are written. */
    record Start(List<Characteristic> characteristics) implements TransactionStatement {
        /** Copies the list. */
        public Start {
            characteristics = List.copyOf(characteristics);
        }
    }

    /** {@code COMMIT}. */
    record Commit(Choice chain, Choice release) implements TransactionStatement {}

    /** {@code ROLLBACK}. */
    record Rollback(Choice chain, Choice release) implements TransactionStatement {}

    /** {@code SAVEPOINT name}. */
    record Savepoint(String name) implements TransactionStatement {}

    /** {@code ROLLBACK TO name}. */
    record RollbackTo(String savepoint) implements TransactionStatement {}

    /** {@code RELEASE SAVEPOINT name}. */
    record Release(String savepoint) implements TransactionStatement {}

    /** A characteristic of a transaction. */
    enum Characteristic {
        CONSISTENT_SNAPSHOT("with consistent snapshot"), READ_WRITE("read write"), READ_ONLY("read only");

        private final String sql;

        Characteristic(String sql) {
            this.sql = sql;
        }

        /** The characteristic in canonical form. */
        public String sql() {
            return sql;
        }
    }

    /** Whether {@code AND CHAIN} or {@code RELEASE} is said, its NO, or neither. */
    enum Choice {
        DEFAULT, YES, NO
    }
}
