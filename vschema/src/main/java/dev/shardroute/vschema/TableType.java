package dev.shardroute.vschema;

/** What a table is to the VSchema. */
public enum TableType {
    /** A table of rows; sharded by its primary vindex in a sharded keyspace. */
    ORDINARY,
    /** The source of the numbers of auto-increment columns. */
    SEQUENCE,
    /** The same rows on every shard. */
    REFERENCE
}
