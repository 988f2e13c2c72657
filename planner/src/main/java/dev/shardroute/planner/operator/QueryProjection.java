package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.SelectItem;
import java.util.List;

/**
 * What a query does with its rows once it has them: the select list, grouping and order, put in the form that planning needs.
 *
 * @param items        the select list, and behind it what was added to group and order by
 * @param aggregated   true when some item or HAVING has an aggregate function
 * @param windowed     true when there are window functions
 * @param distinct     true for DISTINCT, where grouping does not see to it
 * @param rollup       true for WITH ROLLUP
 * @param groupBy      the keys of the groups
 * @param orderBy      the keys of the order, without those that mean nothing
 * @param addedColumns how many items were added
 */
public record QueryProjection(List<SelectItem> items, boolean aggregated, boolean windowed, boolean distinct,
        boolean rollup, List<GroupBy> groupBy, List<OrderBy> orderBy, int addedColumns) {
    /** Copies the lists. */
    public QueryProjection {
        items = List.copyOf(items);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }

    /** True when rows become groups. */
    public boolean needsAggregation() {
        return aggregated || !groupBy.isEmpty();
    }

    /** The same with other items, {@code added} of which were added. */
    public QueryProjection withItems(List<SelectItem> other, int added) {
        return new QueryProjection(other, aggregated, windowed, distinct, rollup, groupBy, orderBy, added);
    }

    /** The same with other keys. */
    public QueryProjection withKeys(List<GroupBy> groups, List<OrderBy> orders) {
        return new QueryProjection(items, aggregated, windowed, distinct, rollup, groups, orders, addedColumns);
    }
}
