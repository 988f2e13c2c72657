package dev.shardroute.planner.routing;

import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.function.Constants;
import dev.shardroute.sql.function.Evaluation;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Expressions whose value is known when the bind variables are. */
public final class Values {
    /** Character sets in which a string has the bytes that it is written with. */
    private static final Set<String> PLAIN_CHARSETS =
            Set.of("binary", "ascii", "utf8mb3", "utf8mb4", Introduced.NATIONAL);

    private Values() {}

    /**
     * The value of an expression, or of one that is known to be equal to it, the expression first; a list for what stands at
     * the right of IN. Empty when only a shard can tell.
     */
    public static Optional<ValueExpr> find(Expression expression, Planning planning) {
        for (Expression equal : planning.equalities().of(expression)) {
            Optional<ValueExpr> value = equal instanceof Tuple(var members)
                    ? members(members, planning)
                    : of(equal, planning);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private static Optional<ValueExpr> members(List<Expression> members, Planning planning) {
        List<ValueExpr> values = new ArrayList<>(members.size());
        for (Expression member : members) {
            Optional<ValueExpr> value = member instanceof ListVariable ? Optional.empty() : of(member, planning);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(new ValueExpr.Tuple(values));
    }

    private static Optional<ValueExpr> of(Expression expression, Planning planning) {
        return switch (expression) {
            case ListVariable(var name) -> Optional.of(new ValueExpr.ListVariable(name));
            case Literal literal -> single(literal);
            case Null none -> single(none);
            case Variable variable -> single(variable);
            case Tuple row -> Optional.empty();
            default -> isPlain(expression) ? computed(expression, planning) : Optional.empty();
        };
    }

    /** False for what has bytes of another character set, which the shard converts before it compares. */
    private static boolean isPlain(Expression expression) {
        return !Expressions.anyMatch(expression,
                part -> part instanceof Introduced(var charset, var operand) && !PLAIN_CHARSETS.contains(charset));
    }

    private static Optional<ValueExpr> computed(Expression expression, Planning planning) {
        Optional<Value> constant = Constants.fold(expression);
        if (constant.isPresent()) {
            return constant.filter(value -> isComparedAsWritten(value.type()))
                    .map(ValueExpr.Constant::of);
        }
        return isComputable(expression)
                && planning.semantics().type(expression).map(type -> isComparedAsWritten(type.type())
                        && type.type().kind() != Type.Kind.FLOAT && type.type().kind() != Type.Kind.DECIMAL)
                        .orElse(true)
                                ? Optional.of(new ValueExpr.Computed(expression))
                                : Optional.empty();
    }

    /** True for what is the same for all rows, and can be computed above the shards. */
    static boolean isComputable(Expression expression) {
        return Constants.isConstant(expression) && Evaluation.isEvaluable(expression);
    }

    /** A date is compared as a date, and a document as a document, however it is written. */
    private static boolean isComparedAsWritten(Type type) {
        return type.kind() != Type.Kind.TEMPORAL && type != Type.JSON;
    }

    /** The value of a literal, NULL or variable; empty for everything else, and for dates. */
    public static Optional<ValueExpr> single(Expression expression) {
        return switch (expression) {
            case Literal(var value) when isComparedAsWritten(value.type()) ->
                    Optional.of(ValueExpr.Constant.of(value));
            case Null none -> Optional.of(ValueExpr.Constant.of(Value.NULL));
            case Variable variable -> Optional.of(new ValueExpr.Variable(variable.name()));
            default -> Optional.empty();
        };
    }

    /** The values of the right side of IN, where each is {@link #single}. */
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
