package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.CheckColumn;
import dev.shardroute.planner.operator.Columns;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.ProjectedColumns;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumn.Evaluated;
import dev.shardroute.planner.operator.ProjectionColumn.InputColumn;
import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.JoinedColumn;
import dev.shardroute.planner.plan.KeyColumn;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.SortColumn;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Offset;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.function.Evaluation;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes primitives of operators whose offsets are known: the index of that for all kinds of operator. */
public final class PlanBuilder {
    private final Planning planning;
    private final RoutePrimitives routes;
    private final boolean setsLastInsertId;

    private PlanBuilder(Planning planning, Function<String, Primitive> lookups) {
        this.planning = planning;
        this.setsLastInsertId = LastInsertId.isSetBy(planning.semantics().query());
        this.routes = new RoutePrimitives(planning, lookups, setsLastInsertId);
    }

    /**
     * The primitives.
     *
     * @param lookups plans the queries of lookup vindexes, given as text
     */
    public static Primitive build(Operator root, Planning planning, Function<String, Primitive> lookups) {
        Primitive primitive = new PlanBuilder(planning, lookups).primitive(root);
        Primitive whole = NeverEmpty.of(planning.semantics().query(), primitive, planning);
        VariableCheck.check(whole, planning.semantics().query());
        return whole;
    }

    private Primitive primitive(Operator operator) {
        return switch (operator) {
            case Operator.Route route -> routes.of(route);
            case Operator.ApplyJoin join -> new GatewayPrimitive.Join(primitive(join.left()), primitive(join.right()),
                    join.type() == JoinType.LEFT, joined(join.offsets()), join.variables());
            case Operator.HashJoin join -> hashJoin(join);
            case Operator.Union union -> union(union);
            case Operator.RecurseCte recursion -> new GatewayPrimitive.RecurseCte(primitive(recursion.left()),
                    primitive(recursion.right()), recursion.variables());
            case Operator.VindexTable vindex -> VindexFunctions.of(vindex);
            case Operator.SubQuery subquery -> subquery(subquery);
            case Operator.Filter filter -> new GatewayPrimitive.Filter(primitive(filter.input()),
                    filter.evaluated().orElseThrow(), filter.resultColumns());
            case Operator.Projection projection -> projection(projection);
            case Operator.Aggregator aggregator ->
                    AggregatePrimitives.of(aggregator, primitive(aggregator.input()), planning);
            case Operator.Ordering ordering -> sort(ordering);
            case Operator.LimitRows limit -> limit(limit);
            case Operator.Distinct distinct -> new GatewayPrimitive.Distinct(primitive(distinct.input()),
                    distinct.columns().stream().map(PlanBuilder::key).toList(), distinct.resultColumns());
            case Operator.Window window -> {
                ShardWindows.check(window, planning);
                yield primitive(window.input());
            }
            case Operator.Horizon other -> throw unplanned(other);
            case Operator.SubQueryContainer other -> throw unplanned(other);
            case Operator.LockAndComment other -> throw unplanned(other);
            case Operator.QueryGraph other -> throw unplanned(other);
            case Operator.Join other -> throw unplanned(other);
            case Operator.Table other -> throw unplanned(other);
        };
    }

    private static RuntimeException unplanned(Operator operator) {
        return ErrorCode.VT13001.error("no primitive for " + operator.describe());
    }

    // several inputs

    private static List<JoinedColumn> joined(List<Integer> offsets) {
        return offsets.stream()
                .map(offset -> offset < 0 ? JoinedColumn.left(-1 - offset) : JoinedColumn.right(offset)).toList();
    }

    private Primitive hashJoin(Operator.HashJoin join) {
        Primitive left = primitive(join.left());
        Primitive right = primitive(join.right());
        if (join.keys().size() != 1) {
            throw ErrorCode.VT12001.error("a hash join on " + join.keys().size() + " equalities");
        }
        Operator.HashComparison comparison = join.comparisons().getFirst();
        Optional<ExpressionType> type = keyType(comparison);
        Operator.HashKeys keys = join.keys().getFirst();
        Expression predicate = new Expression.Comparison(Expression.ComparisonOperator.EQUAL, comparison.left(),
                comparison.right());
        return new GatewayPrimitive.HashJoin(left, right, join.leftJoin(), joined(join.offsets()), keys.left(),
                keys.right(), predicate, type.map(ExpressionType::type).orElse(null),
                type.map(ExpressionType::collation).orElse(null));
    }

    private Optional<ExpressionType> keyType(Operator.HashComparison comparison) {
        return HashKeyTypes.of(planning.semantics().type(comparison.left()),
                planning.semantics().type(comparison.right()));
    }

    private Primitive union(Operator.Union union) {
        List<Primitive> inputs = union.sources().stream().map(this::primitive).toList();
        return inputs.size() == 1 ? inputs.getFirst() : new GatewayPrimitive.Concatenate(named(union, inputs));
    }

    /** The first query names the columns; two that are the same one of a join have only one name. */
    private List<Primitive> named(Operator.Union union, List<Primitive> inputs) {
        Map<Integer, String> names = new TreeMap<>();
        List<SelectItem> given = ShownColumns.of(union.sources().getFirst(), planning);
        for (int i = 0; i < union.columns().size() && i < given.size(); i++) {
            if (union.columns().get(i) instanceof SelectItem.Item(BoundColumn column, var alias)
                    && given.get(i) instanceof SelectItem.Item item
                    && (item.alias() != null || isNamed(item.expression()) || hasAlias(union.items().getFirst(), i))
                    && !Items.name(item).equalsIgnoreCase(column.name())) {
                names.put(i, column.name());
            }
        }
        if (names.isEmpty()) {
            return inputs;
        }
        List<Primitive> renamed = new ArrayList<>(inputs);
        renamed.set(0, new GatewayPrimitive.RenameFields(inputs.getFirst(), names));
        return renamed;
    }

    private static boolean hasAlias(List<SelectItem> items, int index) {
        return index < items.size() && items.get(index) instanceof SelectItem.Item item && item.alias() != null;
    }

    /** True for a column, and for a constant, which a join asks for without the alias that it is selected by. */
    private static boolean isNamed(Expression expression) {
        return switch (expression) {
            case BoundColumn column -> true;
            case Expression.Literal constant -> true;
            case Expression.Null constant -> true;
            case Expression.Variable constant -> true;
            default -> false;
        };
    }

    private Primitive subquery(Operator.SubQuery subquery) {
        Primitive outer = primitive(subquery.outer().orElseThrow());
        Primitive inner = primitive(subquery.subquery());
        return subquery.isCorrelated()
                ? new GatewayPrimitive.SemiJoin(outer, inner, subquery.variables())
                : new GatewayPrimitive.UncorrelatedSubquery(subquery.use().opcode(), orNull(subquery.hasRows()),
                        orNull(subquery.argument()), inner, outer);
    }

    private static @Nullable String orNull(String name) {
        return name.isEmpty() ? null : name;
    }

    // one input

    private Primitive projection(Operator.Projection projection) {
        Primitive input = primitive(projection.input());
        List<ProjectionColumn> columns = ProjectedColumns.known(projection);
        return columns.stream().allMatch(column -> column.source().orElseThrow() instanceof InputColumn)
                ? simple(projection, columns, input)
                : new GatewayPrimitive.Projection(input, columns.stream().map(PlanBuilder::projected).toList());
    }

    private Primitive simple(Operator.Projection projection, List<ProjectionColumn> columns, Primitive input) {
        List<Integer> indices = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean inOrder = true;
        for (ProjectionColumn column : columns) {
            int index = ((InputColumn) column.source().orElseThrow()).index();
            inOrder = inOrder && index == indices.size();
            indices.add(index);
            names.add(Objects.requireNonNullElse(column.original().alias(), ""));
        }
        boolean isWhole = inOrder
                && Columns.list(projection.input(), planning).size() == indices.size();
        return new GatewayPrimitive.SimpleProjection(input, isWhole ? null : indices, names);
    }

    private static GatewayPrimitive.Projected projected(ProjectionColumn column) {
        Expression expression = switch (column.source().orElse(null)) {
            case InputColumn(var index) -> new Offset(index);
            case Evaluated evaluated -> column.eval();
            case null, default -> throw ErrorCode.VT13001.error("a column without place");
        };
        return new GatewayPrimitive.Projected(expression, Items.name(column.original()));
    }

    private Primitive sort(Operator.Ordering ordering) {
        List<SortColumn> keys = new ArrayList<>();
        for (int i = 0; i < ordering.order().size(); i++) {
            Optional<ExpressionType> type = planning.semantics().keyType(ordering.order().get(i).expression());
            KeyColumn key = KeyColumn.of(ordering.offsets().get(i), ordering.weightStrings().get(i), type);
            keys.add(new SortColumn(key, ordering.order().get(i).item().descending()));
        }
        return new GatewayPrimitive.Sort(primitive(ordering.input()), keys, ordering.resultColumns());
    }

    private Primitive limit(Operator.LimitRows rows) {
        Limit limit = rows.limit();
        checkEvaluable(limit.rowCount());
        if (limit.offset() != null) {
            checkEvaluable(limit.offset());
        }
        return new GatewayPrimitive.Limit(primitive(rows.input()), limit.rowCount(), limit.offset(), setsLastInsertId);
    }

    private static void checkEvaluable(Expression expression) {
        if (!Evaluation.isEvaluable(expression)) {
            throw ErrorCode.VT12001.error("LIMIT " + SqlPrinter.print(expression));
        }
    }

    private static KeyColumn key(CheckColumn column) {
        OptionalInt weightString =
                column.weightString() < 0 ? OptionalInt.empty() : OptionalInt.of(column.weightString());
        return new KeyColumn(column.column(), weightString, column.type());
    }
}
