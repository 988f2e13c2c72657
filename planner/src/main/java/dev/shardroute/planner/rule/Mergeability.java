package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.ColumnVindexes;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.vschema.ColumnVindex;
import java.util.function.Predicate;

/**
 * Which queries, in FROM or in expressions, need no more rows than those that there are in one place: on one shard, or for one
 * row of the other side of a join.
 */
final class Mergeability {
    private Mergeability() {}

    /**
     * True when several shards can run the query each for itself, their rows together being the query's: no row of it is made
     * of rows of several shards, and no two equal rows of different shards have to be one.
     *
     * @param rows what the query works on
     */
    static boolean isMergeable(Query query, Operator rows, Planning planning) {
        return isRepeatable(query, rows, planning) && isDistinctOnShards(query, rows, planning);
    }

    /** True when the query can be run again and again, each time for some of its rows only. */
    static boolean isRepeatable(Query query, Operator rows, Planning planning) {
        return query.limit() == null && switch (query) {
            case Select select -> isRepeatable(select, rows, planning);
            case SetOperation union -> isRepeatable(union.first(), rows, planning)
                    && union.arms().stream().allMatch(arm -> isRepeatable(arm.query(), rows, planning));
            case ValuesRows values -> false;
        };
    }

    private static boolean isRepeatable(Select select, Operator rows, Planning planning) {
        boolean windowed = select.items().stream().anyMatch(planning::containsWindow)
                || planning.containsWindow(select.groupBy()) || isAnyOrder(select, planning::containsWindow);
        if (windowed) {
            return false;
        }
        if (!select.groupBy().isEmpty()) {
            return !select.groupBy().rollup() && select.groupBy().expressions().stream()
                    .anyMatch(key -> tellsShard(key, rows, planning));
        }
        return select.items().stream().noneMatch(planning::containsAggregate)
                && (select.having() == null || !planning.containsAggregate(select.having()))
                && !isAnyOrder(select, planning::containsAggregate);
    }

    private static boolean isAnyOrder(Select select, Predicate<Expression> test) {
        return select.orderBy().stream().anyMatch(key -> test.test(key.expression()));
    }

    private static boolean isDistinctOnShards(Query query, Operator rows, Planning planning) {
        return switch (query) {
            case Select select -> !select.distinct() || select.items().stream().anyMatch(
                    item -> item instanceof SelectItem.Item plain && tellsShard(plain.expression(), rows, planning));
            case SetOperation union -> isDistinctOnShards(union.first(), rows, planning) && union.arms().stream()
                    .allMatch(arm -> arm.all() && isDistinctOnShards(arm.query(), rows, planning));
            case ValuesRows values -> false;
        };
    }

    /** True when rows that have it in common are on one shard; NULLs of an outer join are on every shard. */
    private static boolean tellsShard(Expression expression, Operator rows, Planning planning) {
        return ColumnVindexes.find(rows, expression, planning).filter(ColumnVindex::unique).isPresent()
                && !ColumnVindexes.isNullable(rows, expression, planning);
    }
}
