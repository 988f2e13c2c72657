package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.routing.Routings;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.function.Functions;
import dev.shardroute.sql.function.SqlFunction;
import dev.shardroute.sql.function.Stability;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings predicates as far down as they go: the index of that for all kinds of operator. */
public final class Predicates {
    private Predicates() {}

    /** The operator, of whose rows only those are left for which the predicate holds. */
    public static Operator add(Operator operator, Predicate predicate, Planning planning) {
        return switch (operator) {
            case Operator.QueryGraph graph -> QueryGraphs.add(graph, predicate, planning);
            case Operator.Join join -> addToJoin(join, predicate, planning);
            case Operator.ApplyJoin join -> addToJoin(join, predicate, planning);
            case Operator.HashJoin join -> addToJoin(join, predicate, planning);
            case Operator.Union union -> UnionColumns.addPredicate(union, predicate, planning);
            case Operator.Table table -> filter(table, predicate);
            case Operator.VindexTable vindex -> VindexPredicates.add(vindex, predicate, planning);
            case Operator.Route route -> addToRoute(route, predicate, planning);
            case Operator.Horizon horizon -> HorizonPredicates.add(horizon, predicate, planning);
            case Operator.Aggregator aggregator -> filter(aggregator, predicate);
            case Operator.RecurseCte recursion -> filter(recursion, predicate);
            case Operator.Window window -> filter(window, predicate);
            case Operator.SubQueryContainer container -> new Operator.SubQueryContainer(
                    add(container.outer(), predicate, planning), container.inner());
            case Operator.SubQuery subquery -> subquery.with(
                    subquery.outer().map(outer -> add(outer, predicate, planning)), subquery.subquery());
            case Operator.Filter filter -> through(filter, predicate, planning);
            case Operator.Projection projection -> HorizonPredicates.add(projection, predicate, planning);
            case Operator.Ordering ordering -> through(ordering, predicate, planning);
            case Operator.Distinct distinct -> through(distinct, predicate, planning);
            case Operator.LimitRows limit -> filter(limit, predicate);
            case Operator.LockAndComment comment -> through(comment, predicate, planning);
        };
    }

    private static Operator addToRoute(Operator.Route route, Predicate predicate, Planning planning) {
        Routings.Narrowed narrowed = Routings.add(predicate, route.routing(), planning);
        return route.over(add(route.input(), narrowed.predicate(), planning)).withRouting(narrowed.routing());
    }

    private static RuntimeException noPredicates(Operator operator) {
        return ErrorCode.VT13001.error("a predicate on " + operator.describe());
    }

    private static Operator through(Operator.Unary operator, Predicate predicate, Planning planning) {
        return operator.over(add(operator.input(), predicate, planning));
    }

    static Operator filter(Operator operator, Predicate predicate) {
        return new Operator.Filter(operator, List.of(predicate));
    }

    // joins

    private static Operator addToJoin(Operator.Binary join, Predicate predicate, Planning planning) {
        TableSet needed = planning.semantics().direct(predicate.expression());
        if (needed.isEmpty() && isVolatile(predicate.expression())) {
            return addForEachPair(join, predicate, planning);
        }
        TableSet left = TableIds.of(join.left());
        TableSet right = TableIds.of(join.right());
        if (needed.isSubsetOf(left)) {
            return join.over(add(join.left(), predicate, planning), join.right());
        }
        if (!needed.isSubsetOf(left.union(right))) {
            throw ErrorCode.VT13001.error("a predicate on tables that are not joined: "
                    + SqlPrinter.print(predicate.expression()));
        }
        Operator.Binary asked = rejectsNulls(predicate.expression(), right, planning) ? inner(join) : join;
        if (isOuter(asked)) {
            return filter(asked, predicate);
        }
        return needed.isSubsetOf(right)
                ? asked.over(asked.left(), add(asked.right(), predicate, planning))
                : addJoinPredicate(asked, predicate.expression(), planning);
    }

    /** The right side of a nested-loop join is run for each row of the left one. */
    private static Operator addForEachPair(Operator.Binary join, Predicate predicate, Planning planning) {
        return join instanceof Operator.ApplyJoin nested && !isOuter(nested)
                ? nested.over(nested.left(), add(nested.right(), predicate, planning))
                : filter(join, predicate);
    }

    /** True when it may be another value for each row, though all of them have the same values: {@code rand() < 0.5}. */
    public static boolean isVolatile(Node expression) {
        return Nodes.anyMatch(expression, node -> node instanceof Call call && isVolatile(Functions.find(call)));
    }

    private static boolean isVolatile(@Nullable SqlFunction function) {
        return function != null && function.stability() == Stability.VOLATILE;
    }

    private static boolean isOuter(Operator.Binary join) {
        return switch (join) {
            case Operator.Join logical -> !logical.type().isInner();
            case Operator.ApplyJoin nested -> !nested.type().isInner();
            case Operator.HashJoin hash -> hash.leftJoin();
            case Operator.RecurseCte recursion -> false;
        };
    }

    /** A predicate that no row without partner passes makes an outer join an inner one. */
    private static Operator.Binary inner(Operator.Binary join) {
        if (!isOuter(join)) {
            return join;
        }
        return switch (join) {
            case Operator.Join logical ->
                    new Operator.Join(logical.left(), logical.right(), JoinType.INNER, logical.predicates());
            case Operator.ApplyJoin nested -> nested.withType(JoinType.INNER);
            case Operator.HashJoin hash -> hash.inner();
            case Operator.RecurseCte recursion -> recursion;
        };
    }

    /** True when the predicate does not hold for a row in which the columns of these tables are null. */
    static boolean rejectsNulls(Expression predicate, TableSet tables, Planning planning) {
        return switch (predicate) {
            case Comparison(var operator, var first, var second) -> operator != ComparisonOperator.NULL_SAFE_EQUAL
                    && (isColumnOf(first, tables, planning) || isColumnOf(second, tables, planning));
            case Expression.In(var not, var value, var list) -> isColumnOf(value, tables, planning);
            case Expression.Like(var not, var value, var pattern, var escape) ->
                    isColumnOf(value, tables, planning) || isColumnOf(pattern, tables, planning);
            case Expression.Regexp(var not, var value, var pattern) ->
                    isColumnOf(value, tables, planning) || isColumnOf(pattern, tables, planning);
            case Is(var value, var not, var test) ->
                    not && test == Expression.Test.NULL && isColumnOf(value, tables, planning);
            default -> false;
        };
    }

    private static boolean isColumnOf(Expression expression, TableSet tables, Planning planning) {
        return expression instanceof BoundColumn && planning.semantics().recursive(expression).isSubsetOf(tables);
    }

    /** The join with a predicate that decides which rows are partners. */
    public static Operator.Binary addJoinPredicate(Operator.Binary join, Expression predicate, Planning planning) {
        return switch (join) {
            case Operator.Join logical -> new Operator.Join(logical.left(), logical.right(), logical.type(),
                    with(logical.predicates(), predicate));
            case Operator.HashJoin hash -> HashJoinColumns.compare(hash, predicate, planning);
            case Operator.ApplyJoin nested -> addToNested(nested, predicate, planning);
            case Operator.RecurseCte recursion -> throw noPredicates(recursion);
        };
    }

    private static Operator.ApplyJoin addToNested(Operator.ApplyJoin join, Expression predicate, Planning planning) {
        Operator right = join.right();
        List<JoinColumn> predicates = new ArrayList<>(join.predicates());
        for (Expression conjunct : Expressions.conjuncts(predicate)) {
            JoinColumn split = JoinColumns.split(conjunct, TableIds.of(join.left()), planning);
            int number = planning.newNumber();
            right = add(right, new Predicate(java.util.Objects.requireNonNull(split.right()), number), planning);
            predicates.add(split.withJoin(number));
        }
        return join.over(join.left(), right).withPredicates(predicates);
    }

    private static List<Expression> with(List<Expression> predicates, Expression one) {
        List<Expression> more = new ArrayList<>(predicates);
        more.add(one);
        return more;
    }
}
