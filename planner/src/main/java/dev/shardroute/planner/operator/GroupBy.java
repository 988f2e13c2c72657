package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.OrderItem;

/**
 * A key that rows are grouped by.
 *
 * @param expression   the key
 * @param column       its column of the aggregation, from 0 on; -1 while it has none
 * @param weightString the column of its weight string; -1 when there is none
 */
public record GroupBy(Expression expression, int column, int weightString) {
    /** A key without columns. */
    public static GroupBy of(Expression expression) {
        return new GroupBy(expression, -1, -1);
    }

    /** The key with its column. */
    public GroupBy withColumn(int index) {
        return new GroupBy(expression, index, weightString);
    }

    /** The key with the column of its weight string. */
    public GroupBy withWeightString(int index) {
        return new GroupBy(expression, column, index);
    }

    /** An order by which equal keys come together. */
    public OrderBy asOrderBy() {
        return new OrderBy(new OrderItem(expression, false), expression);
    }
}
