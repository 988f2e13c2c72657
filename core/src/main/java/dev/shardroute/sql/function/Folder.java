package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.SpecialForm;
import dev.shardroute.sql.function.Datum.Bytes;
import dev.shardroute.sql.function.Datum.Missing;
import dev.shardroute.sql.function.Datum.Row;
import dev.shardroute.sql.function.Datum.Text;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Computes expressions without columns, every part of them once; null for what is not computed here. */
final class Folder {
    private Folder() {}

    static @Nullable Datum fold(Expression expression) {
        return switch (expression) {
            case Literal(var value) -> Datum.of(value);
            case Introduced node -> introduced(node);
            case Expression.Null leaf -> Missing.NULL;
            case Expression.Bool(var value) -> Datum.of(Truth.of(value));
            case Binary node -> binary(node);
            case Comparison node -> comparison(node);
            case Expression.In node -> Datum.of(in(node));
            case Expression.Between node -> between(node);
            case Is node -> is(node);
            case Expression.And node -> all(node.operands(), Truth::and);
            case Expression.Or node -> all(node.operands(), Truth::or);
            case Expression.Xor node -> xor(node);
            case Expression.Not(var operand) -> {
                Datum condition = fold(operand);
                yield condition == null ? null : not(condition);
            }
            case Unary node -> unary(node);
            case Expression.Tuple node -> row(node.members());
            case Case node -> cases(node);
            case Call call -> call(call);
            case SpecialForm form -> form(form);
            case Expression.Default none -> null;
            case Expression.Variable none -> null;
            case Expression.ListVariable none -> null;
            case Expression.UserVariable none -> null;
            case Expression.SystemVariable none -> null;
            case Expression.AssignVariable none -> null;
            case Expression.Column none -> null;
            case Expression.BoundColumn none -> null;
            case Expression.Offset none -> null;
            case Expression.QuantifiedComparison none -> null;
            case Expression.Like none -> null;
            case Expression.Regexp none -> null;
            case Expression.SoundsLike none -> null;
            case Expression.MemberOf none -> null;
            case Expression.Collate none -> null;
            case Expression.Subquery none -> null;
            case Expression.Exists none -> null;
            case Expression.Interval none -> null;
            case Expression.Word none -> null;
            case Expression.CountStar none -> null;
            case Expression.InsertedValue none -> null;
        };
    }

    private static @Nullable List<Datum> fold(List<Expression> expressions) {
        List<Datum> constants = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            Datum constant = fold(expression);
            if (constant == null) {
                return null;
            }
            constants.add(constant);
        }
        return constants;
    }

    private static @Nullable Datum introduced(Introduced node) {
        byte[] bytes = node.operand() instanceof Literal(var value) ? value.rawBytes() : null;
        if (bytes == null) {
            return null;
        }
        Value raw = Value.of(bytes);
        if (node.charset().equals(Collations.BINARY)) {
            return new Bytes(raw, false);
        }
        String charset = node.charset().equals(Introduced.NATIONAL) ? "utf8mb3" : node.charset();
        return raw.isUtf8() && Casts.isSame(raw.text(), charset) ? new Text(raw.text()) : null;
    }

    private static @Nullable Datum binary(Binary node) {
        Datum left = fold(node.left());
        Datum right = left == null ? null : fold(node.right());
        return left == null || right == null || isRow(left) || isRow(right)
                ? null
                : Arithmetic.binary(node.operator(), left, right);
    }

    private static boolean isRow(Datum datum) {
        return datum instanceof Row;
    }

    private static @Nullable Datum comparison(Comparison node) {
        Datum left = fold(node.left());
        Datum right = left == null ? null : fold(node.right());
        return left == null || right == null ? null : Datum.of(Comparisons.compare(node.operator(), left, right));
    }

    private static @Nullable Truth in(Expression.In node) {
        Datum value = fold(node.left());
        List<Datum> members = value != null && node.right() instanceof Expression.Tuple(var list) ? fold(list) : null;
        if (value == null || members == null) {
            return null;
        }
        Truth any = Truth.FALSE;
        for (Datum member : members) {
            Truth equal = Comparisons.compare(ComparisonOperator.EQUAL, value, member);
            if (equal == null) {
                return null;
            }
            any = any.or(equal);
        }
        return node.not() ? any.not() : any;
    }

    private static @Nullable Datum between(Expression.Between node) {
        List<Datum> operands = fold(List.of(node.value(), node.low(), node.high()));
        if (operands == null || isRow(operands.get(0)) || isRow(operands.get(1)) || isRow(operands.get(2))) {
            return null;
        }
        Truth between = Comparisons.between(operands.get(0), operands.get(1), operands.get(2));
        return between == null ? null : Datum.of(node.not() ? between.not() : between);
    }

    private static @Nullable Datum is(Is node) {
        Datum value = fold(node.value());
        if (value == null || isRow(value)) {
            return null;
        }
        if (node.test() == Expression.Test.NULL) {
            return Datum.of(Truth.of(value instanceof Missing != node.not()));
        }
        Truth truth = Comparisons.truth(value);
        Truth asked = node.test() == Expression.Test.TRUE ? Truth.TRUE : Truth.FALSE;
        return truth == null ? null : Datum.of(Truth.of(truth == asked != node.not()));
    }

    private static @Nullable Datum all(List<Expression> operands, BinaryOperator<Truth> operator) {
        Truth all = null;
        for (Expression operand : operands) {
            Truth truth = truth(operand);
            if (truth == null) {
                return null;
            }
            all = all == null ? truth : operator.apply(all, truth);
        }
        return Datum.of(all);
    }

    /** For XOR servers round what is no integer, elsewhere they do not. */
    private static @Nullable Datum xor(Expression.Xor node) {
        Truth left = rounded(node.left());
        Truth right = left == null ? null : rounded(node.right());
        return left == null || right == null ? null : Datum.of(left.xor(right));
    }

    private static @Nullable Truth rounded(Expression condition) {
        Datum value = fold(condition);
        Truth truth = value == null ? null : Comparisons.truth(value);
        if (value == null || truth == null || value instanceof Missing) {
            return truth;
        }
        BigInteger number = Numbers.toInteger(value);
        return number != null && Truth.of(number.signum() != 0) == truth ? truth : null;
    }

    private static @Nullable Truth truth(Expression condition) {
        Datum value = fold(condition);
        return value == null ? null : Comparisons.truth(value);
    }

    private static @Nullable Datum not(Datum condition) {
        Truth truth = Comparisons.truth(condition);
        return truth == null ? null : Datum.of(truth.not());
    }

    private static @Nullable Datum unary(Unary node) {
        Datum operand = fold(node.operand());
        if (operand == null) {
            return null;
        }
        return switch (node.operator()) {
            case MINUS -> Arithmetic.negated(operand);
            case TILDE -> isRow(operand) ? null : Arithmetic.inverted(operand);
            case BANG -> not(operand);
        };
    }

    private static @Nullable Datum row(List<Expression> members) {
        List<Datum> constants = fold(members);
        return constants == null ? null : new Row(constants);
    }

    private static @Nullable Datum cases(Case node) {
        Datum base = node.operand() == null ? null : fold(node.operand());
        if (node.operand() != null && base == null) {
            return null;
        }
        List<Expression> results = new ArrayList<>(node.branches().size() + 1);
        int taken = node.branches().size();
        for (Case.When when : node.branches()) {
            int branch = results.size();
            Truth holds = taken > branch ? condition(base, when.condition()) : Truth.FALSE;
            if (holds == null) {
                return null;
            }
            taken = holds == Truth.TRUE ? branch : taken;
            results.add(when.result());
        }
        results.add(node.otherwise() == null ? new Expression.Null() : node.otherwise());
        List<Datum> constants = fold(results);
        return constants == null ? null : shared(results, constants, taken);
    }

    private static @Nullable Truth condition(@Nullable Datum base, Expression when) {
        if (base == null) {
            return truth(when);
        }
        Datum other = fold(when);
        return other == null ? null : Comparisons.compare(ComparisonOperator.EQUAL, base, other);
    }

    /**
     * The result that is taken, in the type that it shares with the others; null where one of them is NULL without saying
     * so, since then its type is not plain.
     */
    private static @Nullable Datum shared(List<Expression> results, List<Datum> constants, int taken) {
        List<Operand> operands = new ArrayList<>(results.size());
        for (int i = 0; i < results.size(); i++) {
            Operand operand = constants.get(i).operand();
            if (operand == null || (operand.kind() == Type.NULL && !(results.get(i) instanceof Expression.Null))) {
                return null;
            }
            operands.add(operand);
        }
        return Casts.coerce(constants.get(taken), TypeMerge.of(operands, Collations.DEFAULT).type());
    }

    private static @Nullable Datum call(Call call) {
        SqlFunction function = Functions.find(call);
        if (function == null || !function.takes(call.arguments().size())) {
            return null;
        }
        List<Expression> arguments = call.arguments();
        String name = call.name().toLowerCase(Locale.ROOT);
        List<Datum> constants =
                arguments.isEmpty() || function.kind() != SqlFunction.Kind.SCALAR ? null : fold(arguments);
        if (constants == null) {
            return null;
        }
        return switch (name) {
            case "if" -> chosen(arguments, constants);
            case "coalesce", "ifnull" -> shared(arguments, constants, firstPresent(constants));
            case "nullif" -> unlessEqual(constants.getFirst(), constants.getLast());
            default -> Calls.call(name, constants);
        };
    }

    private static @Nullable Datum chosen(List<Expression> arguments, List<Datum> constants) {
        Truth condition = Comparisons.truth(constants.getFirst());
        return condition == null
                ? null
                : shared(arguments.subList(1, 3), constants.subList(1, 3), condition == Truth.TRUE ? 0 : 1);
    }

    private static int firstPresent(List<Datum> constants) {
        int first = 0;
        while (first < constants.size() - 1 && constants.get(first) instanceof Missing) {
            first++;
        }
        return first;
    }

    private static @Nullable Datum unlessEqual(Datum value, Datum other) {
        Truth equal = Comparisons.compare(ComparisonOperator.EQUAL, value, other);
        // a literal of bits stays no number, and a row is no value
        boolean isPlain = value.operand() != null;
        return equal == null || !isPlain ? null : equal == Truth.TRUE ? Missing.NULL : value;
    }

    private static @Nullable Datum form(SpecialForm form) {
        return switch (form) {
            case SpecialForm.Cast node -> node.array() ? null : cast(node.operand(), node.type());
            case SpecialForm.Convert node -> cast(node.operand(), node.type());
            case SpecialForm.ConvertUsing node -> using(node);
            case SpecialForm.CharUsing none -> null;
            case SpecialForm.Extract none -> null;
            case SpecialForm.Trim none -> null;
            case SpecialForm.WeightString none -> null;
            case SpecialForm.GroupConcat none -> null;
            case SpecialForm.JsonValue none -> null;
            case SpecialForm.Match none -> null;
            case SpecialForm.Windowed none -> null;
        };
    }

    private static @Nullable Datum cast(Expression operand, DataType type) {
        Datum value = fold(operand);
        return value == null ? null : Casts.cast(type, value);
    }

    private static @Nullable Datum using(SpecialForm.ConvertUsing node) {
        Datum value = fold(node.operand());
        if (value == null || value instanceof Missing) {
            return value;
        }
        if (node.charset().equalsIgnoreCase(Collations.BINARY)) {
            byte[] bytes = Casts.bytes(value);
            return bytes == null ? null : new Bytes(Value.of(bytes), false);
        }
        String text = value.toText();
        return text != null && Casts.isSame(text, node.charset()) ? new Text(text) : null;
    }
}
