package dev.shardroute.vindex;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of a type of vindex without using it.
 *
 * @param type         the name of the type
 * @param cost         how dear it is to use
 * @param unique       true when a value belongs to at most one keyspace id
 * @param capabilities what it can do, or needs
 */
public record VindexTraits(String type, int cost, boolean unique, Set<Capability> capabilities) {
    /** Copies the set. */
    public VindexTraits {
        capabilities = Set.copyOf(capabilities);
    }

    /** The traits of a type that gives at most one keyspace id. */
    public static VindexTraits unique(String type, int cost, Capability... capabilities) {
        return new VindexTraits(type, cost, true, Set.of(capabilities));
    }

    /** The traits of a type that may give many keyspace ids. */
    public static VindexTraits many(String type, int cost, Capability... capabilities) {
        return new VindexTraits(type, cost, false, Set.of(capabilities));
    }

    /** The same at another cost. */
    public VindexTraits withCost(int newCost) {
        return new VindexTraits(type, newCost, unique, capabilities);
    }

    /** The same with one more capability. */
    public VindexTraits with(Capability capability) {
        return new VindexTraits(type, cost, unique, EnumSet.copyOf(
                Stream.concat(capabilities.stream(), Stream.of(capability)).toList()));
    }
}
