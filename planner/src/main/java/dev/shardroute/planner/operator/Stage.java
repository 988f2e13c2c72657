package dev.shardroute.planner.operator;

/** How far planning has come: its phases, in order. What is done in them is in {@code Phases}. */
public enum Stage {
    /** Tables get routes, joins are merged into them; whole queries are not yet taken apart. */
    PHYSICAL_TRANSFORM,
    /** Whole queries are pushed under routes, or taken apart. */
    INITIAL_PLANNING,
    /** The DISTINCT of a union becomes an operator of its own. */
    PULL_DISTINCT_FROM_UNION,
    /** Aggregations are split between the shards and the gateway. */
    DELEGATE_AGGREGATION,
    /** Recursions that shards cannot do are taken apart. */
    RECURSIVE_CTE_HORIZONS,
    /** Rows are put into the order that aggregations need. */
    ADD_AGGREGATION_ORDERING,
    /** A DISTINCT that only spared work is taken out where it does not. */
    CLEAN_OUT_DISTINCT,
    /** Subqueries that could not be merged get their places. */
    SUBQUERY_SETTLING
}
