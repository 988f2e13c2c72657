package dev.shardroute.planner.plan;

import dev.shardroute.key.Destination;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.vindex.Vindex;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan. Plain data: anybody's executor can run it. What shards do is {@link OnShards}, what is done with their
 * rows, or without them, is {@link GatewayPrimitive}.
 */
public sealed interface Primitive permits Primitive.OnShards, GatewayPrimitive {
    /** The steps that this one runs, in the order in which they are described. */
    List<Primitive> inputs();

    /** A statement that shards run. */
    sealed interface OnShards extends Primitive {
        @Override
        default List<Primitive> inputs() {
            return List.of();
        }
    }

    /**
     * A query sent to shards.
     *
     * @param routing       which shards
     * @param query         what they run
     * @param fieldQuery    what any shard can run to tell the columns when no shard is to run the query
     * @param orderBy       the order that the rows of each shard are in, and that they are merged in; empty for one shard's rows
     *                      after another's
     * @param resultColumns how many columns are left in the end, the first ones; 0 for all
     * @param options       how it is sent
     */
    record Route(RoutingParameters routing, SqlTemplate query, SqlTemplate fieldQuery, List<SortColumn> orderBy,
            int resultColumns, RouteOptions options) implements OnShards {
        /** Copies the list. */
        public Route {
            orderBy = List.copyOf(orderBy);
        }

        /** A query whose rows are taken as they come. */
        public Route(RoutingParameters routing, SqlTemplate query, SqlTemplate fieldQuery) {
            this(routing, query, fieldQuery, List.of(), 0, RouteOptions.NONE);
        }

        /** True when the rows of the shards, one shard's after another's, are the rows of the route. */
        public boolean isConcatenation() {
            return orderBy.isEmpty() && resultColumns == 0;
        }
    }

    /** An UPDATE sent to shards. */
    record Update(RoutingParameters routing, SqlTemplate query) implements OnShards {}

    /** A DELETE sent to shards. */
    record Delete(RoutingParameters routing, SqlTemplate query) implements OnShards {}

    /**
     * An INSERT or REPLACE into an unsharded keyspace.
     */
    record UnshardedInsert(KeyspaceRef keyspace, SqlTemplate query) implements OnShards {}

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
            List<VindexColumn> vindexes, boolean ignore) implements OnShards {
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

    /**
     * A statement sent as it is to a destination that nothing in it decides.
     *
     * @param keyspace     the keyspace
     * @param destination  its shards
     * @param query        what they run
     * @param traits       what is to be minded
     * @param queryTimeout how long a shard may take, or null where the comments of the statement do not say
     */
    record Send(KeyspaceRef keyspace, Destination destination, SqlTemplate query, Set<SendTrait> traits,
            @Nullable Duration queryTimeout) implements OnShards {
        /** Copies the set. */
        public Send {
            traits = Set.copyOf(traits);
        }
    }

    /**
     * The messages of a message table, as they come.
     *
     * @param keyspace    the keyspace
     * @param destination its shards
     * @param table       the table
     */
    record MessageStream(KeyspaceRef keyspace, Destination destination, String table) implements OnShards {}

    /** What is to be minded where a statement is sent as it is. */
    enum SendTrait {
        /** It changes rows. */
        IS_DML("IsDML"),
        /** It must not be sent to several shards. */
        SINGLE_SHARD_ONLY("SingleShardOnly"),
        /** It has a variable for the name of the shard. */
        SHARD_NAME_NEEDED("ShardNameNeeded"),
        /** Each shard may commit on its own. */
        MULTISHARD_AUTOCOMMIT("MultishardAutocommit"),
        /** It leaves something behind in the connection, which the session must keep. */
        RESERVED_CONNECTION_NEEDED("ReservedConnectionNeeded");

        private final String label;

        SendTrait(String label) {
            this.label = label;
        }

        /** The name in plan descriptions. */
        public String label() {
            return label;
        }
    }
}
