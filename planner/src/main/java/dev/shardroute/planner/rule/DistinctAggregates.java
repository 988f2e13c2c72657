package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.ColumnVindexes;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates of different values: {@code count(distinct a)}. Equal values must be seen in one place: on the shards, where
 * each value is on one shard only and the groups of the shards are summed up as they are, otherwise at the gateway, which sees
 * them one behind another when the rows are in the order of the argument, and so can do it for one argument.
 *
 * @param isShardLocal true when each value of each of them is on one shard
 * @param arguments    the arguments of the first of them; empty for none
 * @param function     the first of them, or null
 * @param different    one with other arguments, or null
 */
record DistinctAggregates(boolean isShardLocal, List<Expression> arguments, @Nullable Expression function,
        @Nullable Expression different) {
    /** Those of an aggregation. */
    static DistinctAggregates of(Aggregator aggregator, Planning planning) {
        boolean isShardLocal = true;
        List<Expression> first = List.of();
        Expression function = null;
        Expression different = null;
        for (Aggregation aggregation : aggregator.aggregations()) {
            if (!aggregation.distinct()) {
                continue;
            }
            List<Expression> arguments = arguments(aggregation);
            isShardLocal = isShardLocal && arguments.stream()
                    .anyMatch(argument -> ColumnVindexes.isShardLocal(argument, planning));
            if (function == null) {
                first = arguments;
                function = aggregation.original().expression();
            }
            different = first.equals(arguments) || different != null ? different : aggregation.original().expression();
        }
        return new DistinctAggregates(isShardLocal, first, function, different);
    }

    boolean isEmpty() {
        return function == null;
    }

    private static List<Expression> arguments(Aggregation aggregation) {
        return switch (aggregation.function()) {
            case Call call -> call.arguments();
            case GroupConcat concat -> concat.arguments();
            case null, default -> List.of();
        };
    }

    /**
     * The one argument of all of them, for the gateway.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} when there are several
     */
    Expression onlyArgument() {
        if (different != null) {
            throw ErrorCode.VT12001.error("DISTINCT of several expressions over several shards: "
                    + SqlPrinter.print(different));
        }
        if (arguments.size() != 1) {
            throw ErrorCode.VT12001.error("a DISTINCT aggregate of several expressions"
                    + (function == null ? "" : ": " + SqlPrinter.print(function)));
        }
        return arguments.getFirst();
    }
}
