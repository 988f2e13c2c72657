package dev.shardroute.planner.operator;

import dev.shardroute.planner.operator.Operator.Horizon;
import dev.shardroute.planner.operator.Operator.Projection;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.sql.function.Functions;
import dev.shardroute.sql.function.SqlFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings predicates on the rows of a query, of one in FROM mostly, below what the query does with its rows. Where that would
 * change what the query makes of the other rows, the predicate stays above.
 */
final class HorizonPredicates {
    private HorizonPredicates() {}

    static Operator add(Horizon horizon, List<Predicate> predicates, Planning planning) {
        return horizon.query().limit() == null
                ? split(horizon, predicates, planning, predicate -> inside(horizon.derived(), predicate, planning)
                        .filter(inner -> isForRows(horizon, inner.expression(), planning)))
                : Predicates.filter(horizon, predicates);
    }

    static Operator add(Projection projection, List<Predicate> predicates, Planning planning) {
        return split(projection, predicates, planning, predicate -> isOfInside(projection, predicate, planning)
                ? Optional.of(predicate)
                : inside(projection.derived(), predicate, planning));
    }

    /** What has a form for inside goes below, the others stay above. */
    private static Operator split(Operator.Unary operator, List<Predicate> predicates, Planning planning,
            Function<Predicate, Optional<Predicate>> inside) {
        List<Predicate> below = new ArrayList<>();
        List<Predicate> above = new ArrayList<>();
        for (Predicate predicate : predicates) {
            inside.apply(predicate).ifPresentOrElse(below::add, () -> above.add(predicate));
        }
        return Predicates.filter(operator.over(Predicates.add(operator.input(), below, planning)), above);
    }

    /** True for a condition on groups of the derived table itself. */
    private static boolean isOfInside(Projection projection, Predicate predicate, Planning planning) {
        return projection.derived()
                .filter(table -> planning.semantics().direct(predicate.expression()).overlaps(table.id())).isEmpty();
    }

    /** The predicate as it is inside of a derived table; empty when it needs more than the table has. */
    private static Optional<Predicate> inside(Optional<DerivedTable> derived, Predicate predicate,
            Planning planning) {
        if (derived.isEmpty()) {
            return Optional.of(predicate);
        }
        SemanticTable semantics = planning.semantics();
        Optional<TableInfo> table = semantics.info(derived.get().id());
        if (table.isEmpty() || !semantics.direct(predicate.expression()).isSubsetOf(derived.get().id())) {
            return Optional.empty();
        }
        Predicate inner = predicate.map(expression -> behindStars(semantics.inside(expression, table.get()),
                table.get(), semantics));
        boolean isKnown = !semantics.direct(inner.expression()).overlaps(derived.get().id());
        return isKnown && isRepeatable(inner.expression()) ? Optional.of(inner) : Optional.empty();
    }

    /** With columns that are behind a star, where that can only be the star of one table. */
    private static Expression behindStars(Expression expression, TableInfo table, SemanticTable semantics) {
        if (!(table instanceof TableInfo.Derived(var number, var name, var columns, var tables, var complete))
                || complete || tables.size() != 1 || !(semantics.info(tables.first()) instanceof TableInfo.Real)) {
            return expression;
        }
        return Expressions.rewrite(expression, part -> part instanceof BoundColumn column && column.source() == number
                ? new BoundColumn(new Column(null, column.name()), tables.first())
                : part);
    }

    /** True when it does not matter where and how often it is evaluated. */
    private static boolean isRepeatable(Expression expression) {
        return !Nodes.anyMatch(expression, node -> node instanceof Query
                || (node instanceof Call call && !isDeterministic(call)));
    }

    private static boolean isDeterministic(Call call) {
        SqlFunction function = Functions.find(call);
        return function != null && function.isDeterministic();
    }

    // what the query does

    private static boolean isForRows(Horizon horizon, Expression predicate, Planning planning) {
        if (!(horizon.query() instanceof Select select)) {
            return true;
        }
        QueryProjection projection = horizon.projection();
        List<Expression> keys = projection.groupBy().stream().map(GroupBy::expression).toList();
        return !planning.containsAggregate(predicate) && !planning.containsWindow(predicate)
                && !projection.rollup()
                && (!projection.needsAggregation() || (!keys.isEmpty() && isOf(keys, predicate)))
                && (!projection.windowed() || isOfPartitions(select, predicate));
    }

    /** True when the predicate needs these expressions only, so that it holds for all rows that have them in common or for none. */
    private static boolean isOf(List<Expression> keys, Node node) {
        if (keys.contains(node)) {
            return true;
        }
        boolean[] isOf = {!(node instanceof BoundColumn)};
        Nodes.forEachPart(node, part -> isOf[0] = isOf[0] && isOf(keys, part));
        return isOf[0];
    }

    private static boolean isOfPartitions(Select select, Expression predicate) {
        return !Nodes.anyMatch(select, node -> node instanceof Windowed windowed
                && !isOf(partitions(windowed.window()), predicate));
    }

    /** Of a window that has a name nothing is said to be known. */
    private static List<Expression> partitions(Window window) {
        return switch (window) {
            case Window.Specification plain when plain.base() == null -> plain.partitionBy();
            case Window.Specification added -> List.of();
            case Window.Reference reference -> List.of();
        };
    }
}
