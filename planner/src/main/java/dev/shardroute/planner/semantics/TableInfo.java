package dev.shardroute.planner.semantics;

import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.IndexHint;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.vschema.MirrorRule;
import dev.shardroute.vschema.Table;
import dev.shardroute.vschema.TableType;
import dev.shardroute.vschema.VindexDefinition;
import java.util.List;
import java.util.Optional;

/** What is known of one of the tables that a statement reads. Each has a number, unique in the statement. */
public sealed interface TableInfo {
    /** The number. */
    int number();

    /** The name that its columns are qualified with. */
    String name();

    /** The number as a set. */
    default TableSet id() {
        return TableSet.of(number());
    }

    /**
     * A table of a keyspace, or of a system schema.
     *
     * @param number  the number
     * @param name    the name that its columns are qualified with
     * @param written as the statement has it, without vindex hints
     * @param table   what the VSchema knows of it, routing rules being followed; for a table of a system schema a bare one of
     *                any keyspace
     * @param system  true for a table of a system schema
     * @param hint    the vindexes to use or not to use
     * @param mirror  where a share of the reads is sent too
     */
    record Real(int number, String name, TableExpression.Table written, Table table, boolean system,
            Optional<IndexHint> hint, Optional<MirrorRule> mirror) implements TableInfo {
        /** What a SELECT without FROM reads. */
        static final String DUAL = "dual";

        /** True for the table without rows and columns that a SELECT without FROM reads. */
        public boolean isDual() {
            return table.type() == TableType.REFERENCE && table.name().equals(DUAL);
        }
    }

    /**
     * A query in FROM, a view and a common table expression that is not recursive among them; or the rows of a UNION, which
     * its ORDER BY is about.
     *
     * @param number   the number
     * @param name     its alias; empty for the rows of a UNION
     * @param columns  the columns; not all of them unless {@code complete}
     * @param tables   the tables inside, from which columns that are not known may come
     * @param complete true when all columns are known
     */
    record Derived(int number, String name, List<DerivedColumn> columns, TableSet tables, boolean complete)
            implements TableInfo {
        /** Copies the list. */
        public Derived {
            columns = List.copyOf(columns);
        }

        /** True for the rows of a UNION, which are no table of FROM. */
        public boolean isResult() {
            return name.isEmpty();
        }

        /** How a column is named where this is a table. */
        public BoundColumn outside(DerivedColumn column) {
            TableName qualifier = isResult() ? null : TableName.of(name);
            return new BoundColumn(new Expression.Column(qualifier, column.name()), number);
        }

        /** The column of a name, in whatever case. */
        public Optional<DerivedColumn> column(String column) {
            for (DerivedColumn candidate : columns) {
                if (candidate.name().equalsIgnoreCase(column)) {
                    return Optional.of(candidate);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A column of a {@link Derived} table.
     *
     * @param name       its name outside
     * @param expression what it is inside: an item of the select list, or a column of the rows of a UNION; of those rows
     *                   themselves, the item in the first query
     * @param recursive  the real tables it depends on; of a UNION, in all queries. A constant depends on the tables of its
     *                   query too: without a row of them there is none
     * @param type       its type, or empty when it is not known; of a UNION, what the types of all queries have in common
     */
    record DerivedColumn(String name, Expression expression, TableSet recursive,
            Optional<ExpressionType> type) {
        /** The same under another name. */
        DerivedColumn named(String other) {
            return new DerivedColumn(other, expression, recursive, type);
        }
    }

    /** A vindex that is read as if it were a table. */
    record Vindex(int number, String name, TableExpression.Table written, VindexDefinition vindex)
            implements TableInfo {}

    /**
     * What FROM calls a recursive common table expression, outside of its own definition.
     *
     * @param number     the number
     * @param name       its alias
     * @param definition the definition, its query bound
     * @param columns    the names of the columns; empty when they are not known
     * @param inner      the number of the {@link RecursiveTable}
     */
    record Recursive(int number, String name, CommonTable definition, List<String> columns, int inner)
            implements TableInfo {
        /** Copies the list. */
        public Recursive {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A recursive common table expression where its own definition reads it.
     *
     * @param number  the number
     * @param name    its alias
     * @param common  the name of the common table expression
     * @param seed    the query that it starts from, bound
     * @param columns the names of the columns; empty when they are not known
     */
    record RecursiveTable(int number, String name, String common, Query seed, List<String> columns)
            implements TableInfo {
        /** Copies the list. */
        public RecursiveTable {
            columns = List.copyOf(columns);
        }
    }
}
