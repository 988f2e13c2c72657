package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Interval;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.SpecialForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the gateway can compute by itself, above the shards: what Vitess's gateway can, but for what that one computes
 * wrongly ({@code LIKE} with ESCAPE, casts to arrays).
 */
public final class Evaluation {
    private Evaluation() {}

    /**
     * True when the gateway can evaluate the expression, given the values of its columns and bind variables. Aggregates,
     * queries and variables of the session are not evaluated but replaced before.
     */
    public static boolean isEvaluable(Expression expression) {
        return switch (expression) {
            case Expression.Literal leaf -> true;
            case Introduced node -> isCharset(node) && isEvaluable(node.operand());
            case Expression.Null leaf -> true;
            case Expression.Bool leaf -> true;
            case Expression.Variable leaf -> true;
            case Expression.ListVariable leaf -> true;
            case Expression.Column leaf -> true;
            case Expression.BoundColumn leaf -> true;
            case Expression.Offset leaf -> true;
            case Binary node -> binary(node);
            case Expression.Comparison node -> isEvaluable(node.left()) && isEvaluable(node.right());
            case Expression.Like node ->
                    node.escape() == null && isEvaluable(node.left()) && isEvaluable(node.pattern());
            case Expression.Regexp node -> isEvaluable(node.left()) && isEvaluable(node.pattern());
            case In node -> isEvaluable(node.left()) && isEvaluable(node.right());
            case Expression.Between node -> areEvaluable(List.of(node.value(), node.low(), node.high()));
            case Expression.Is node -> isEvaluable(node.value());
            case Expression.And node -> areEvaluable(node.operands());
            case Expression.Or node -> areEvaluable(node.operands());
            case Expression.Xor node -> isEvaluable(node.left()) && isEvaluable(node.right());
            case Expression.Not node -> isEvaluable(node.operand());
            case Expression.Unary node -> isEvaluable(node.operand());
            case Expression.Collate node -> isComparable(node.collation()) && isEvaluable(node.operand());
            case Expression.Tuple node -> areEvaluable(node.members());
            case Case node -> cases(node);
            case Call call -> call(call);
            case SpecialForm form -> form(form);
            case Expression.Default none -> false;
            case Expression.UserVariable none -> false;
            case Expression.SystemVariable none -> false;
            case Expression.AssignVariable none -> false;
            case Expression.QuantifiedComparison none -> false;
            case Expression.SoundsLike none -> false;
            case Expression.MemberOf none -> false;
            case Expression.Subquery none -> false;
            case Expression.Exists none -> false;
            case Interval none -> false;
            case Expression.Word none -> false;
            case Expression.CountStar none -> false;
            case Expression.InsertedValue none -> false;
        };
    }

    private static boolean areEvaluable(List<Expression> expressions) {
        for (Expression expression : expressions) {
            if (!isEvaluable(expression)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCharset(Introduced node) {
        return node.charset().equals(Introduced.NATIONAL) || isCharset(node.charset());
    }

    private static boolean isCharset(String charset) {
        Collation collation = Collations.defaultOf(charset);
        return collation != null && collation.isComparable();
    }

    private static boolean isComparable(String name) {
        Collation collation = Collations.find(name);
        return collation != null && collation.isComparable();
    }

    private static boolean binary(Binary node) {
        boolean isSum = node.operator() == BinaryOperator.PLUS || node.operator() == BinaryOperator.MINUS;
        if (isSum && node.right() instanceof Interval(var amount, var unit)) {
            return isEvaluable(node.left()) && isEvaluable(amount);
        }
        if (node.operator() == BinaryOperator.PLUS && node.left() instanceof Interval(var amount, var unit)) {
            return isEvaluable(amount) && isEvaluable(node.right());
        }
        return isEvaluable(node.left()) && isEvaluable(node.right());
    }

    private static boolean cases(Case node) {
        for (Case.When when : node.branches()) {
            if (!isEvaluable(when.condition()) || !isEvaluable(when.result())) {
                return false;
            }
        }
        return isEvaluable(node.operand(), true) && isEvaluable(node.otherwise(), true);
    }

    private static boolean isEvaluable(@Nullable Expression expression, boolean otherwise) {
        return expression == null ? otherwise : isEvaluable(expression);
    }

    private static boolean call(Call call) {
        SqlFunction function = Functions.find(call);
        List<Expression> arguments = call.arguments();
        if (function == null || function.isAggregate() || !function.isEvaluable()
                || !function.takes(arguments.size())) {
            return false;
        }
        // without an argument it asks the session
        if (function.name().equals("last_insert_id") && arguments.isEmpty()) {
            return false;
        }
        return function.result() == ResultRule.DATE_ARITHMETIC
                ? dateArithmetic(arguments)
                : areEvaluable(arguments);
    }

    private static boolean dateArithmetic(List<Expression> arguments) {
        for (Expression argument : arguments) {
            boolean isEvaluable = switch (argument) {
                case Interval(var amount, var unit) -> isEvaluable(amount);
                case Expression.Word unit -> true;
                default -> isEvaluable(argument);
            };
            if (!isEvaluable) {
                return false;
            }
        }
        return true;
    }

    private static boolean form(SpecialForm form) {
        return switch (form) {
            case SpecialForm.Cast node -> !node.array() && isType(node.type()) && isEvaluable(node.operand());
            case SpecialForm.Convert node -> isType(node.type()) && isEvaluable(node.operand());
            case SpecialForm.ConvertUsing node -> isCharset(node.charset()) && isEvaluable(node.operand());
            case SpecialForm.CharUsing node -> isCharset(node.charset()) && areEvaluable(node.codes());
            case SpecialForm.Trim node -> isEvaluable(node.remove(), true) && isEvaluable(node.operand());
            case SpecialForm.WeightString node -> isEvaluable(node.operand());
            case SpecialForm.Extract none -> false;
            case SpecialForm.GroupConcat none -> false;
            case SpecialForm.JsonValue none -> false;
            case SpecialForm.Match none -> false;
            case SpecialForm.Windowed none -> false;
        };
    }

    private static boolean isType(DataType type) {
        CastTypes.Target target = CastTypes.Target.of(type);
        return switch (target.name()) {
            case "binary", "nchar", "double", "signed", "unsigned", "json", "date" -> true;
            case "char" -> type.charset() == null || isCharset(type.charset());
            case "time", "datetime" -> target.fraction() <= CastTypes.MOST_FRACTION;
            case "decimal" -> target.precision() <= CastTypes.MOST_DECIMAL_PRECISION
                    && target.scale() <= Math.min(CastTypes.MOST_DECIMAL_SCALE, target.precision());
            default -> false;
        };
    }
}
