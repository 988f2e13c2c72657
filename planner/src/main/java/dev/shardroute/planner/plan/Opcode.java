package dev.shardroute.planner.plan;

/** How a route finds its shards, cheapest first. */
public enum Opcode {
    /** The one shard of an unsharded keyspace. */
    UNSHARDED("Unsharded"),
    /** Any shard: the tables are the same on all of them. */
    REFERENCE("Reference"),
    /** No shard: the predicate can never be true. */
    NONE("None"),
    /** The shard of one value of a unique vindex. */
    EQUAL_UNIQUE("EqualUnique"),
    /** The shards of a list of values; each shard is sent its own part of the list. */
    IN("IN"),
    /** Every shard. */
    SCATTER("Scatter");

    private final String label;

    Opcode(String label) {
        this.label = label;
    }

    /** The name in plan descriptions, where it is called the variant. */
    public String label() {
        return label;
    }
}
