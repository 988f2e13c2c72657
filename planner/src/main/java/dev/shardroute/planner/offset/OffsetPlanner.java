package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.AggregatorColumns;
import dev.shardroute.planner.operator.ApplyJoinColumns;
import dev.shardroute.planner.operator.CheckColumn;
import dev.shardroute.planner.operator.Columns;
import dev.shardroute.planner.operator.HashJoinColumns;
import dev.shardroute.planner.operator.InputOffsets;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Orders;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.ProjectedColumns;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.RecursionColumns;
import dev.shardroute.planner.operator.RouteColumns;
import dev.shardroute.planner.operator.RouteOrdering;
import dev.shardroute.planner.operator.SubQueryColumns;
import dev.shardroute.planner.operator.UnionColumns;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Offset;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.function.Evaluation;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the columns that operators above the routes need, and gives them their places: from the root down, so that each
 * operator adds what it needs to its input before that is looked at itself.
 */
public final class OffsetPlanner {
    private final Planning planning;

    private OffsetPlanner(Planning planning) {
        this.planning = planning;
    }

    /** The tree with offsets in place of expressions, its columns being those of {@code items}, the select list of the statement. */
    public static Operator plan(Operator root, List<SelectItem> items, Planning planning) {
        OffsetPlanner planner = new OffsetPlanner(planning);
        Operator compact = Compaction.of(planner.planned(UnionWidth.narrowed(root, planning)));
        return planner.planned(ResultColumns.of(compact, items, planning));
    }

    private Operator planned(Operator operator) {
        Operator planned = planOffsets(operator);
        if (planned instanceof Operator.Route) {
            return planned;
        }
        List<Operator> inputs = planned.inputs().stream().map(this::planned).toList();
        if (planned instanceof Operator.Union || planned instanceof Operator.RecurseCte) {
            return UnionWidth.alike(planned.withInputs(inputs), planning);
        }
        if (planned instanceof Operator.Aggregator aggregator) {
            return exact(aggregator.over(inputs.getFirst()));
        }
        return inputs.isEmpty() ? planned : planned.withInputs(inputs);
    }

    /** An aggregation passes the columns of its input on: those of a derived table that nobody needs are cut off. */
    private Operator exact(Operator.Aggregator aggregator) {
        boolean hasMore = aggregator.resultColumns() == 0 && !(aggregator.input() instanceof Operator.Route)
                && Columns.list(aggregator.input(), planning).size() > aggregator.columns().size();
        return hasMore ? aggregator.withResultColumns(aggregator.columns().size()) : aggregator;
    }

    /** An operator that has its offsets stays as it is. */
    private Operator planOffsets(Operator operator) {
        return switch (operator) {
            case Operator.Route route -> plan(route);
            case Operator.Filter filter -> filter.evaluated().isPresent() ? filter : plan(filter);
            case Operator.Projection projection -> plan(projection);
            case Operator.Ordering ordering -> ordering.offsets().isEmpty() ? plan(ordering) : ordering;
            case Operator.Distinct distinct -> distinct.columns().isEmpty() ? plan(distinct) : distinct;
            case Operator.ApplyJoin join -> ApplyJoinColumns.planOffsets(join, planning);
            case Operator.HashJoin join -> HashJoinColumns.planOffsets(join, planning);
            case Operator.Aggregator aggregator -> AggregatorColumns.planOffsets(aggregator, planning);
            case Operator.SubQuery subquery -> SubQueryColumns.planOffsets(subquery, planning);
            case Operator.RecurseCte recursion -> RecursionColumns.planOffsets(recursion, planning);
            case Operator.Horizon horizon -> throw ErrorCode.VT13001.error("a query that was not taken apart");
            case Operator.Union union -> union;
            case Operator.LimitRows limit -> limit;
            case Operator.Window window -> window;
            case Operator.VindexTable vindex -> vindex;
            case Operator.SubQueryContainer container -> container;
            case Operator.LockAndComment comment -> comment;
            case Operator.QueryGraph graph -> graph;
            case Operator.Join join -> join;
            case Operator.Table table -> table;
        };
    }

    // routes

    /** Rows of several shards, each in an order, are merged in that order. */
    private Operator.Route plan(Operator.Route route) {
        if (route.routing().isSingleShard() || !route.ordering().isEmpty()) {
            return route;
        }
        InputOffsets offsets = new InputOffsets(route, planning);
        List<RouteOrdering> merged = new ArrayList<>();
        for (OrderBy key : Orders.of(route.input())) {
            if (!isWithoutOrder(key.item().expression())) {
                int column = offsets.column(key.expression());
                int weightString = planning.semantics().needsWeightString(key.expression())
                        ? offsets.column(Columns.weightString(key.expression()))
                        : -1;
                merged.add(new RouteOrdering(key.item().expression(), column, weightString, key.item().descending()));
            }
        }
        return ((Operator.Route) offsets.input()).withOrdering(merged);
    }

    private static boolean isWithoutOrder(Expression key) {
        return key instanceof Null || (key instanceof Call call && call.name().equalsIgnoreCase("rand"));
    }

    // other operators

    private Operator.Filter plan(Operator.Filter filter) {
        List<Expression> predicates =
                List.copyOf(new LinkedHashSet<>(filter.predicates().stream().map(Predicate::expression).toList()));
        InputOffsets offsets = new InputOffsets(filter.input(), planning);
        Expression evaluated = offsets.rewrite(Objects.requireNonNull(Expressions.and(predicates)));
        checkEvaluable(evaluated);
        return new Operator.Filter(offsets.input(), filter.predicates(), Optional.of(evaluated),
                filter.resultColumns());
    }

    private static void checkEvaluable(Expression expression) {
        if (!Evaluation.isEvaluable(expression)) {
            throw ErrorCode.VT12001.error("evaluation above the shards of " + SqlPrinter.print(expression));
        }
    }

    private Operator.Projection plan(Operator.Projection projection) {
        InputOffsets offsets = new InputOffsets(projection.input(), planning);
        List<ProjectionColumn> columns =
                ProjectedColumns.known(projection).stream().map(column -> plan(column, offsets)).toList();
        return projection.over(offsets.input()).withColumns(columns);
    }

    private static ProjectionColumn plan(ProjectionColumn column, InputOffsets offsets) {
        boolean isKnown =
                column.source().filter(source -> !(source instanceof ProjectionColumn.Subqueries)).isPresent();
        if (isKnown && column.source().get() instanceof ProjectionColumn.Evaluated) {
            return column;
        }
        ProjectionColumn planned = column.withEval(offsets.rewrite(column.eval()));
        if (isKnown) {
            return planned;
        }
        if (planned.eval() instanceof Offset offset) {
            return planned.from(new ProjectionColumn.InputColumn(offset.index()));
        }
        checkEvaluable(planned.eval());
        return planned.from(new ProjectionColumn.Evaluated());
    }

    private Operator.Ordering plan(Operator.Ordering ordering) {
        InputOffsets offsets = new InputOffsets(ordering.input(), planning);
        List<Integer> columns = ordering.order().stream().map(key -> offsets.column(key.expression())).toList();
        List<Integer> weightStrings = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean isNeeded = planning.semantics().needsWeightString(ordering.order().get(i).expression());
            weightStrings.add(isNeeded ? offsets.weightString(columns.get(i)) : -1);
        }
        return new Operator.Ordering(offsets.input(), ordering.order(), columns, weightStrings,
                ordering.resultColumns());
    }

    private Operator.Distinct plan(Operator.Distinct distinct) {
        Operator input = RouteColumns.exposed(distinct.input(), planning);
        List<SelectItem.Item> items = Columns.list(distinct.over(input), planning);
        InputOffsets offsets = new InputOffsets(input, planning);
        List<CheckColumn> columns = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Expression expression = items.get(i).expression();
            boolean isNeeded = planning.semantics().needsWeightString(expression)
                    && !UnionColumns.isNumberSomewhere(distinct.input(), i, planning);
            columns.add(new CheckColumn(i, isNeeded ? offsets.weightString(i) : -1,
                    planning.semantics().keyType(expression)));
        }
        return new Operator.Distinct(offsets.input(), distinct.required(), distinct.pushed(), columns,
                distinct.resultColumns());
    }
}
