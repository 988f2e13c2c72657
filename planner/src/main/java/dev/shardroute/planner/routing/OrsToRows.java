package dev.shardroute.planner.routing;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Alternatives that give values to the same columns in the same order as a list of rows: {@code a = 1 and b = 2 or a = 3 and b
 * = 4} is {@code (a, b) in ((1, 2), (3, 4))}.
 */
final class OrsToRows {
    private OrsToRows() {}

    /** The list, or empty when the predicate is nothing of the kind. */
    static Optional<Expression> of(Expression predicate) {
        if (!(predicate instanceof Or or)) {
            return Optional.empty();
        }
        List<Expression> rows = new ArrayList<>();
        List<Expression> names = List.of();
        for (Expression alternative : alternatives(or)) {
            Optional<Row> row = row(alternative);
            if (row.isEmpty() || !(names.isEmpty() || names.equals(row.get().names()))) {
                return Optional.empty();
            }
            names = row.get().names();
            rows.add(new Tuple(row.get().values()));
        }
        return Optional.of(new In(false, new Tuple(names), new Tuple(rows)));
    }

    private static List<Expression> alternatives(Or or) {
        List<Expression> flat = new ArrayList<>();
        for (Expression operand : or.operands()) {
            if (operand instanceof Or inner) {
                flat.addAll(alternatives(inner));
            } else {
                flat.add(operand);
            }
        }
        return flat;
    }

    /** Columns and their values. */
    private record Row(List<Expression> names, List<Expression> values) {}

    private static Optional<Row> row(Expression alternative) {
        List<Expression> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        for (Expression part : Expressions.conjuncts(alternative)) {
            if (!(part instanceof Comparison(var operator, var left, var right))
                    || operator != ComparisonOperator.EQUAL
                    || left instanceof BoundColumn == right instanceof BoundColumn) {
                return Optional.empty();
            }
            names.add(left instanceof BoundColumn ? left : right);
            values.add(left instanceof BoundColumn ? right : left);
        }
        return Optional.of(new Row(names, values));
    }
}
