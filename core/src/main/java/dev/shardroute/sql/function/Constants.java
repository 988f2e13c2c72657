package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.SpecialForm;
import dev.shardroute.type.Value;
import java.util.Optional;

/** Expressions whose value does not depend on a row. */
public final class Constants {
    private Constants() {}

    /**
     * The value of an expression without columns, variables, queries and functions that are not deterministic, as MySQL
     * computes it; {@link Value#NULL} for NULL. Empty for every other expression, for one that MySQL fails on, and where
     * the value depends on the settings of the server or of the connection.
     */
    public static Optional<Value> fold(Expression expression) {
        if (expression instanceof Literal(var value) && isPlain(value)) {
            return Optional.of(value);
        }
        Datum constant = Folder.fold(expression);
        return constant == null ? Optional.empty() : Optional.ofNullable(constant.toValue());
    }

    /** True for a literal that is its own value: a string, and an integer without needless zeros. */
    private static boolean isPlain(Value literal) {
        return switch (literal.type()) {
            case INT64, UINT64 -> {
                int first = literal.isNegative() ? 1 : 0;
                yield literal.byteAt(first) != '0' || literal.length() == 1;
            }
            case DECIMAL, FLOAT64, DATE, TIME, DATETIME -> false;
            default -> true;
        };
    }

    /**
     * True when the value of the expression is the same for all rows and all times the statement runs with the same bind
     * variables: no column, no query, no variable of the session, no function that is not deterministic or is not MySQL's, no
     * aggregate.
     */
    public static boolean isConstant(Expression expression) {
        return switch (expression) {
            case Literal leaf -> true;
            case Expression.Variable leaf -> true;
            case Expression.ListVariable leaf -> true;
            case Expression.Column leaf -> false;
            case Expression.BoundColumn leaf -> false;
            default -> !Expressions.anyMatch(expression, Constants::varies);
        };
    }

    private static boolean varies(Expression expression) {
        return switch (expression) {
            case Expression.Column column -> true;
            case Expression.BoundColumn column -> true;
            case Expression.InsertedValue value -> true;
            case Expression.Default value -> true;
            case Expression.UserVariable variable -> true;
            case Expression.SystemVariable variable -> true;
            case Expression.AssignVariable variable -> true;
            case Expression.Subquery query -> true;
            case Expression.Exists query -> true;
            case Expression.QuantifiedComparison query -> true;
            case Expression.CountStar count -> true;
            case SpecialForm.GroupConcat aggregate -> true;
            case SpecialForm.Windowed function -> true;
            case Call call -> varies(call);
            default -> false;
        };
    }

    private static boolean varies(Call call) {
        SqlFunction function = Functions.find(call);
        return function == null || function.kind() != SqlFunction.Kind.SCALAR || !function.isDeterministic();
    }
}
