package dev.shardroute.planner.operator;

import java.util.List;

/** The order in which operators give their rows. */
public final class Orders {
    private Orders() {}

    /** The keys, the first one first; empty for no order. */
    public static List<OrderBy> of(Operator operator) {
        return switch (operator) {
            case Operator.Ordering ordering -> ordering.order();
            case Operator.Horizon horizon -> horizon.projection().orderBy();
            case Operator.ApplyJoin join -> of(join.left());
            case Operator.HashJoin join -> List.of();
            case Operator.SubQueryContainer container -> of(container.outer());
            case Operator.SubQuery subquery -> subquery.outer().map(Orders::of).orElse(List.of());
            case Operator.RecurseCte recursion -> List.of();
            case Operator.Join join -> List.of();
            case Operator.Union union -> List.of();
            case Operator.QueryGraph graph -> List.of();
            case Operator.Table table -> List.of();
            case Operator.VindexTable vindex -> List.of();
            case Operator.Route route -> of(route.input());
            case Operator.Filter filter -> of(filter.input());
            case Operator.Projection projection -> of(projection.input());
            case Operator.Aggregator aggregator -> of(aggregator.input());
            case Operator.LimitRows limit -> of(limit.input());
            case Operator.Distinct distinct -> of(distinct.input());
            case Operator.Window window -> of(window.input());
            case Operator.LockAndComment comment -> of(comment.input());
        };
    }
}
