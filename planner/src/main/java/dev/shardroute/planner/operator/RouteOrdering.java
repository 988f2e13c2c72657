package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;

/**
 * A key by which the rows of several shards, each in that order, are merged.
 *
 * @param expression   what the shards order by
 * @param column       the column of the key, from 0 on
 * @param weightString the column of its weight string; -1 when there is none
 * @param descending   true when the greatest comes first
 */
public record RouteOrdering(Expression expression, int column, int weightString, boolean descending) {}
