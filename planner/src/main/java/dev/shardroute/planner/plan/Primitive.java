package dev.shardroute.planner.plan;

import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.vindex.Vindex;
import java.util.List;

/** A step of a plan. Plain data: anybody's executor can run it. */
public sealed interface Primitive {
    /**
     * A query sent to shards, the rows of all of them one after another.
     *
     * @param routing    which shards
     * @param query      what they run
     * @param fieldQuery what any shard can run to tell the columns when no shard is to run the query
     */
    record Route(RoutingParameters routing, SqlTemplate query, SqlTemplate fieldQuery) implements Primitive {}

    /** An UPDATE sent to shards. */
    record Update(RoutingParameters routing, SqlTemplate query) implements Primitive {}

    /** A DELETE sent to shards. */
    record Delete(RoutingParameters routing, SqlTemplate query) implements Primitive {}

    /**
     * An INSERT or REPLACE into an unsharded keyspace.
     */
    record UnshardedInsert(KeyspaceRef keyspace, SqlTemplate query) implements Primitive {}

    /**
     * An INSERT whose rows go to the shards of their keyspace ids. A shard is sent {@code prefix}, its own rows with commas
     * between them, and {@code suffix}.
     *
     * @param keyspace the keyspace
     * @param prefix   the statement up to and with VALUES and a space
     * @param rows     the text of each row, its vindex columns being bind variables
     * @param suffix   what follows the rows, from the space on; may be empty
     * @param vindexes the values of the vindex columns
     * @param ignore   true for INSERT IGNORE and ON DUPLICATE KEY UPDATE
     */
    record ShardedInsert(KeyspaceRef keyspace, SqlTemplate prefix, List<SqlTemplate> rows, SqlTemplate suffix,
            List<VindexColumn> vindexes, boolean ignore) implements Primitive {
        /** Copies the lists. */
        public ShardedInsert {
            rows = List.copyOf(rows);
            vindexes = List.copyOf(vindexes);
        }

        /** The whole statement, as if one shard ran it. */
        public SqlTemplate query() {
            return SqlTemplate.join(prefix, ", ", rows, suffix);
        }
    }

    /**
     * A vindex column of an INSERT; the first one of a statement is that of the primary vindex.
     *
     * @param vindex the vindex
     * @param column the column's name; row number {@code i} refers to its value as {@code :_column_i}
     * @param values the value of each row
     */
    record VindexColumn(Vindex vindex, String column, List<ValueExpr> values) {
        /** Copies the list. */
        public VindexColumn {
            values = List.copyOf(values);
        }

        /** The bind variable of row number {@code row}. */
        public String variable(int row) {
            return "_" + column + "_" + row;
        }
    }
}
