package dev.shardroute.vindex;

/** A vindex that keeps its pairs of value and keyspace id in a table. */
public interface Lookup extends Vindex {
    /** The table, and how it is used. */
    LookupTable lookup();
}
