package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.AggregatorColumns;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.plan.Aggregate;
import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.KeyColumn;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SpecialForm;
import dev.shardroute.sql.function.Evaluation;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Optional;

/** Makes primitives of aggregations. */
final class AggregatePrimitives {
    private AggregatePrimitives() {}

    static Primitive of(Operator.Aggregator aggregator, Primitive input, Planning planning) {
        if (aggregator.rollup()) {
            throw ErrorCode.VT12001.error("GROUP BY WITH ROLLUP over several shards");
        }
        List<Aggregate> aggregates =
                aggregator.aggregations().stream().map(aggregation -> aggregate(aggregation, planning)).toList();
        if (aggregator.grouping().isEmpty()) {
            return new GatewayPrimitive.ScalarAggregate(input, aggregates, aggregator.resultColumns());
        }
        List<KeyColumn> keys = aggregator.grouping().stream().map(key -> key(key, planning)).toList();
        return new GatewayPrimitive.OrderedAggregate(input, aggregates, keys, aggregator.resultColumns());
    }

    private static KeyColumn key(GroupBy key, Planning planning) {
        return KeyColumn.of(key.column(), key.weightString(), planning.semantics().keyType(key.expression()));
    }

    private static Aggregate aggregate(Aggregation aggregation, Planning planning) {
        return switch (aggregation.opcode()) {
            case UDF -> throw ErrorCode.VT12001.error("an aggregate function that only shards know: "
                    + SqlPrinter.print(aggregation.original().expression()));
            case CONSTANT -> constant(aggregation);
            case GROUP_CONCAT -> new Aggregate.GroupConcat(aggregation.column(), separator(aggregation),
                    aggregation.alias());
            default -> new Aggregate.OfColumn(aggregation.opcode(),
                    aggregation.originalOpcode().orElse(aggregation.opcode()),
                    KeyColumn.of(aggregation.column(), aggregation.weightString(), type(aggregation, planning)),
                    aggregation.alias());
        };
    }

    private static Aggregate constant(Aggregation aggregation) {
        Expression value = aggregation.original().expression();
        if (!Evaluation.isEvaluable(value)) {
            throw ErrorCode.VT12001.error("evaluation above the shards of " + SqlPrinter.print(value));
        }
        return new Aggregate.Constant(aggregation.column(), value, aggregation.alias());
    }

    private static String separator(Aggregation aggregation) {
        return aggregation.function() instanceof SpecialForm.GroupConcat concat && concat.separator() != null
                ? concat.separator()
                : Aggregate.GroupConcat.SEPARATOR;
    }

    /** Only needed where values are compared. */
    private static Optional<ExpressionType> type(Aggregation aggregation, Planning planning) {
        return aggregation.opcode().comparesValues() && aggregation.function() != null
                ? planning.semantics().keyType(AggregatorColumns.argument(aggregation))
                : Optional.empty();
    }
}
