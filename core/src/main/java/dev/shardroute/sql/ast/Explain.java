package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code EXPLAIN}, {@code DESCRIBE} and {@code DESC}, which are one. */
public sealed interface Explain extends Statement {
    /**
     * How a statement would run.
     *
     * @param comments  the comments right after the verb
     * @param format    the form of the answer
     * @param statement the statement: a query, INSERT, UPDATE or DELETE
     */
    record OfStatement(List<String> comments, Format format, Statement statement) implements Explain {
        /** Copies the list. */
        public OfStatement {
            comments = List.copyOf(comments);
        }
    }

    /**
     * The columns of a table.
     *
     * @param table  the table
     * @param column the column that is asked for, or null for all
     * @param like   a pattern that the columns' names match, or null
     */
    record OfTable(TableName table, @Nullable String column, @Nullable String like) implements Explain {}

    /** The form of the answer. */
    enum Format {
        DEFAULT(""), TRADITIONAL("format = traditional "), JSON("format = json "), TREE("format = tree "),
        ANALYZE("analyze "), ANALYZE_JSON("analyze format = json "), ANALYZE_TREE("analyze format = tree ");

        private final String sql;

        Format(String sql) {
            this.sql = sql;
        }

        /** What canonical SQL has between the verb and the statement, up to the blank. */
        public String sql() {
            return sql;
        }
    }
}
