package dev.shardroute.planner.routing;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.vschema.TableType;

/** Which statements give no rows on a shard where their tables have none. */
final class EmptyTables {
    private EmptyTables() {}

    /** False for aggregates without GROUP BY, and for what is the same on every shard. */
    static boolean giveNoRows(Operator operator, Planning planning) {
        return switch (operator) {
            case Operator.Table table -> isOnOneShardOnly(table.table().info());
            case Operator.Horizon horizon ->
                    !hasRowOfNone(horizon.query(), planning) && giveNoRows(horizon.input(), planning);
            case Operator.Aggregator aggregator ->
                    !aggregator.grouping().isEmpty() && giveNoRows(aggregator.input(), planning);
            case Operator.ApplyJoin join when join.type().isInner() -> giveNoRows(join.left(), planning)
                    || giveNoRows(join.right(), planning);
            case Operator.ApplyJoin join -> giveNoRows(join.left(), planning);
            default -> !operator.inputs().isEmpty()
                    && operator.inputs().stream().allMatch(input -> giveNoRows(input, planning));
        };
    }

    private static boolean isOnOneShardOnly(TableInfo.Real info) {
        return !info.system() && !info.isDual() && info.table().type() == TableType.ORDINARY;
    }

    private static boolean hasRowOfNone(Query query, Planning planning) {
        return switch (query) {
            case Select select -> select.groupBy().isEmpty()
                    && (select.items().stream().anyMatch(planning::containsAggregate)
                            || (select.having() != null && planning.containsAggregate(select.having())));
            case SetOperation union -> false;
            case ValuesRows rows -> true;
        };
    }
}
