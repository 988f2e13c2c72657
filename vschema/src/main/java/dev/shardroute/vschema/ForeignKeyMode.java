package dev.shardroute.vschema;

/** Who looks after the foreign keys of a keyspace. */
public enum ForeignKeyMode {
    /** The shards; nothing is checked across them. The default. */
    UNMANAGED,
    /** Nobody: a table definition with a foreign key is refused. */
    DISALLOW,
    /** The planner. */
    MANAGED
}
