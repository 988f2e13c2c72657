package dev.shardroute.vindex;

/**
 * A way to compute where rows live from some of their columns. Whoever implements a type of vindex implements one of the
 * subtypes {@link SingleColumnVindex}, {@link MultiColumnVindex} and {@link Lookup}, and besides, where it holds, {@link
 * Hashing}, {@link Reversible}, {@link Sequential}, {@link Prefixable}, {@link LookupPlannable} and {@link OwnerAware}; the
 * {@link Capability capabilities} of its traits say the same. Immutable and safe for use by many threads.
 */
public interface Vindex {
    /** The name that the VSchema gives this vindex. */
    String name();

    /** What is known of its type. */
    VindexTraits traits();

    /** The name of its type, {@code hash} for example. */
    default String type() {
        return traits().type();
    }

    /** How dear it is to use; of two vindexes that serve, the one of lower cost is taken. */
    default int cost() {
        return traits().cost();
    }

    /** True when a value belongs to at most one keyspace id. */
    default boolean isUnique() {
        return traits().unique();
    }

    /** True when its type can do this. */
    default boolean has(Capability capability) {
        return traits().capabilities().contains(capability);
    }
}
