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
 * The aggregates of different values. Equal values must be seen in one place: on the shards, where each value is on one shard
 * only, otherwise at the gateway, which can do that for one argument.
 *
 * @param canPush   true when the shards can do all of them
 * @param arguments the arguments of the first of them; empty for none
 * @param function  the first of them, or null
 */
record DistinctAggregates(boolean canPush, List<Expression> arguments, @Nullable Expression function) {
    /**
     * Those of an aggregation.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} when the gateway would have to do it for several
     *         different arguments
     */
    static DistinctAggregates of(Aggregator aggregator, Planning planning) {
        boolean canPush = true;
        List<Expression> first = List.of();
        Expression function = null;
        Aggregation different = null;
        for (Aggregation aggregation : aggregator.aggregations()) {
            if (!aggregation.distinct()) {
                continue;
            }
            List<Expression> arguments = arguments(aggregation);
            canPush = canPush && arguments.stream()
                    .anyMatch(argument -> ColumnVindexes.isShardLocal(argument, planning));
            if (function == null) {
                first = arguments;
                function = aggregation.original().expression();
            }
            different = first.equals(arguments) || different != null ? different : aggregation;
        }
        if (!canPush && different != null) {
            throw ErrorCode.VT12001.error("DISTINCT of several expressions over several shards: "
                    + SqlPrinter.print(different.original().expression()));
        }
        return new DistinctAggregates(canPush, first, function);
    }

    private static List<Expression> arguments(Aggregation aggregation) {
        return switch (aggregation.function()) {
            case Call call -> call.arguments();
            case GroupConcat concat -> concat.arguments();
            case null, default -> List.of();
        };
    }

    /**
     * The one argument of all of them.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} when there are several
     */
    Expression onlyArgument() {
        if (arguments.size() != 1) {
            throw ErrorCode.VT12001.error("a DISTINCT aggregate of several expressions"
                    + (function == null ? "" : ": " + SqlPrinter.print(function)));
        }
        return arguments.getFirst();
    }
}
