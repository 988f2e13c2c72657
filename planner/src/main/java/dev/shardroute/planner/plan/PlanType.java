package dev.shardroute.planner.plan;

/** How much of the cluster a plan touches, as Vitess's metrics name it. */
public enum PlanType {
    /** Answered without a shard. */
    LOCAL("Local"),
    /** One statement to one shard. */
    PASSTHROUGH("Passthrough"),
    /** Statements to the shards of some values. */
    MULTI_SHARD("MultiShard"),
    /** The same statement to every shard. */
    SCATTER("Scatter");

    private final String label;

    PlanType(String label) {
        this.label = label;
    }

    /** The name in plan descriptions. */
    public String label() {
        return label;
    }
}
