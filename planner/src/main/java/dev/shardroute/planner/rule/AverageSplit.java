package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.plan.AggregateOpcode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes each average a sum divided by a count, since averages of shards cannot be put together.
 *
 * <pre>
 * Aggregator(avg(a))   =>   Projection(sum(a) / count(a))
 *                             Aggregator(sum(a), count(a))
 * </pre>
 *
 * Of no rows both are NULL. When the aggregation is a derived table, the projection becomes it. An average of different values
 * is refused: sum and count of them need them in one place.
 */
final class AverageSplit {
    private AverageSplit() {}

    static Operator of(Aggregator aggregator) {
        List<SelectItem.Item> columns = new ArrayList<>(aggregator.columns());
        List<Aggregation> aggregations = new ArrayList<>(aggregator.aggregations());
        List<ProjectionColumn> projected = new ArrayList<>(columns.stream().map(ProjectionColumn::of).toList());
        for (int i = 0; i < aggregator.aggregations().size(); i++) {
            Aggregation average = aggregator.aggregations().get(i);
            if (average.opcode() != AggregateOpcode.AVG) {
                continue;
            }
            Call sum = call("sum", average);
            Call count = call("count", average);
            SelectItem.Item item = columns.get(average.column());
            projected.set(average.column(),
                    ProjectionColumn.of(item, new Expression.Binary(BinaryOperator.DIVIDE, sum, count)));
            SelectItem.Item summed = new SelectItem.Item(sum, item.alias());
            columns.set(average.column(), summed);
            aggregations.set(i, Aggregation.of(AggregateOpcode.SUM, sum, summed, average.alias())
                    .withColumn(average.column()));
            aggregations.add(Aggregation.of(AggregateOpcode.COUNT, count, Items.of(count), SqlPrinter.print(count))
                    .withColumn(columns.size()));
            columns.add(Items.of(count));
        }
        Operator sums = aggregator.with(columns, aggregator.grouping(), aggregations).withoutDerived();
        return new Operator.Projection(sums, new ProjectionColumns.Known(projected), aggregator.derived());
    }

    private static Call call(String function, Aggregation average) {
        if (average.distinct()) {
            throw ErrorCode.VT12001.error("AVG of DISTINCT values over several shards");
        }
        Call call = (Call) Objects.requireNonNull(average.function());
        return new Call(null, function, false, call.arguments());
    }
}
