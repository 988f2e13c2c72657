package dev.shardroute.planner.tree;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.DerivedTable;
import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Predicates;
import dev.shardroute.planner.operator.QueryGraphs;
import dev.shardroute.planner.operator.QueryTable;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.JsonTable;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operators that planning of a query starts from. */
public final class QueryTree {
    private static final Expression NEVER = new Literal(Value.of(0));

    private QueryTree() {}

    /** The tree of a bound query. */
    public static Operator of(Query query, Planning planning) {
        return switch (query) {
            case Select select -> of(select, planning);
            case SetOperation union -> UnionTree.of(union, planning);
            case ValuesRows rows -> throw ErrorCode.VT12001.error("VALUES");
        };
    }

    private static Operator of(Select written, Planning planning) {
        Select select = HavingConditions.moved(written, planning);
        Operator rows = where(select.where(), from(select.from(), planning), planning);
        Operator commented = select.comments().isEmpty() && select.locks().isEmpty()
                ? rows
                : new Operator.LockAndComment(rows, select.comments(), select.locks());
        return new Operator.Horizon(commented, select, Optional.empty(), QueryProjections.of(select, planning), false);
    }

    // WHERE

    /** The rows for which a condition holds; also used for HAVING. */
    public static Operator where(@Nullable Expression condition, Operator rows, Planning planning) {
        SubQueryTree subqueries = new SubQueryTree(planning);
        TableSet outer = TableIds.of(rows);
        List<Predicate> predicates = new ArrayList<>();
        for (Expression conjunct : Expressions.conjuncts(condition)) {
            Expression predicate = Simplification.of(conjunct, planning);
            if (!subqueries.takePredicate(predicate, outer)) {
                takePredicate(predicate, predicates, planning);
            }
        }
        return subqueries.root(Predicates.add(rows, predicates, planning));
    }

    private static void takePredicate(Expression predicate, List<Predicate> predicates, Planning planning) {
        Optional<Boolean> truth = planning.constantTruth(predicate);
        if (truth.isEmpty()) {
            for (Expression conjunct : Expressions.conjuncts(predicate)) {
                predicates.add(Predicate.of(conjunct));
                noteEquality(conjunct, planning);
            }
        } else if (!truth.get()) {
            predicates.add(Predicate.of(NEVER));
        }
    }

    private static void noteEquality(Expression predicate, Planning planning) {
        if (predicate instanceof Comparison(var operator, var left, var right)
                && operator == ComparisonOperator.EQUAL) {
            planning.equalities().add(left, right);
        }
    }

    // FROM

    private static Operator from(List<TableExpression> tables, Planning planning) {
        if (tables.size() == 1 && tables.getFirst() instanceof TableExpression.Bound bound) {
            return bound(inAnyOrder(bound), planning);
        }
        Operator all = table(tables.getFirst(), planning);
        for (TableExpression next : tables.subList(1, tables.size())) {
            all = cross(all, table(next, planning));
        }
        return all;
    }

    /** A query in FROM that is all there is needs no order of its own, unless that tells which rows there are. */
    private static TableExpression.Bound inAnyOrder(TableExpression.Bound bound) {
        return bound.written() instanceof TableExpression.Derived(var lateral, var query, var alias, var columns)
                && query.limit() == null && !query.orderBy().isEmpty()
                        ? new TableExpression.Bound(
                                new TableExpression.Derived(lateral, inAnyOrder(query), alias, columns),
                                bound.number())
                        : bound;
    }

    private static Query inAnyOrder(Query query) {
        return switch (query) {
            case Select select -> select.withOrder(List.of(), select.limit());
            case SetOperation union -> new SetOperation(union.with(), union.first(), union.arms(), List.of(), null,
                    union.locks(), union.into());
            case ValuesRows rows -> rows;
        };
    }

    private static Operator cross(Operator left, Operator right) {
        return left instanceof Operator.QueryGraph leftGraph && right instanceof Operator.QueryGraph rightGraph
                ? QueryGraphs.union(leftGraph, rightGraph)
                : new Operator.Join(left, right, JoinType.INNER, List.of());
    }

    private static Operator table(TableExpression table, Planning planning) {
        return switch (table) {
            case TableExpression.Bound bound -> bound(bound, planning);
            case TableExpression.Join join -> join(join, planning);
            case TableExpression.Parenthesized(var tables) -> from(tables, planning);
            case TableExpression.Table unbound -> throw ErrorCode.VT13001.error("a table without number");
            case TableExpression.Derived unbound -> throw ErrorCode.VT13001.error("a derived table without number");
            case JsonTable json -> throw ErrorCode.VT12001.error("JSON_TABLE");
        };
    }

    private static Operator bound(TableExpression.Bound bound, Planning planning) {
        return switch (planning.semantics().info(bound.number())) {
            case TableInfo.Real real -> QueryGraphs.of(new QueryTable(real, List.of()));
            case TableInfo.Vindex vindex -> new Operator.VindexTable(vindex, List.of(), Optional.empty());
            case TableInfo.Derived derived -> derived(bound, planning);
            case TableInfo.Recursive recursive -> RecursionTree.of(recursive, planning);
            case TableInfo.RecursiveTable recursive -> RecursionTree.of(recursive, planning);
        };
    }

    private static Operator derived(TableExpression.Bound bound, Planning planning) {
        if (!(bound.written() instanceof TableExpression.Derived(var lateral, var query, var alias, var columns))) {
            throw ErrorCode.VT13001.error("a derived table without query");
        }
        Operator inner = of(query, planning);
        DerivedTable table = new DerivedTable(TableSet.of(bound.number()), alias, columns);
        return inner instanceof Operator.Horizon horizon
                ? new Operator.Horizon(horizon.input(), horizon.query(), Optional.of(table), horizon.projection(),
                        horizon.truncate())
                : inner;
    }

    private static Operator join(TableExpression.Join join, Planning planning) {
        Operator left = table(join.left(), planning);
        Operator right = table(join.right(), planning);
        return switch (join.type()) {
            case JOIN -> on(join.on(), cross(left, right), planning);
            case STRAIGHT_JOIN ->
                    on(join.on(), new Operator.Join(left, right, JoinType.STRAIGHT, List.of()), planning);
            case LEFT -> outer(join.on(), left, right, planning);
            case RIGHT -> outer(join.on(), right, left, planning);
            case NATURAL, NATURAL_LEFT, NATURAL_RIGHT -> throw ErrorCode.VT12001.error(join.type().sql());
        };
    }

    private static Operator on(@Nullable Expression condition, Operator joined, Planning planning) {
        SubQueryTree subqueries = new SubQueryTree(planning);
        TableSet outer = TableIds.of(joined);
        List<Predicate> predicates = new ArrayList<>();
        for (Expression conjunct : Expressions.conjuncts(condition)) {
            if (!subqueries.takePredicate(conjunct, outer)) {
                predicates.add(Predicate.of(conjunct));
            }
        }
        return subqueries.root(Predicates.add(joined, predicates, planning));
    }

    private static Operator outer(@Nullable Expression condition, Operator left, Operator right, Planning planning) {
        planning.addOuterTables(TableIds.of(right));
        List<Expression> predicates = Expressions.conjuncts(condition);
        if (predicates.stream().anyMatch(QueryTree::hasSubquery)) {
            throw ErrorCode.VT12001.error("subquery in outer join predicate");
        }
        return new Operator.Join(left, right, JoinType.LEFT, predicates);
    }

    private static boolean hasSubquery(Expression expression) {
        return Expressions.anyMatch(expression, part -> part instanceof Subquery || part instanceof Exists);
    }
}
