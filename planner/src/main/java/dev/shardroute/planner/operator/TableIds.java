package dev.shardroute.planner.operator;

import dev.shardroute.planner.semantics.TableSet;

/** Which tables the rows of an operator come from. */
public final class TableIds {
    private TableIds() {}

    /** All tables at and below the operator, derived tables and what is inside of them. */
    public static TableSet of(Operator operator) {
        TableSet tables = introducedBy(operator);
        for (Operator input : operator.inputs()) {
            tables = tables.union(of(input));
        }
        return tables;
    }

    /** The tables at and below the operator whose columns outer joins there make null in rows without partner. */
    public static TableSet ofOuter(Operator operator) {
        TableSet tables = switch (operator) {
            case Operator.Join join when !join.type().isInner() -> of(join.right());
            case Operator.ApplyJoin join when !join.type().isInner() -> of(join.right());
            case Operator.HashJoin join when join.leftJoin() -> of(join.right());
            default -> TableSet.EMPTY;
        };
        for (Operator input : operator.inputs()) {
            tables = tables.union(ofOuter(input));
        }
        return tables;
    }

    /** The tables that are new at the operator itself. */
    public static TableSet introducedBy(Operator operator) {
        return switch (operator) {
            case Operator.QueryGraph graph -> union(graph);
            case Operator.Table table -> table.table().id();
            case Operator.VindexTable vindex -> vindex.table().id();
            case Operator.Route route -> merged(route);
            case Operator.Horizon horizon -> horizon.derived().map(DerivedTable::id).orElse(TableSet.EMPTY);
            case Operator.Projection projection -> projection.derived().map(DerivedTable::id).orElse(TableSet.EMPTY);
            case Operator.Aggregator aggregator -> aggregator.derived().map(DerivedTable::id).orElse(TableSet.EMPTY);
            case Operator.RecurseCte recursion -> recursion.table().id();
            case Operator.Join join -> TableSet.EMPTY;
            case Operator.ApplyJoin join -> TableSet.EMPTY;
            case Operator.HashJoin join -> TableSet.EMPTY;
            case Operator.Union union -> TableSet.EMPTY;
            case Operator.SubQueryContainer container -> TableSet.EMPTY;
            case Operator.SubQuery subquery -> TableSet.EMPTY;
            case Operator.Filter filter -> TableSet.EMPTY;
            case Operator.Ordering ordering -> TableSet.EMPTY;
            case Operator.LimitRows limit -> TableSet.EMPTY;
            case Operator.Distinct distinct -> TableSet.EMPTY;
            case Operator.Window window -> TableSet.EMPTY;
            case Operator.LockAndComment comment -> TableSet.EMPTY;
        };
    }

    private static TableSet union(Operator.QueryGraph graph) {
        TableSet tables = TableSet.EMPTY;
        for (QueryTable table : graph.tables()) {
            tables = tables.union(table.id());
        }
        return tables;
    }

    private static TableSet merged(Operator.Route route) {
        TableSet tables = TableSet.EMPTY;
        for (Operator.Route other : route.merged()) {
            tables = tables.union(of(other));
        }
        return tables;
    }
}
