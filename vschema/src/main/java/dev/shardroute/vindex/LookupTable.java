package dev.shardroute.vindex;

import java.util.List;

/**
 * The table of a lookup vindex, and how it is used.
 *
 * @param table                the table's name, maybe with its keyspace and a dot in front; empty when not given
 * @param from                 the columns of the values
 * @param to                   the column of the keyspace id
 * @param ignoreNulls          rows with NULL in a column of the vindex are not in the table
 * @param batchLookup          many values are looked up by one query, whatever their type
 * @param readLock             how rows read inside a transaction that writes are locked
 * @param autocommit           the table is written outside the transaction
 * @param multiShardAutocommit writes to several shards of the table are committed one by one
 * @param noVerify             a pair is believed without being looked up
 * @param writeOnly            the table is still being filled: it is written, and not read
 */
public record LookupTable(String table, List<String> from, String to, boolean ignoreNulls, boolean batchLookup,
        ReadLock readLock, boolean autocommit, boolean multiShardAutocommit, boolean noVerify, boolean writeOnly) {
    /** Copies the list. */
    public LookupTable {
        from = List.copyOf(from);
    }

    static LookupTable read(Params params) {
        boolean multiShardAutocommit = params.flag("multi_shard_autocommit");
        return new LookupTable(params.text("table"), params.list("from"), params.text("to"),
                params.flag("ignore_nulls"), params.flag("batch_lookup"), readLock(params),
                params.flag("autocommit") || multiShardAutocommit, multiShardAutocommit, params.flag("no_verify"),
                params.flag("write_only"));
    }

    private static ReadLock readLock(Params params) {
        return switch (params.values().getOrDefault("read_lock", "exclusive")) {
            case "exclusive" -> ReadLock.EXCLUSIVE;
            case "shared" -> ReadLock.SHARED;
            case "none" -> ReadLock.NONE;
            default -> throw params.bad("read_lock", "'exclusive', 'shared' or 'none' is needed");
        };
    }

    /** How rows that are read are locked. */
    public enum ReadLock {
        EXCLUSIVE, SHARED, NONE
    }
}
