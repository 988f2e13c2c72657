package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;

/**
 * The one predicate that a vindex which is read as a table takes: {@code id = value} or {@code id in (values)}. Without it
 * there is nothing to ask the vindex for, and any other could not be checked.
 */
final class VindexPredicates {
    private static final String COLUMN = "id";

    private VindexPredicates() {}

    static Operator add(Operator.VindexTable vindex, List<Predicate> predicates, Planning planning) {
        Operator.VindexTable result = vindex;
        for (Predicate predicate : predicates) {
            for (Expression conjunct : Expressions.conjuncts(predicate.expression())) {
                result = result.with(checked(result, conjunct, planning));
            }
        }
        return result;
    }

    private static Expression checked(Operator.VindexTable vindex, Expression predicate, Planning planning) {
        if (planning.semantics().recursive(predicate).size() > 1) {
            throw wrong(predicate, "needs other tables");
        }
        if (vindex.predicate().isPresent()) {
            throw wrong(predicate, "is one too many");
        }
        return switch (predicate) {
            case Comparison(var operator, var left, var right) when operator == ComparisonOperator.EQUAL ->
                    checked(predicate, left, right);
            case In(var not, var left, var right) when !not -> checked(predicate, left, right);
            default -> throw wrong(predicate, "is of another form");
        };
    }

    private static Expression checked(Expression predicate, Expression left, Expression right) {
        if (!(left instanceof BoundColumn column)) {
            throw wrong(predicate, "has no column on its left");
        }
        if (!column.name().equalsIgnoreCase(COLUMN)) {
            throw wrong(predicate, "is not of column " + COLUMN);
        }
        if (!isValue(right) && !isList(right)) {
            throw wrong(predicate, "has no value on its right");
        }
        return predicate;
    }

    /** Fractions and dates are no values that vindexes know. */
    private static boolean isValue(Expression expression) {
        return switch (expression) {
            case Variable variable -> true;
            case Literal(var value) -> switch (value.type().kind()) {
                case DECIMAL, FLOAT, TEMPORAL -> false;
                default -> true;
            };
            default -> false;
        };
    }

    private static boolean isList(Expression expression) {
        return expression instanceof ListVariable
                || (expression instanceof Tuple(var members) && members.stream().allMatch(VindexPredicates::isValue));
    }

    private static ShardrouteException wrong(Expression predicate, String why) {
        return ErrorCode.VT09018.error("there must be one condition, " + COLUMN + " = value or " + COLUMN
                + " in (values); " + SqlPrinter.print(predicate) + " " + why);
    }
}
