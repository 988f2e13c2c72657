package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.plan.AggregateOpcode;
import dev.shardroute.planner.tree.Aggregations;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An aggregation that is being given columns. For one use. */
final class AggregatorDraft {
    private final Aggregator base;
    private final Planning planning;
    private final List<SelectItem.Item> columns;
    private final List<GroupBy> grouping;
    private final List<Aggregation> aggregations;
    private Operator input;
    private int resultColumns;
    private boolean planned;

    AggregatorDraft(Aggregator aggregator, Planning planning) {
        this.base = aggregator;
        this.planning = planning;
        this.columns = new ArrayList<>(aggregator.columns());
        this.grouping = new ArrayList<>(aggregator.grouping());
        this.aggregations = new ArrayList<>(aggregator.aggregations());
        this.input = aggregator.input();
        this.resultColumns = aggregator.resultColumns();
        this.planned = aggregator.offsetPlanned();
        boolean isOverDerived = Columns.derived(input).isPresent() && !aggregations.isEmpty();
        if (!isOverDerived && planned) {
            takeOverColumns();
        }
    }

    /** Operators that were pushed below may have added columns at the end. */
    private void takeOverColumns() {
        List<SelectItem.Item> below = Columns.list(input, planning);
        if (below.size() > columns.size()) {
            columns.addAll(below.subList(columns.size(), below.size()));
        }
    }

    List<SelectItem.Item> columns() {
        return columns;
    }

    int find(Expression expression) {
        return Columns.indexOf(columns, expression);
    }

    /** A column that somebody needs is not cut off. */
    AggregatorDraft show(int column) {
        if (resultColumns > 0 && resultColumns <= column) {
            resultColumns = column + 1;
        }
        return this;
    }

    Aggregator result() {
        return new Aggregator(input, columns, grouping, aggregations, base.rollup(), base.distinctExpression(),
                base.derived(), base.projection(), base.pushed(), base.original(), resultColumns,
                planned, base.truncate());
    }

    // one more column

    /** A column here and in the input. */
    int append(SelectItem.Item item, boolean groupBy) {
        int column = columns.size();
        if (!groupBy) {
            aggregations.add(ofInput(item).withColumn(column));
        }
        columns.add(item);
        Added below = Columns.add(input, item, false, groupBy, planning);
        input = below.operator();
        return sameColumn(column, below.column(), item);
    }

    /** The aggregate of a column that the input has, or is given. */
    private Aggregation ofInput(SelectItem.Item item) {
        if (!planning.isAggregate(item.expression())) {
            return Aggregations.ofAnyRow(item);
        }
        Aggregation function = Aggregations.ofFunction(item.expression(), item);
        boolean isSplit = base.pushed() && input instanceof Operator.Route && !function.distinct()
                && function.opcode() != AggregateOpcode.AVG && function.opcode() != AggregateOpcode.GROUP_CONCAT;
        if (!isSplit) {
            throw ErrorCode.VT12001.error("an aggregate that is needed above its aggregation only: "
                    + SqlPrinter.print(item.expression()));
        }
        return function.ofParts().asPushedDown();
    }

    /** A column here only. */
    int appendHere(SelectItem.Item item, boolean groupBy) {
        int column = columns.size();
        columns.add(item);
        if (groupBy) {
            grouping.add(GroupBy.of(item.expression()).withColumn(column));
        } else {
            aggregations.add(AggregatorColumns.aggregation(item, planning).withColumn(column));
        }
        return column;
    }

    private static int sameColumn(int here, int below, SelectItem.Item item) {
        if (here != below) {
            throw ErrorCode.VT12001
                    .error("a column of a grouping in different places: " + SqlPrinter.print(item.expression()));
        }
        return here;
    }

    // weight strings

    /** Makes the next column the weight string of a key; false when the expression is no key. */
    boolean takeWeightString(Expression key) {
        for (int i = 0; i < grouping.size(); i++) {
            if (grouping.get(i).expression().equals(key)) {
                grouping.set(i, grouping.get(i).withWeightString(columns.size()));
                return true;
            }
        }
        return false;
    }

    /** The column of the weight string of a column, or -1. */
    int weightStringOf(int column) {
        for (GroupBy key : grouping) {
            if (key.column() == column) {
                return key.weightString();
            }
        }
        for (Aggregation aggregation : aggregations) {
            if (aggregation.column() == column) {
                return aggregation.weightString();
            }
        }
        return -1;
    }

    int appendWeightString(int column, boolean underRoute) {
        int added = columns.size();
        noteWeightString(column, added);
        SelectItem.Item item = Items.of(Columns.weightString(columns.get(column).expression()));
        columns.add(item);
        if (underRoute) {
            return added;
        }
        Added below = Columns.addWeightString(input, column, false, planning);
        input = below.operator();
        return sameColumn(added, below.column(), item);
    }

    private void noteWeightString(int column, int weightString) {
        for (int i = 0; i < grouping.size(); i++) {
            if (grouping.get(i).column() == column) {
                grouping.set(i, grouping.get(i).withWeightString(weightString));
                return;
            }
        }
        for (int i = 0; i < aggregations.size(); i++) {
            if (aggregations.get(i).column() == column) {
                aggregations.set(i, aggregations.get(i).withWeightString(weightString));
                return;
            }
        }
        throw neitherKeyNorAggregate(column);
    }

    private RuntimeException neitherKeyNorAggregate(int column) {
        Expression expression = columns.get(column).expression();
        return ErrorCode.VT12001.error("in grouping, a column that is neither a key nor an aggregate: "
                + SqlPrinter.print(expression));
    }

    // all columns

    Aggregator plan() {
        if (base.pushed()) {
            planPushed();
        } else {
            planWhole();
        }
        planned = true;
        return result();
    }

    /** The shards do a part of it, and have its columns. */
    private void planPushed() {
        for (int i = 0; i < grouping.size(); i++) {
            GroupBy key = withColumn(grouping.get(i));
            boolean needsWeightString =
                    key.weightString() < 0 && planning.semantics().needsWeightString(key.expression());
            grouping.set(i, needsWeightString
                    ? key.withWeightString(fetch(Columns.weightString(key.expression()), true))
                    : key);
        }
        for (int i = 0; i < aggregations.size(); i++) {
            Aggregation aggregation = aggregations.get(i);
            if (AggregatorColumns.needsWeightString(aggregation, planning)) {
                Expression value = aggregation.pushedDown()
                        ? Objects.requireNonNull(aggregation.function())
                        : AggregatorColumns.argument(aggregation);
                int column = fetch(Columns.weightString(value), !aggregation.pushedDown());
                aggregations.set(i, aggregation.withWeightString(column));
            }
        }
    }

    private GroupBy withColumn(GroupBy key) {
        return key.column() >= 0 ? key : key.withColumn(fetch(key.expression(), false));
    }

    /** All of it is done here: a projection below puts the columns into their places. */
    private void planWhole() {
        input = new Operator.Projection(input, new ProjectionColumns.Known(List.of()), Optional.empty());
        for (int column = 0; column < columns.size(); column++) {
            fetchColumn(column);
        }
        for (int i = 0; i < grouping.size(); i++) {
            GroupBy key = withColumn(grouping.get(i));
            boolean needsWeightString =
                    key.weightString() < 0 && planning.semantics().needsWeightString(key.expression());
            grouping.set(i, needsWeightString
                    ? key.withWeightString(fetchWeightString(key.column(), key.expression()))
                    : key);
        }
        for (int i = 0; i < aggregations.size(); i++) {
            Aggregation aggregation = aggregations.get(i);
            if (aggregation.weightString() < 0 && AggregatorColumns.needsWeightString(aggregation, planning)) {
                int column = fetchWeightString(aggregation.column(), AggregatorColumns.argument(aggregation));
                aggregations.set(i, aggregation.withWeightString(column));
            }
        }
    }

    private void fetchColumn(int column) {
        boolean isKey = grouping.stream().anyMatch(key -> key.column() == column);
        SelectItem.Item item = isKey ? columns.get(column) : aggregations.stream()
                .filter(aggregation -> aggregation.column() == column).findFirst()
                .map(aggregation -> Items.of(AggregatorColumns.argument(aggregation)))
                .orElseThrow(() -> neitherKeyNorAggregate(column));
        Added below = Columns.add(input, item, false, isKey, planning);
        input = below.operator();
        sameColumn(column, below.column(), columns.get(column));
    }

    /** A column of the input, added where it is missing. */
    private int fetch(Expression expression, boolean groupBy) {
        beforeAdding();
        Added below = Columns.add(input, Items.of(expression), true, groupBy, planning);
        input = below.operator();
        return noteColumn(below.column(), expression);
    }

    private int fetchWeightString(int column, Expression expression) {
        beforeAdding();
        Added below = Columns.addWeightString(input, column, false, planning);
        input = below.operator();
        return noteColumn(below.column(), Columns.weightString(expression));
    }

    private int noteColumn(int below, Expression expression) {
        if (below == columns.size()) {
            columns.add(Items.of(expression));
        }
        return below;
    }

    /** Columns that nobody has asked for are cut off in the end. */
    private void beforeAdding() {
        if (resultColumns == 0 && base.truncate()) {
            resultColumns = columns.size();
        }
    }
}
