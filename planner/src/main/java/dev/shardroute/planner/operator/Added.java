package dev.shardroute.planner.operator;

/**
 * An operator that has got a column.
 *
 * @param operator the operator with the column, the same object when it had it already
 * @param column   the index of the column, from 0 on
 */
public record Added(Operator operator, int column) {}
