package dev.shardroute.planner.operator;

/** How rows of two sides are put together. A right join is a left join with its sides changed. */
public enum JoinType {
    /** The pairs for which the predicates hold. */
    INNER,
    /** {@link #INNER}, the left side being read first. */
    STRAIGHT,
    /** {@link #INNER}, and the rows of the left side that are in no pair, with nulls. */
    LEFT;

    /** True when the sides can be changed. */
    public boolean isCommutative() {
        return this == INNER;
    }

    /** True when only pairs are rows. */
    public boolean isInner() {
        return this != LEFT;
    }
}
