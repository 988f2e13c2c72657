package dev.shardroute.vindex;

/** A vindex whose keyspace ids begin alike when values begin alike, so that {@code LIKE 'a%'} can be routed. */
public interface Prefixable extends SingleColumnVindex {
    /**
     * This vindex for patterns: it maps a pattern of {@code LIKE} to a range that holds the keyspace id of every value that
     * matches, and is not unique. It has the same name, and a cost of its own.
     */
    SingleColumnVindex prefix();
}
