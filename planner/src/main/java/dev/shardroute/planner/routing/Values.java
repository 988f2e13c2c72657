package dev.shardroute.planner.routing;

import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions whose value is known when the bind variables are. */
public final class Values {
    private Values() {}

    /**
     * The value of an expression, or empty when only a shard can tell: a string with a character set in front is other bytes
     * where it is compared, and a date is compared as a date, however it is written.
     */
    public static Optional<ValueExpr> single(Expression expression) {
        return switch (expression) {
            case Literal(var value) when value.type().kind() != Type.Kind.TEMPORAL ->
                    Optional.of(new ValueExpr.Constant(value, SqlPrinter.print(expression)));
            case Null none -> Optional.of(new ValueExpr.Constant(Value.NULL, "null"));
            case Variable variable -> Optional.of(new ValueExpr.Variable(variable.name()));
            default -> Optional.empty();
        };
    }

    /** The values of the right side of IN, or empty when only a shard can tell one of them. */
    public static Optional<ValueExpr> list(Expression expression) {
        return switch (expression) {
            case ListVariable(var name) -> Optional.of(new ValueExpr.ListVariable(name));
            case Tuple(var members) -> tuple(members);
            default -> Optional.empty();
        };
    }

    private static Optional<ValueExpr> tuple(List<Expression> members) {
        List<ValueExpr> values = new ArrayList<>();
        for (Expression member : members) {
            Optional<ValueExpr> value = single(member);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(new ValueExpr.Tuple(values));
    }
}
