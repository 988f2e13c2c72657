package dev.shardroute.planner.operator;

import java.util.List;
import java.util.Optional;

/** Cuts off columns that were added for work above. */
public final class Truncation {
    private Truncation() {}

    /** The operator with its first columns only; empty when it cannot cut off the others. */
    public static Optional<Operator> truncate(Operator operator, int columns) {
        return switch (operator) {
            case Operator.Route route -> Optional.of(route.truncate(columns));
            case Operator.Filter filter -> Optional.of(
                    new Operator.Filter(filter.input(), filter.predicates(), filter.evaluated(), columns));
            case Operator.Ordering ordering -> Optional.of(new Operator.Ordering(ordering.input(), ordering.order(),
                    ordering.offsets(), ordering.weightStrings(), columns));
            case Operator.Distinct distinct -> Optional.of(new Operator.Distinct(distinct.input(), distinct.required(),
                    distinct.pushed(), distinct.columns(), columns));
            case Operator.Aggregator aggregator -> Optional.of(aggregator.withResultColumns(columns));
            case Operator.LimitRows limit -> truncate(limit.input(), columns).map(limit::over);
            case Operator.SubQuery subquery -> subquery.outer().filter(outer -> needsOnly(subquery, columns))
                    .flatMap(outer -> truncate(outer, columns))
                    .map(outer -> subquery.with(Optional.of(outer), subquery.subquery()));
            default -> Optional.empty();
        };
    }

    private static boolean needsOnly(Operator.SubQuery subquery, int columns) {
        return subquery.variables().values().stream().allMatch(column -> column < columns);
    }

    /** How many columns an operator gives in the end, or 0 for all. */
    static int resultColumns(Operator operator) {
        return switch (operator) {
            case Operator.Route route -> route.resultColumns();
            case Operator.Filter filter -> filter.resultColumns();
            case Operator.Ordering ordering -> ordering.resultColumns();
            case Operator.Distinct distinct -> distinct.resultColumns();
            case Operator.Aggregator aggregator -> aggregator.resultColumns();
            default -> 0;
        };
    }

    /** The first elements only, as many as the operator gives columns. */
    static <T> List<T> truncated(Operator operator, List<T> columns) {
        int count = resultColumns(operator);
        return count == 0 || count >= columns.size() ? columns : columns.subList(0, count);
    }
}
