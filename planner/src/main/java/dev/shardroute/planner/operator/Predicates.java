package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.routing.Routings;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Brings predicates as far down as they go: the index of that for all kinds of operator. */
public final class Predicates {
    private Predicates() {}

    /**
     * The operator, of whose rows only those are left for which the predicates hold. It is as if they came one after the other,
     * each to go below those that are there: so the shards check the last one first.
     */
    public static Operator add(Operator operator, List<Predicate> predicates, Planning planning) {
        if (predicates.isEmpty()) {
            return operator;
        }
        return switch (operator) {
            case Operator.QueryGraph graph -> QueryGraphs.add(graph, predicates, planning);
            case Operator.Join join -> addToJoin(join, predicates, planning);
            case Operator.ApplyJoin join -> addToJoin(join, predicates, planning);
            case Operator.HashJoin join -> addToJoin(join, predicates, planning);
            case Operator.Union union -> UnionColumns.addPredicates(union, predicates, planning);
            case Operator.Table table -> filter(table, predicates.reversed());
            case Operator.VindexTable vindex -> VindexPredicates.add(vindex, predicates, planning);
            case Operator.Route route -> addToRoute(route, predicates, planning);
            case Operator.Horizon horizon -> HorizonPredicates.add(horizon, predicates, planning);
            case Operator.Aggregator aggregator -> filter(aggregator, predicates);
            case Operator.RecurseCte recursion -> filter(recursion, predicates);
            case Operator.Window window -> filter(window, predicates);
            case Operator.SubQueryContainer container -> new Operator.SubQueryContainer(
                    add(container.outer(), predicates, planning), container.inner());
            case Operator.SubQuery subquery -> subquery.with(
                    subquery.outer().map(outer -> add(outer, predicates, planning)), subquery.subquery());
            case Operator.Filter filter -> through(filter, predicates, planning);
            case Operator.Projection projection -> HorizonPredicates.add(projection, predicates, planning);
            case Operator.Ordering ordering -> through(ordering, predicates, planning);
            case Operator.Distinct distinct -> through(distinct, predicates, planning);
            case Operator.LimitRows limit -> filter(limit, predicates);
            case Operator.LockAndComment comment -> through(comment, predicates, planning);
        };
    }

    private static Operator addToRoute(Operator.Route route, List<Predicate> predicates, Planning planning) {
        Routings.Narrowed narrowed = Routings.add(predicates, route.routing(), planning);
        return route.over(add(route.input(), narrowed.predicates(), planning)).withRouting(narrowed.routing());
    }

    private static RuntimeException noPredicates(Operator operator) {
        return ErrorCode.VT13001.error("a predicate on " + operator.describe());
    }

    private static Operator through(Operator.Unary operator, List<Predicate> predicates, Planning planning) {
        return operator.over(add(operator.input(), predicates, planning));
    }

    /** The operator below a filter, where there is something to filter by. */
    static Operator filter(Operator operator, List<Predicate> predicates) {
        return predicates.isEmpty() ? operator : new Operator.Filter(operator, predicates);
    }

    // joins

    private static Operator addToJoin(Operator.Binary join, List<Predicate> predicates, Planning planning) {
        TableSet right = TableIds.of(join.right());
        List<Predicate> onLeft = new ArrayList<>();
        List<Predicate> onRight = new ArrayList<>();
        List<Expression> onBoth = new ArrayList<>();
        List<Predicate> above = new ArrayList<>();
        Operator.Binary asked = join;
        for (Predicate predicate : predicates) {
            TableSet needed = planning.semantics().direct(predicate.expression());
            if (!needed.overlaps(right)) {
                onLeft.add(predicate);
                continue;
            }
            asked = rejectsNulls(predicate.expression(), right, planning) ? inner(asked) : asked;
            if (isOuter(asked)) {
                above.add(predicate);
            } else if (needed.isSubsetOf(right)) {
                onRight.add(predicate);
            } else {
                onBoth.add(predicate.expression());
            }
        }
        Operator.Binary joined = addJoinPredicates(asked, onBoth, planning);
        return filter(joined.over(add(joined.left(), onLeft, planning), add(joined.right(), onRight, planning)),
                above);
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

    /** The join with predicates that decide which rows are partners. */
    public static Operator.Binary addJoinPredicates(Operator.Binary join, List<Expression> predicates,
            Planning planning) {
        if (predicates.isEmpty()) {
            return join;
        }
        return switch (join) {
            case Operator.Join logical -> new Operator.Join(logical.left(), logical.right(), logical.type(),
                    Stream.concat(logical.predicates().stream(), predicates.stream()).toList());
            case Operator.HashJoin hash -> HashJoinColumns.compare(hash, predicates, planning);
            case Operator.ApplyJoin nested -> addToNested(nested, predicates, planning);
            case Operator.RecurseCte recursion -> throw noPredicates(recursion);
        };
    }

    private static Operator.ApplyJoin addToNested(Operator.ApplyJoin join, List<Expression> predicates,
            Planning planning) {
        TableSet left = TableIds.of(join.left());
        List<Predicate> halves = new ArrayList<>();
        List<JoinColumn> all = new ArrayList<>(join.predicates());
        for (Expression predicate : predicates) {
            for (Expression conjunct : Expressions.conjuncts(predicate)) {
                JoinColumn split = JoinColumns.split(conjunct, left, planning);
                int number = planning.newNumber();
                halves.add(new Predicate(Objects.requireNonNull(split.right()), number));
                all.add(split.withJoin(number));
            }
        }
        return join.over(join.left(), add(join.right(), halves, planning)).withPredicates(all);
    }
}
