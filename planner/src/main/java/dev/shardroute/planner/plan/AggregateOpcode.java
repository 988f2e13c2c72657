package dev.shardroute.planner.plan;

/** What is made of the values of a group. */
public enum AggregateOpcode {
    COUNT("count"),
    SUM("sum"),
    MIN("min"),
    MAX("max"),
    AVG("avg"),
    COUNT_DISTINCT("count_distinct"),
    SUM_DISTINCT("sum_distinct"),
    COUNT_STAR("count_star"),
    ANY_VALUE("any_value"),
    GROUP_CONCAT("group_concat"),
    /** The positions of all shards in their logs of changes, put together into one. */
    GTID("vgtid"),
    /** One value for all groups, which the gateway evaluates. */
    CONSTANT("constant_aggr"),
    /** A function that was loaded into the backends, and that only they know. */
    UDF("udf");

    private final String label;

    AggregateOpcode(String label) {
        this.label = label;
    }

    /** The name in plan descriptions. */
    public String label() {
        return label;
    }

    /** True when equal values count once. */
    public boolean isDistinct() {
        return this == COUNT_DISTINCT || this == SUM_DISTINCT;
    }

    /** True when it compares values with each other. */
    public boolean comparesValues() {
        return isDistinct() || this == MIN || this == MAX;
    }
}
