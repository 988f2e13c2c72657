package dev.shardroute.planner;

/** How the order of inner joins is found; the names are those of the directive {@code PLANNER}. */
public enum JoinOrder {
    /** The cheapest join of two tables first. */
    GEN4,
    /** Another name of {@link #GEN4}. */
    GEN4GREEDY,
    /** The order of the statement. */
    GEN4LEFT2RIGHT;

    /** True when the cheapest join comes first. */
    public boolean isGreedy() {
        return this != GEN4LEFT2RIGHT;
    }
}
