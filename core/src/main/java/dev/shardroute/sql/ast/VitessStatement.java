package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that Vitess has and MySQL has not. */
public sealed interface VitessStatement extends Statement
        permits VitessStatement.Vexplain, VitessStatement.Stream, VitessStatement.Vstream,
        VitessStatement.AlterMigration,
        VitessStatement.RevertMigration, AlterVschema {
    /** {@code VEXPLAIN …}: how the router would run a statement. */
    record Vexplain(List<String> comments, VexplainType type, Statement statement) implements VitessStatement {
        /** Copies the list. */
        public Vexplain {
            comments = List.copyOf(comments);
        }
    }

    /** What VEXPLAIN tells. */
    enum VexplainType {
        PLAN, QUERIES, ALL, TRACE, KEYS
    }

    /** {@code STREAM * FROM table}: the messages of a message table. */
    record Stream(List<String> comments, SelectItem item, TableName table) implements VitessStatement {
        /** Copies the list. */
        public Stream {
            comments = List.copyOf(comments);
        }
    }

    /** {@code VSTREAM * FROM table …}: the changes of a table. */
    record Vstream(List<String> comments, SelectItem item, TableName table, @Nullable Expression where,
            @Nullable Limit limit) implements VitessStatement {
        /** Copies the list. */
        public Vstream {
            comments = List.copyOf(comments);
        }
    }

    /**
     * {@code ALTER VITESS_MIGRATION …}.
     *
     * @param uuid    the migration, or null for all
     * @param action  what to do with it, in the words of canonical SQL: {@code retry}, {@code postpone complete}
     * @param options what is said besides, in the order it is written
     */
    record AlterMigration(@Nullable String uuid, String action, List<MigrationOption> options)
            implements VitessStatement {
        /** Copies the list. */
        public AlterMigration {
            options = List.copyOf(options);
        }
    }

    /**
     * {@code vitess_shards '…'}, {@code expire '…'}, {@code ratio 0.5}: a word and its literal.
     *
     * @param name  the word; empty where the value is the action's own: {@code cutover_threshold '…'}
     * @param value the literal
     */
    record MigrationOption(String name, Expression.Literal value) {}

    /** {@code REVERT VITESS_MIGRATION 'uuid'}. */
    record RevertMigration(List<String> comments, String uuid) implements VitessStatement {
        /** Copies the list. */
        public RevertMigration {
            comments = List.copyOf(comments);
        }
    }
}
