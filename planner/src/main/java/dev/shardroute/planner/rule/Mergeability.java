package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.ColumnVindexes;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.vschema.ColumnVindex;
import java.util.List;

/** Which queries in FROM, or in expressions, several shards can run each for itself, their rows together being the query's. */
final class Mergeability {
    private Mergeability() {}

    /** True when no row of the query is made of rows of several shards; {@code rows} are what it works on. */
    static boolean isMergeable(Query query, Operator rows, Planning planning) {
        return switch (query) {
            case Select select -> select.limit() == null && isMergeable(select, rows, planning);
            case SetOperation union -> union.limit() == null && isMergeable(union, rows, planning);
            case ValuesRows values -> false;
        };
    }

    private static boolean isMergeable(SetOperation union, Operator rows, Planning planning) {
        return isMergeable(union.first(), rows, planning)
                && union.arms().stream().allMatch(arm -> arm.all() && isMergeable(arm.query(), rows, planning));
    }

    private static boolean isMergeable(Select select, Operator rows, Planning planning) {
        if (planning.containsWindow(select.groupBy()) || select.items().stream().anyMatch(planning::containsWindow)) {
            return false;
        }
        if (!select.groupBy().isEmpty()) {
            return !select.groupBy().rollup() && select.groupBy().expressions().stream()
                    .anyMatch(key -> ColumnVindexes.find(rows, key, planning).filter(ColumnVindex::unique).isPresent());
        }
        boolean aggregated = select.items().stream().anyMatch(planning::containsAggregate)
                || (select.having() != null && planning.containsAggregate(select.having()));
        return !aggregated && (!select.distinct() || showsShard(select.items(), rows, planning));
    }

    /** True when an item tells the shard of its row, so that rows of several shards are never equal. */
    private static boolean showsShard(List<SelectItem> items, Operator rows,
            Planning planning) {
        return items.stream().anyMatch(item -> item instanceof SelectItem.Item plain
                && ColumnVindexes.find(rows, plain.expression(), planning).filter(ColumnVindex::unique).isPresent());
    }
}
