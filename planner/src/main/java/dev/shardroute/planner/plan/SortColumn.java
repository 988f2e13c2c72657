package dev.shardroute.planner.plan;

/**
 * A column that rows are in the order of.
 *
 * @param key        the column
 * @param descending true when the greatest comes first
 */
public record SortColumn(KeyColumn key, boolean descending) {}
