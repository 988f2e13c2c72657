package dev.shardroute.planner.operator;

import dev.shardroute.sql.function.ExpressionType;
import java.util.Optional;

/**
 * A column that is compared to find equal rows.
 *
 * @param column       the column, from 0 on
 * @param weightString the column of its weight string; -1 when there is none
 * @param type         its type, or empty when it is not known
 */
public record CheckColumn(int column, int weightString, Optional<ExpressionType> type) {}
