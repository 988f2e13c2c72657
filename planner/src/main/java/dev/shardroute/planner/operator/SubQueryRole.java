package dev.shardroute.planner.operator;

/** What a subquery is to the query around it. */
public enum SubQueryRole {
    /** A predicate of its own, or one side of a comparison that is one. */
    PREDICATE,
    /** A part of a predicate. */
    PART_OF_PREDICATE,
    /** A part of a predicate that belongs to another subquery of it: its predicate has a variable for this one. */
    COMPANION,
    /** A value in a select list, in an aggregate or in ORDER BY, where there is a variable for it. */
    VALUE;

    /** True when an expression that is not the subquery's own has a variable for it. */
    public boolean isVariable() {
        return this == COMPANION || this == VALUE;
    }
}
