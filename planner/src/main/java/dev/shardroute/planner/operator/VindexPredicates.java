package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expressions;
import java.util.Optional;

/** The one predicate that a vindex which is read as a table takes: {@code id = value} or {@code id in (values)}. */
final class VindexPredicates {
    private VindexPredicates() {}

    /**
     * The vindex with its predicate.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT09018} for any other predicate, and for a second one
     */
    static Operator add(Operator.VindexTable vindex, Predicate predicate, Planning planning) {
        Operator.VindexTable result = vindex;
        for (Expression conjunct : Expressions.conjuncts(predicate.expression())) {
            result = add(result, conjunct, planning);
        }
        return result;
    }

    private static Operator.VindexTable add(Operator.VindexTable vindex, Expression predicate, Planning planning) {
        if (planning.semantics().recursive(predicate).size() > 1) {
            throw refused("it must not depend on other tables");
        }
        if (vindex.predicate().isPresent()) {
            throw refused("there can be only one");
        }
        check(predicate);
        return new Operator.VindexTable(vindex.table(), vindex.columns(), Optional.of(predicate));
    }

    private static void check(Expression predicate) {
        switch (predicate) {
            case Comparison(var operator, var left, var right) when operator == ComparisonOperator.EQUAL ->
                    check(left, isValue(right));
            case In(var not, var left, var right) when !not -> check(left, isList(right));
            default -> throw refused("it must be an equality");
        }
    }

    private static void check(Expression left, boolean hasValue) {
        if (!(left instanceof BoundColumn column) || !column.name().equalsIgnoreCase("id")) {
            throw refused("the column id must be on its left side");
        }
        if (!hasValue) {
            throw refused("values must be on its right side");
        }
    }

    private static boolean isValue(Expression expression) {
        return switch (expression) {
            case Literal literal -> true;
            case Null none -> true;
            case Variable variable -> true;
            default -> false;
        };
    }

    private static boolean isList(Expression expression) {
        return switch (expression) {
            case ListVariable list -> true;
            case Tuple(var members) -> members.stream().allMatch(VindexPredicates::isValue);
            default -> false;
        };
    }

    private static RuntimeException refused(String why) {
        return ErrorCode.VT09018.error("there must be a condition id = value or id in (values), and " + why);
    }
}
