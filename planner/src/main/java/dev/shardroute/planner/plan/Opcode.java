package dev.shardroute.planner.plan;

/** How a route finds its shards. */
public enum Opcode {
    /** The one shard of an unsharded keyspace. */
    UNSHARDED("Unsharded"),
    /** Any shard: the tables are the same on all of them. */
    REFERENCE("Reference"),
    /** The one shard of the unsharded keyspace of a sequence, which gives its next values. */
    NEXT("Next"),
    /** One shard of the keyspace that the predicates on system tables name, or of any keyspace. */
    DBA("DBA"),
    /** No shard: the predicate can never be true. */
    NONE("None"),
    /** The shard of one value of a unique vindex, or of one value for each of its columns. */
    EQUAL_UNIQUE("EqualUnique"),
    /** The shards of one value of a vindex that is not unique. */
    EQUAL("Equal"),
    /** The shards of a list of values; each shard is sent its own part of the list. */
    IN("IN"),
    /** The shards of a list of values, each shard being sent the whole list: of the members of row values. */
    MULTI_EQUAL("MultiEqual"),
    /** The shards of values for the first columns of a vindex of several columns. */
    SUB_SHARD("SubShard"),
    /** The shards of the values from the first to the second one, of a vindex that keeps order. */
    BETWEEN("Between"),
    /** Every shard. */
    SCATTER("Scatter"),
    /** The shards that somebody else has found: the user, or a step of the plan around it. */
    BY_DESTINATION("ByDestination");

    private final String label;

    Opcode(String label) {
        this.label = label;
    }

    /** The name in plan descriptions, where it is called the variant. */
    public String label() {
        return label;
    }
}
