package dev.shardroute.sql.ast;

import dev.shardroute.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where rows come from. */
public sealed interface TableExpression extends Node permits TableExpression.Table, TableExpression.Derived,
        TableExpression.Bound,
        TableExpression.Join, TableExpression.Parenthesized, JsonTable {
    /**
     * A table.
     *
     * @param name       its name
     * @param partitions the partitions to read; empty for all
     * @param alias      its alias, or null
     * @param hints      index and vindex hints
     */
    record Table(TableName name, List<String> partitions, @Nullable String alias, List<IndexHint> hints)
            implements TableExpression {
        /** Copies the lists. */
        public Table {
            partitions = List.copyOf(partitions);
            hints = List.copyOf(hints);
        }

        /** A table without partitions and hints. */
        public Table(TableName name, @Nullable String alias) {
            this(name, List.of(), alias, List.of());
        }

        /** The name that columns are qualified with: the alias, or the table's own name. */
        public String correlationName() {
            return alias == null ? name.name() : alias;
        }
    }

    /**
     * A query as a table.
     *
     * @param lateral true where the query may use the tables before it
     * @param query   its rows
     * @param alias   its name
     * @param columns the names of its columns; empty when the query names them
     */
    record Derived(boolean lateral, Query query, String alias, List<String> columns) implements TableExpression {
        /** Copies the list. */
        public Derived {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A table or query that semantic analysis has given a number.
     *
     * @param written the table or query
     * @param number  its number among the tables of the statement, from 0 on
     */
    record Bound(TableExpression written, int number) implements TableExpression {}

    /**
     * Two tables joined.
     *
     * @param type  how
     * @param left  the left side
     * @param right the right side
     * @param on    the condition, or null
     * @param using the columns of USING; empty for none
     */
    record Join(JoinType type, TableExpression left, TableExpression right, @Nullable Expression on, List<String> using)
            implements TableExpression {
        /** Copies the list. */
        public Join {
            using = List.copyOf(using);
            if (on != null && !using.isEmpty()) {
                throw ErrorCode.VT13001.error("a join with ON and USING");
            }
        }
    }

    /** Tables in parentheses: one, or several with commas between them. */
    record Parenthesized(List<TableExpression> tables) implements TableExpression {
        /** Copies the list. */
        public Parenthesized {
            tables = List.copyOf(tables);
        }
    }

    /** How two tables are joined; INNER and CROSS are both {@link #JOIN}. */
    enum JoinType {
        JOIN("join"), STRAIGHT_JOIN("straight_join"), LEFT("left join"), RIGHT("right join"), NATURAL("natural join"),
        NATURAL_LEFT("natural left join"), NATURAL_RIGHT("natural right join");

        private final String sql;

        JoinType(String sql) {
            this.sql = sql;
        }

        /** The operator in canonical form. */
        public String sql() {
            return sql;
        }
    }
}
