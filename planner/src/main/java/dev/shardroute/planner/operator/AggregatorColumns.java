package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.tree.Aggregations;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of an aggregation. Each column of an aggregation is the same column of its input. */
public final class AggregatorColumns {
    private AggregatorColumns() {}

    static Added add(Aggregator aggregator, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        Aggregator planned = planOffsets(aggregator, planning);
        Expression expression = inside(planned, item.expression(), planning);
        AggregatorDraft draft = new AggregatorDraft(planned, planning);
        int found = reuse ? find(planned, draft, expression) : -1;
        if (found >= 0) {
            return new Added(draft.show(found).result(), found);
        }
        if (reuse && groupBy) {
            throw ErrorCode.VT12001.error("in grouping, a column that is neither a key nor an aggregate: "
                    + SqlPrinter.print(expression));
        }
        int column = draft.append(new SelectItem.Item(expression, item.alias()), isKey(draft, expression, groupBy));
        return new Added(draft.show(column).result(), column);
    }

    /** True when the column must be grouped by: it is the weight string of a key, or it is to be a key. */
    private static boolean isKey(AggregatorDraft draft, Expression expression, boolean groupBy) {
        boolean isWeightString =
                expression instanceof WeightString(var operand, var type) && draft.takeWeightString(operand);
        return isWeightString || groupBy;
    }

    private static Expression inside(Aggregator aggregator, Expression expression, Planning planning) {
        return aggregator.derived().flatMap(derived -> planning.semantics().info(derived.id()))
                .map(info -> planning.semantics().inside(expression, info)).orElse(expression);
    }

    /** The aggregation with a column that its input surely has, as under a route. */
    static Added addWithoutPushing(Aggregator aggregator, SelectItem.Item item, boolean groupBy, Planning planning) {
        AggregatorDraft draft = new AggregatorDraft(aggregator, planning);
        int column = draft.appendHere(item, groupBy);
        return new Added(draft.result(), column);
    }

    /** {@link #addWithoutPushing}, for rules. */
    public static Aggregator with(Aggregator aggregator, SelectItem.Item item, boolean groupBy, Planning planning) {
        return (Aggregator) addWithoutPushing(aggregator, item, groupBy, planning).operator();
    }

    static Added addWeightString(Aggregator aggregator, int column, boolean underRoute, Planning planning) {
        Aggregator planned = underRoute ? aggregator : planOffsets(aggregator, planning);
        AggregatorDraft draft = new AggregatorDraft(planned, planning);
        int known = draft.weightStringOf(column);
        if (known >= 0) {
            return new Added((underRoute ? draft : draft.show(known)).result(), known);
        }
        int added = draft.appendWeightString(column, underRoute);
        return new Added((underRoute ? draft : draft.show(added)).result(), added);
    }

    static int find(Aggregator aggregator, Expression expression, boolean underRoute, Planning planning) {
        return underRoute && aggregator.derived().isPresent()
                ? -1
                : find(aggregator, new AggregatorDraft(aggregator, planning), inside(aggregator, expression, planning));
    }

    /** What a derived table is not asked for by the statement, but by operators above, is known by its name outside only. */
    private static int find(Aggregator aggregator, AggregatorDraft draft, Expression expression) {
        int found = draft.find(expression);
        return found >= 0 ? found
                : aggregator.derived().map(table -> table.place(expression, draft.columns())).orElse(-1);
    }

    static List<SelectItem.Item> list(Aggregator aggregator, Planning planning) {
        return Truncation.truncated(aggregator, new AggregatorDraft(aggregator, planning).columns());
    }

    /** The aggregation over an input whose columns are in the places that it needs. */
    public static Aggregator planOffsets(Aggregator aggregator, Planning planning) {
        return aggregator.offsetPlanned() ? aggregator : new AggregatorDraft(aggregator, planning).plan();
    }

    /**
     * What an aggregate needs of its input.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03001} for a function that takes one argument and has several,
     *         {@code VT12001} for GROUP_CONCAT of several
     */
    public static Expression argument(Aggregation aggregation) {
        return switch (aggregation.opcode()) {
            case ANY_VALUE -> aggregation.function() instanceof Call call && call.arguments().size() == 1
                    ? call.arguments().getFirst()
                    : aggregation.original().expression();
            case CONSTANT, UDF -> aggregation.original().expression();
            case COUNT_STAR -> new Expression.Literal(Value.of(1));
            default -> argument(aggregation.function(), aggregation);
        };
    }

    private static Expression argument(@Nullable Expression function,
            Aggregation aggregation) {
        return switch (function) {
            case GroupConcat concat when concat.arguments().size() > 1 ->
                    throw ErrorCode.VT12001.error("GROUP_CONCAT of several columns");
            case GroupConcat concat -> concat.arguments().getFirst();
            case Call call when call.arguments().size() == 1 -> call.arguments().getFirst();
            case Expression.CountStar star -> new Expression.Literal(Value.of(1));
            case null, default -> throw ErrorCode.VT03001.error(
                    SqlPrinter.print(aggregation.original().expression()));
        };
    }

    /** The aggregate that a column of its own is. */
    static Aggregation aggregation(SelectItem.Item item, Planning planning) {
        return planning.isAggregate(item.expression())
                ? Aggregations.ofFunction(item.expression(), item)
                : Aggregations.ofAnyRow(item);
    }

    /** True when the values of an aggregate can only be compared by their weight strings. */
    static boolean needsWeightString(Aggregation aggregation, Planning planning) {
        return aggregation.opcode().comparesValues() && planning.semantics().needsWeightString(argument(aggregation));
    }
}
