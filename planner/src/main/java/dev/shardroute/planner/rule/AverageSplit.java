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
import java.util.Optional;

/**
 * Makes each average a sum divided by a count, since averages of shards cannot be put together.
 *
 * <pre>
 * Aggregator(avg(a))   =>   Projection(sum(a) / count(a))
 *                             Aggregator(sum(a), count(a))
 * </pre>
 */
final class AverageSplit {
    private AverageSplit() {}

    static Operator of(Aggregator aggregator) {
        List<SelectItem.Item> columns = new ArrayList<>(aggregator.columns());
        List<Aggregation> aggregations = new ArrayList<>(aggregator.aggregations());
        List<ProjectionColumn> projected = new ArrayList<>();
        for (SelectItem.Item item : aggregator.columns()) {
            projected.add(ProjectionColumn.of(item));
        }
        for (int i = 0; i < aggregator.aggregations().size(); i++) {
            Aggregation average = aggregator.aggregations().get(i);
            if (average.opcode() != AggregateOpcode.AVG) {
                continue;
            }
            if (average.distinct()) {
                throw ErrorCode.VT12001.error("AVG of DISTINCT values over several shards");
            }
            Call call = (Call) java.util.Objects.requireNonNull(average.function());
            Call sum = new Call(null, "sum", false, call.arguments());
            Call count = new Call(null, "count", false, call.arguments());
            projected.set(average.column(), ProjectionColumn.of(aggregator.columns().get(average.column()),
                    new Expression.Binary(BinaryOperator.DIVIDE, sum, count)));
            SelectItem.Item summed = new SelectItem.Item(sum, columns.get(average.column()).alias());
            columns.set(average.column(), summed);
            aggregations.set(i, Aggregation.of(AggregateOpcode.SUM, sum, summed, average.alias())
                    .withColumn(average.column()));
            aggregations.add(Aggregation.of(AggregateOpcode.COUNT, count, Items.of(count), SqlPrinter.print(count))
                    .withColumn(columns.size()));
            columns.add(Items.of(count));
        }
        Operator sums = aggregator.with(columns, aggregator.grouping(), aggregations);
        return new Operator.Projection(sums, new ProjectionColumns.Known(projected), Optional.empty());
    }
}
