package dev.shardroute.sql.ast;

import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.Between;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expression.Default;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expression.Xor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Walks over expressions. */
public final class Expressions {
    private Expressions() {}

    /** The conditions that must all hold for {@code condition} to hold: the operands of ANDs at its top, in order. */
    public static List<Expression> conjuncts(@Nullable Expression condition) {
        List<Expression> conjuncts = new ArrayList<>();
        if (condition != null) {
            collectConjuncts(condition, conjuncts);
        }
        return List.copyOf(conjuncts);
    }

    private static void collectConjuncts(Expression condition, List<Expression> into) {
        if (condition instanceof And(var operands)) {
            operands.forEach(operand -> collectConjuncts(operand, into));
        } else {
            into.add(condition);
        }
    }

    /** The condition that all of {@code conjuncts} hold; null for none. */
    public static @Nullable Expression and(List<Expression> conjuncts) {
        return switch (conjuncts.size()) {
            case 0 -> null;
            case 1 -> conjuncts.getFirst();
            default -> new And(conjuncts);
        };
    }

    /** True when {@code test} holds for {@code expression} or for any part of it. */
    public static boolean anyMatch(Expression expression, Predicate<Expression> test) {
        if (test.test(expression)) {
            return true;
        }
        for (Expression child : children(expression)) {
            if (anyMatch(child, test)) {
                return true;
            }
        }
        return false;
    }

    /** The parts of an expression, in the order of the text. */
    public static List<Expression> children(Expression expression) {
        List<Expression> children = new ArrayList<>();
        mapChildren(expression, child -> {
            children.add(child);
            return child;
        });
        return children;
    }

    /**
     * The expression with {@code rewrite} done to every part of it, the innermost first. What does not change is shared:
     * when nothing does, the result is the expression itself.
     */
    public static Expression rewrite(Expression expression, UnaryOperator<Expression> rewrite) {
        return rewrite.apply(mapChildren(expression, child -> rewrite(child, rewrite)));
    }

    /** The expression with its direct parts replaced; the same object when none of them changed. */
    private static Expression mapChildren(Expression expression, UnaryOperator<Expression> map) {
        return switch (expression) {
            case Literal leaf -> leaf;
            case Null leaf -> leaf;
            case Bool leaf -> leaf;
            case Default leaf -> leaf;
            case Variable leaf -> leaf;
            case ListVariable leaf -> leaf;
            case UserVariable leaf -> leaf;
            case SystemVariable leaf -> leaf;
            case Column leaf -> leaf;
            case BoundColumn leaf -> leaf;
            case CountStar leaf -> leaf;
            case InsertedValue leaf -> leaf;
            case And(var operands) -> mapList(expression, operands, map, And::new);
            case Or(var operands) -> mapList(expression, operands, map, Or::new);
            case Tuple(var members) -> mapList(expression, members, map, Tuple::new);
            case Call call -> mapList(expression, call.arguments(), map,
                    arguments -> new Call(call.qualifier(), call.name(), call.distinct(), arguments));
            case Case cases -> mapList(expression, parts(cases), map, parts -> ofParts(cases, parts));
            case Like like -> mapList(expression, parts(like), map, parts -> ofParts(like, parts));
            case Not(var operand) -> mapList(expression, List.of(operand), map, parts -> new Not(parts.getFirst()));
            case Unary(var operator, var operand) -> mapList(expression, List.of(operand), map,
                    parts -> new Unary(operator, parts.getFirst()));
            case Collate(var operand, var collation) -> mapList(expression, List.of(operand), map,
                    parts -> new Collate(parts.getFirst(), collation));
            case Is(var value, var not, var test) -> mapList(expression, List.of(value), map,
                    parts -> new Is(parts.getFirst(), not, test));
            case Binary(var operator, var left, var right) -> mapList(expression, List.of(left, right), map,
                    parts -> new Binary(operator, parts.get(0), parts.get(1)));
            case Comparison(var operator, var left, var right) -> mapList(expression, List.of(left, right), map,
                    parts -> new Comparison(operator, parts.get(0), parts.get(1)));
            case Regexp(var not, var left, var pattern) -> mapList(expression, List.of(left, pattern), map,
                    parts -> new Regexp(not, parts.get(0), parts.get(1)));
            case In(var not, var left, var right) -> mapList(expression, List.of(left, right), map,
                    parts -> new In(not, parts.get(0), parts.get(1)));
            case Xor(var left, var right) -> mapList(expression, List.of(left, right), map,
                    parts -> new Xor(parts.get(0), parts.get(1)));
            case Between(var not, var value, var low, var high) -> mapList(expression, List.of(value, low, high), map,
                    parts -> new Between(not, parts.get(0), parts.get(1), parts.get(2)));
        };
    }

    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object: equality by value would cost O(tree)
    private static Expression mapList(Expression whole, List<Expression> parts, UnaryOperator<Expression> map,
            Function<List<Expression>, Expression> rebuild) {
        List<Expression> mapped = new ArrayList<>(parts.size());
        boolean changed = false;
        for (Expression part : parts) {
            Expression other = map.apply(part);
            changed |= other != part;
            mapped.add(other);
        }
        return changed ? rebuild.apply(mapped) : whole;
    }

    private static List<Expression> parts(Like like) {
        Expression escape = like.escape();
        return escape == null ? List.of(like.left(), like.pattern()) : List.of(like.left(), like.pattern(), escape);
    }

    private static Expression ofParts(Like like, List<Expression> parts) {
        return new Like(like.not(), parts.get(0), parts.get(1), like.escape() == null ? null : parts.get(2));
    }

    private static List<Expression> parts(Case cases) {
        List<Expression> parts = new ArrayList<>();
        if (cases.operand() != null) {
            parts.add(cases.operand());
        }
        for (Case.When when : cases.branches()) {
            parts.add(when.condition());
            parts.add(when.result());
        }
        if (cases.otherwise() != null) {
            parts.add(cases.otherwise());
        }
        return parts;
    }

    private static Expression ofParts(Case cases, List<Expression> parts) {
        int next = cases.operand() == null ? 0 : 1;
        List<Case.When> branches = new ArrayList<>();
        for (int i = 0; i < cases.branches().size(); i++) {
            branches.add(new Case.When(parts.get(next), parts.get(next + 1)));
            next += 2;
        }
        Expression operand = cases.operand() == null ? null : parts.getFirst();
        return new Case(operand, branches, cases.otherwise() == null ? null : parts.get(next));
    }
}
