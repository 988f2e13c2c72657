package dev.shardroute.vindex;

/** What a type of vindex can do, or needs, beyond mapping one column's value. */
public enum Capability {
    /** Its keyspace ids are always found without asking anybody, by a hash or a copy of the value. */
    HASHING,
    /** The value can be computed from the keyspace id. */
    REVERSIBLE,
    /** Keyspace ids are in the order of the values, so that BETWEEN can be routed. */
    SEQUENTIAL,
    /** The beginning of a value says a range of keyspace ids, so that {@code LIKE 'a%'} can be routed. */
    PREFIX,
    /** It maps several columns. */
    MULTI_COLUMN,
    /** It maps several columns, and the first few alone say a range of keyspace ids. */
    PARTIAL,
    /** It keeps its pairs of value and keyspace id in a table, which an owner maintains. */
    LOOKUP,
    /** The query of the lookup can be a part of the plan. */
    LOOKUP_PLANNABLE,
    /** The lookup table is still being filled: it is written to, and not yet used for routing. */
    BACKFILLING,
    /** It must run queries to map a value. */
    NEEDS_QUERIES
}
