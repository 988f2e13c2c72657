package dev.shardroute.sql.ast;

import dev.shardroute.sql.ast.Expression.And;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Walks over one expression; a query inside of it is not looked into. */
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

    /** The expressions that {@code expression} is made of, in the order of the text. */
    public static List<Expression> children(Expression expression) {
        List<Expression> children = new ArrayList<>();
        collect(expression, children);
        return children;
    }

    private static void collect(Node node, List<Expression> into) {
        Nodes.forEachPart(node, part -> {
            switch (part) {
                case Expression expression -> into.add(expression);
                case Clause clause -> collect(clause, into);
                case Statement query -> {
                }
                case SelectItem none -> {
                }
                case TableExpression none -> {
                }
            }
        });
    }

    /**
     * The expression with {@code rewrite} done to every part of it, the innermost first. What does not change is shared:
     * when nothing does, the result is the expression itself.
     */
    public static Expression rewrite(Expression expression, UnaryOperator<Expression> rewrite) {
        return rewrite.apply(Nodes.mapParts(expression, part -> rewritePart(part, rewrite)));
    }

    private static Node rewritePart(Node part, UnaryOperator<Expression> rewrite) {
        return switch (part) {
            case Expression expression -> rewrite(expression, rewrite);
            case Clause clause -> Nodes.mapParts(clause, inner -> rewritePart(inner, rewrite));
            case Statement query -> query;
            case SelectItem item -> item;
            case TableExpression table -> table;
        };
    }
}
