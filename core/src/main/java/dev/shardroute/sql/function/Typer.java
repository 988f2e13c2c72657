package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Between;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Interval;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UnaryOperator;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.IntervalUnit;
import dev.shardroute.sql.ast.SpecialForm;
import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the types of expressions by MySQL's rules. Immutable, and for as many threads as its columns are.
 *
 * <p>The type is known when those of all parts are, even where the parts could not change it: {@code a = 1} has none while
 * {@code a} has none. Vitess sees it so, and asks for a weight string where no type is known.
 */
public final class Typer {
    private static final Map<String, IntervalUnit> UNITS =
            Stream.of(IntervalUnit.values()).collect(Collectors.toUnmodifiableMap(IntervalUnit::sql, unit -> unit));

    private final Function<? super BoundColumn, Optional<ExpressionType>> columns;
    private final String connection;
    private final CallTypes calls;

    /**
     * Types expressions over columns.
     *
     * @param columns   the types of columns, as {@link #keyTypeOf} has them; empty for one that is not known
     * @param collation the collation of the connection, which literals have
     */
    public Typer(Function<? super BoundColumn, Optional<ExpressionType>> columns, String collation) {
        this.columns = columns;
        this.connection = collation;
        this.calls = new CallTypes(collation);
    }

    /** A typer for a connection of the collation {@link Collations#DEFAULT}. */
    public Typer(Function<? super BoundColumn, Optional<ExpressionType>> columns) {
        this(columns, Collations.DEFAULT);
    }

    /**
     * The type of the expression; empty where it is not known: of a query, of a row, of a variable of the session, and of
     * anything with a part of which it is not known. {@code COUNT}, {@code WEIGHT_STRING} and functions over windows that
     * only count have their type over anything.
     */
    public Optional<ExpressionType> typeOf(Expression expression) {
        Operand operand = operand(expression);
        return operand == null ? Optional.empty() : Optional.of(operand.type());
    }

    /**
     * What a gateway that sorts or groups by the expression knows of its values: its type, or {@link Type#EXPRESSION} for a
     * sum or an average over what has no known type. That is a number, and the row tells of which type.
     */
    public Optional<ExpressionType> keyTypeOf(Expression expression) {
        Optional<ExpressionType> type = typeOf(expression);
        return type.isEmpty() && isNumberOfRows(expression)
                ? Optional.of(ExpressionType.of(Type.EXPRESSION, connection))
                : type;
    }

    private boolean isNumberOfRows(Expression expression) {
        return switch (expression) {
            case BoundColumn column -> columns.apply(column).filter(Typer::isNumberOfRows).isPresent();
            case SpecialForm.Windowed windowed -> isNumberOfRows(windowed.function());
            case Call call -> {
                SqlFunction function = Functions.find(call);
                yield function != null && function.takes(call.arguments().size())
                        && (function.result() == ResultRule.SUM || function.result() == ResultRule.AVERAGE);
            }
            default -> false;
        };
    }

    private static boolean isNumberOfRows(ExpressionType type) {
        return type.type() == Type.EXPRESSION;
    }

    /**
     * True when a gateway that sorts or groups by the expression needs its weight string: where nothing is known of its
     * values, or a text compares by a collation that is not known. Literals are the same in all rows and need none.
     */
    public boolean needsWeightString(Expression expression) {
        if (expression instanceof Literal || expression instanceof SpecialForm.WeightString) {
            return false;
        }
        Operand operand = operand(expression);
        return operand == null ? !isNumberOfRows(expression) : operand.type().needsWeightString();
    }

    /**
     * The type that values of these types have together, as those of the branches of a UNION; empty without a type.
     *
     * @param types     the types
     * @param collation the collation of the connection
     */
    public static Optional<ExpressionType> merge(List<ExpressionType> types, String collation) {
        List<Operand> operands = new ArrayList<>(types.size());
        for (ExpressionType type : types) {
            operands.add(column(type));
        }
        if (operands.isEmpty()) {
            return Optional.empty();
        }
        ExpressionType merged = TypeMerge.of(operands, collation).type();
        boolean isMadeText = merged.type() == Type.VARCHAR
                && types.stream().noneMatch(type -> type.type().kind() == Type.Kind.TEXT);
        // digits and signs are equal when their bytes are
        return Optional.of(isMadeText ? ExpressionType.of(Type.VARCHAR, Collations.BINARY) : merged);
    }

    private @Nullable Operand operand(Expression expression) {
        return switch (expression) {
            case Literal(var value) -> literal(value);
            case Introduced node -> introduced(node);
            case Expression.Null leaf -> Operand.of(Type.NULL, true);
            case Expression.Bool leaf -> Operand.of(Type.INT64, false);
            case Variable(var name, var type) -> type == null ? null : variable(type);
            case BoundColumn column -> column(column);
            case Binary node -> binary(node);
            case Comparison node -> comparison(node);
            case Like node -> truth(like(node), true);
            case Expression.Regexp node -> truth(operands(node.left(), node.pattern()), true);
            case Expression.SoundsLike node -> truth(operands(node.left(), node.right()), true);
            case In node -> in(node);
            case Between node -> between(node);
            case Expression.Is node -> isKnown(node.value()) ? Operand.of(Type.INT64, false) : null;
            case Expression.MemberOf node -> truth(operands(node.value(), node.array()), true);
            case Expression.And node -> truth(operands(node.operands()), true);
            case Expression.Or node -> truth(operands(node.operands()), true);
            case Expression.Xor node -> truth(operands(node.left(), node.right()), true);
            case Expression.Not node -> truth(operands(List.of(node.operand())), true);
            case Unary node -> unary(node);
            case Expression.Collate node -> collate(node);
            case Case node -> cases(node);
            case Call call -> call(call);
            case Expression.CountStar count -> Operand.of(Type.INT64, false);
            case SpecialForm form -> form(form);
            case Expression.Default none -> null;
            case Expression.ListVariable none -> null;
            case Expression.UserVariable none -> null;
            case Expression.SystemVariable none -> null;
            case Expression.AssignVariable none -> null;
            case Expression.Column none -> null;
            case Expression.Offset none -> null;
            case Expression.QuantifiedComparison none -> null;
            case Expression.Tuple none -> null;
            case Expression.Subquery none -> null;
            case Expression.Exists none -> null;
            case Interval none -> null;
            case Expression.Word none -> null;
            case Expression.InsertedValue none -> null;
        };
    }

    private @Nullable List<Operand> operands(List<Expression> expressions) {
        List<Operand> operands = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            Operand operand = operand(expression);
            if (operand == null) {
                return null;
            }
            operands.add(operand);
        }
        return operands;
    }

    private @Nullable List<Operand> operands(Expression left, Expression right) {
        Operand first = operand(left);
        Operand second = first == null ? null : operand(right);
        return first == null || second == null ? null : List.of(first, second);
    }

    /** A truth value; it is NULL where an operand is, unless the operator gives none. */
    private static @Nullable Operand truth(@Nullable List<Operand> operands, boolean passesNull) {
        if (operands == null) {
            return null;
        }
        boolean nullable = false;
        for (Operand operand : operands) {
            nullable |= passesNull && operand.isNullable();
        }
        return Operand.of(Type.INT64, nullable);
    }

    private Operand literal(Value value) {
        return switch (value.type()) {
            case DECIMAL -> decimal(value.text());
            case HEXNUM, HEXVAL, BITNUM -> new Operand(ExpressionType.of(Type.VARBINARY).withNullable(false),
                    Coercibility.COERCIBLE, true);
            case TIME, DATETIME, TIMESTAMP -> Operand.of(value.type(), false, 0, fraction(value.text()));
            default -> value.type().kind() == Type.Kind.TEXT
                    ? Operand.text(value.type(), connection, false, Coercibility.COERCIBLE)
                    : Operand.of(value.type(), value.isNull());
        };
    }

    private static Operand decimal(String text) {
        int scale = fraction(text);
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return Operand.of(Type.DECIMAL, false, digits, scale);
    }

    private static int fraction(String text) {
        int point = text.indexOf('.');
        return point < 0 ? 0 : text.length() - point - 1;
    }

    private @Nullable Operand introduced(Introduced node) {
        Operand operand = operand(node.operand());
        String charset = node.charset().equals(Introduced.NATIONAL) ? "utf8mb3" : node.charset();
        return operand == null ? null : inCharset(charset, operand.isNullable(), Coercibility.COERCIBLE);
    }

    private static @Nullable Operand inCharset(String charset, boolean nullable, Coercibility coercibility) {
        Collation collation = Collations.defaultOf(charset);
        if (collation == null) {
            return null;
        }
        Type type = collation.name().equals(Collations.BINARY) ? Type.VARBINARY : Type.VARCHAR;
        return Operand.text(type, collation.name(), nullable, coercibility);
    }

    private Operand variable(VariableType type) {
        return switch (type.type()) {
            case HEXNUM, HEXVAL, BITNUM ->
                    new Operand(ExpressionType.of(Type.VARBINARY), Coercibility.COERCIBLE, true);
            case DECIMAL -> Operand.of(Type.DECIMAL, true, type.size(), type.scale());
            case TIME, DATETIME, TIMESTAMP -> Operand.of(type.type(), true, 0, type.size());
            default -> type.type().kind() == Type.Kind.TEXT && type.type() != Type.JSON
                    ? Operand.text(type.type(), connection, true, Coercibility.COERCIBLE)
                    : Operand.of(type.type(), true);
        };
    }

    private @Nullable Operand column(BoundColumn column) {
        Optional<ExpressionType> type = columns.apply(column);
        return type.isEmpty() || isNumberOfRows(type.get()) ? null : column(type.get());
    }

    private static Operand column(ExpressionType type) {
        Coercibility coercibility = switch (type.type().kind()) {
            case NULL -> Coercibility.IGNORABLE;
            case SIGNED, UNSIGNED, FLOAT, DECIMAL, TEMPORAL -> Coercibility.NUMERIC;
            case TEXT, BINARY, LITERAL, EXPRESSION -> Coercibility.IMPLICIT;
        };
        return Operand.of(type, coercibility);
    }

    private @Nullable Operand binary(Binary node) {
        if (node.right() instanceof Interval(var amount, var unit)) {
            return dateArithmetic(node.left(), amount, unit);
        }
        if (node.left() instanceof Interval(var amount, var unit)) {
            return dateArithmetic(node.right(), amount, unit);
        }
        Operand left = operand(node.left());
        Operand right = left == null ? null : operand(node.right());
        return left == null || right == null ? null : NumericTypes.binary(node.operator(), left, right);
    }

    private @Nullable Operand dateArithmetic(Expression date, Expression amount, IntervalUnit unit) {
        Operand operand = operand(date);
        return operand == null || !isKnown(amount) ? null : calls.dateArithmetic(operand, unit);
    }

    private @Nullable Operand comparison(Comparison node) {
        boolean passesNull = node.operator() != ComparisonOperator.NULL_SAFE_EQUAL;
        if (node.left() instanceof Expression.Tuple) {
            return isKnown(node.left()) && isKnown(node.right()) ? Operand.of(Type.INT64, passesNull) : null;
        }
        return truth(operands(node.left(), node.right()), passesNull);
    }

    private @Nullable List<Operand> like(Like node) {
        boolean isKnown = node.escape() == null || isKnown(node.escape());
        return isKnown ? operands(node.left(), node.pattern()) : null;
    }

    private @Nullable Operand in(In node) {
        boolean isKnown =
                isKnown(node.left()) && (node.right() instanceof Expression.ListVariable || isKnown(node.right()));
        return isKnown ? Operand.of(Type.INT64, true) : null;
    }

    private @Nullable Operand between(Between node) {
        return truth(operands(List.of(node.value(), node.low(), node.high())), true);
    }

    /** True when all parts have a type; a row has none, but its members do. */
    private boolean isKnown(Expression expression) {
        if (!(expression instanceof Expression.Tuple(var members))) {
            return operand(expression) != null;
        }
        for (Expression member : members) {
            if (!isKnown(member)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Operand unary(Unary node) {
        Operand operand = operand(node.operand());
        if (operand == null) {
            return null;
        }
        UnaryOperator operator = node.operator();
        return switch (operator) {
            case MINUS -> NumericTypes.negated(operand);
            case TILDE -> NumericTypes.inverted(operand);
            case BANG -> Operand.of(Type.INT64, operand.isNullable());
        };
    }

    private @Nullable Operand collate(Expression.Collate node) {
        Operand operand = operand(node.operand());
        Collation collation = Collations.find(node.collation());
        if (operand == null || collation == null) {
            return null;
        }
        Type type = calls.firstText(operand).kind();
        return Operand.text(type, collation.name(), operand.isNullable(), Coercibility.EXPLICIT);
    }

    private @Nullable Operand cases(Case node) {
        if (node.operand() != null && !isKnown(node.operand())) {
            return null;
        }
        List<Expression> results = new ArrayList<>(node.branches().size() + 1);
        for (Case.When when : node.branches()) {
            if (!isKnown(when.condition())) {
                return null;
            }
            results.add(when.result());
        }
        results.add(node.otherwise() == null ? new Expression.Null() : node.otherwise());
        List<Operand> operands = operands(results);
        return operands == null ? null : TypeMerge.of(operands, connection);
    }

    private @Nullable Operand call(Call call) {
        SqlFunction function = Functions.find(call);
        if (function == null || !function.takes(call.arguments().size())) {
            return null;
        }
        return switch (function.result()) {
            case CLOCK_TIME -> Operand.of(Type.TIME, false, 0, digits(call));
            case CLOCK_DATETIME -> Operand.of(Type.DATETIME, false, 0, digits(call));
            case DATE_ARITHMETIC -> dateArithmetic(call);
            default -> ordinary(function, call.arguments());
        };
    }

    private @Nullable Operand ordinary(SqlFunction function, List<Expression> arguments) {
        boolean isCount = function.kind() != SqlFunction.Kind.SCALAR && function.result() != ResultRule.FIRST
                && function.nullability() == Nullability.NEVER;
        List<Operand> operands = isCount ? List.of() : operands(arguments);
        return operands == null ? null : calls.of(function, operands);
    }

    private static int digits(Call call) {
        boolean isSaid = !call.arguments().isEmpty();
        return isSaid && call.arguments().getFirst() instanceof Literal(var value) && value.length() == 1
                ? value.byteAt(0) - '0'
                : 0;
    }

    private @Nullable Operand dateArithmetic(Call call) {
        List<Expression> arguments = call.arguments();
        if (arguments.size() == 3) {
            IntervalUnit unit = arguments.getFirst() instanceof Expression.Word(var word) ? UNITS.get(word) : null;
            return unit == null ? null : dateArithmetic(arguments.get(2), arguments.get(1), unit);
        }
        return arguments.get(1) instanceof Interval(var amount, var unit)
                ? dateArithmetic(arguments.get(0), amount, unit)
                : dateArithmetic(arguments.get(0), arguments.get(1), IntervalUnit.DAY);
    }

    private @Nullable Operand form(SpecialForm form) {
        return switch (form) {
            case SpecialForm.Cast node -> node.array() ? null : cast(node.operand(), node.type());
            case SpecialForm.Convert node -> cast(node.operand(), node.type());
            case SpecialForm.ConvertUsing node ->
                    isKnown(node.operand()) ? inCharset(node.charset(), true, Coercibility.IMPLICIT) : null;
            case SpecialForm.CharUsing node ->
                    operands(node.codes()) == null ? null : inCharset(node.charset(), true, Coercibility.COERCIBLE);
            case SpecialForm.Extract node -> isKnown(node.operand()) ? Operand.of(Type.INT64, true) : null;
            case SpecialForm.Trim node -> trim(node);
            case SpecialForm.WeightString node -> Operand.of(Type.VARBINARY, true);
            case SpecialForm.GroupConcat node -> named("group_concat", node.arguments());
            case SpecialForm.JsonValue node -> jsonValue(node);
            case SpecialForm.Match node -> Operand.of(Type.FLOAT64, false);
            case SpecialForm.Windowed node -> operand(node.function());
        };
    }

    private @Nullable Operand named(String name, List<Expression> arguments) {
        SqlFunction function = Functions.find(name);
        return function == null ? null : ordinary(function, arguments);
    }

    private @Nullable Operand cast(Expression operand, DataType type) {
        Operand inner = operand(operand);
        return inner == null ? null : CastTypes.cast(type, inner, connection);
    }

    private @Nullable Operand trim(SpecialForm.Trim node) {
        Expression remove = node.remove();
        return named("trim", remove == null ? List.of(node.operand()) : List.of(node.operand(), remove));
    }

    private @Nullable Operand jsonValue(SpecialForm.JsonValue node) {
        List<Operand> operands = operands(node.document(), node.path());
        if (operands == null) {
            return null;
        }
        return node.returning() == null
                ? Operand.text(Type.VARCHAR, Collations.JSON, true, Coercibility.IMPLICIT)
                : CastTypes.cast(node.returning(), operands.getFirst(), connection);
    }
}
