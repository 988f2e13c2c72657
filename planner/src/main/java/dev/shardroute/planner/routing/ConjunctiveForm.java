package dev.shardroute.planner.routing;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Xor;
import dev.shardroute.sql.ast.Expressions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Predicates as conditions that must all hold, with ORs of {@code a = x} as lists. One law of logic is used at a time, at the
 * first place where one can be, operands before what they are operands of. AND and OR have two operands meanwhile.
 */
public final class ConjunctiveForm {
    /** Each step may double the predicate, so that there must be an end. */
    private static final int MOST_STEPS = 14;
    /** Predicates with more operands stay as they are: few steps would not help, and two operands each make trees deep. */
    private static final int MOST_OPERANDS = 100;

    private boolean changed;

    private ConjunctiveForm() {}

    /** The predicate put otherwise, or as it is when it has that form or would need too many steps. */
    public static Expression of(Expression predicate) {
        if (!isSmall(predicate)) {
            return predicate;
        }
        Expression current = Expressions.rewrite(predicate, ConjunctiveForm::inPairs);
        for (int i = 0; i <= MOST_STEPS; i++) {
            ConjunctiveForm step = new ConjunctiveForm();
            current = Expressions.rewrite(current, step::simplifyOnce);
            if (!step.changed) {
                return i == 0 ? predicate : Expressions.rewrite(current, ConjunctiveForm::inChains);
            }
        }
        return predicate;
    }

    private static boolean isSmall(Expression predicate) {
        int[] operands = {0};
        Expressions.anyMatch(predicate, part -> {
            operands[0] += operandsOf(part).size();
            return false;
        });
        return operands[0] <= MOST_OPERANDS;
    }

    private static List<Expression> operandsOf(Expression expression) {
        return switch (expression) {
            case And and -> and.operands();
            case Or or -> or.operands();
            default -> List.of();
        };
    }

    private static Expression inPairs(Expression expression) {
        return switch (expression) {
            case And and -> and.operands().stream().reduce(ConjunctiveForm::and).orElseThrow();
            case Or or -> or.operands().stream().reduce(ConjunctiveForm::or).orElseThrow();
            default -> expression;
        };
    }

    private static Expression inChains(Expression expression) {
        return switch (expression) {
            case And(var operands) when operands.getFirst() instanceof And(var before) ->
                    new And(with(before, operands.getLast()));
            case Or(var operands) when operands.getFirst() instanceof Or(var before) ->
                    new Or(with(before, operands.getLast()));
            default -> expression;
        };
    }

    private static List<Expression> with(List<Expression> list, Expression one) {
        List<Expression> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    private static Expression and(Expression left, Expression right) {
        return new And(List.of(left, right));
    }

    private static Expression or(Expression left, Expression right) {
        return new Or(List.of(left, right));
    }

    // one step

    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object
    private Expression simplifyOnce(Expression expression) {
        if (changed) {
            return expression;
        }
        Expression simpler = simplified(expression);
        changed = simpler != expression;
        return simpler;
    }

    private static Expression simplified(Expression expression) {
        return switch (expression) {
            case Not(var operand) -> not(expression, operand);
            case Or or -> simplified(or, or.operands().getFirst(), or.operands().getLast());
            // a xor b => (a or b) and not (a and b)
            case Xor(var left, var right) -> and(or(left, right), new Not(and(left, right)));
            case And and -> simplified(and, and.operands().getFirst(), and.operands().getLast());
            default -> expression;
        };
    }

    private static Expression not(Expression expression, Expression operand) {
        return switch (operand) {
            case Not(var inner) -> inner;
            case Or(var parts) -> and(new Not(parts.getFirst()), new Not(parts.getLast()));
            case And(var parts) -> or(new Not(parts.getFirst()), new Not(parts.getLast()));
            default -> expression;
        };
    }

    private static Expression simplified(And and, Expression left, Expression right) {
        Expression distinct = distinct(and, ConjunctiveForm::andOperands, ConjunctiveForm::and);
        if (!distinct.equals(and)) {
            return distinct;
        }
        // (a or b) and a => a
        if (left instanceof Or(var parts) && parts.contains(right)) {
            return right;
        }
        return right instanceof Or(var parts) && parts.contains(left) ? left : and;
    }

    private static Expression simplified(Or or, Expression left, Expression right) {
        Expression distinct = distinct(or, ConjunctiveForm::orOperands, ConjunctiveForm::or);
        if (!distinct.equals(or)) {
            return distinct;
        }
        if (left instanceof And(var first) && right instanceof And(var second)) {
            for (int i = 0; i < 4; i++) {
                // (a and b) or (a and c) => a and (b or c)
                if (first.get(i / 2).equals(second.get(i % 2))) {
                    return and(first.get(i / 2), or(first.get(1 - i / 2), second.get(1 - i % 2)));
                }
            }
        }
        // (a and b) or a => a; (a and b) or c => (a or c) and (b or c)
        if (left instanceof And(var parts)) {
            return parts.contains(right) ? right : and(or(parts.getFirst(), right), or(parts.getLast(), right));
        }
        if (right instanceof And(var parts)) {
            return parts.contains(left) ? left : and(or(left, parts.getFirst()), or(left, parts.getLast()));
        }
        return list(or, left, right);
    }

    private static List<Expression> andOperands(Expression expression) {
        return expression instanceof And and ? and.operands() : List.of();
    }

    private static List<Expression> orOperands(Expression expression) {
        return expression instanceof Or or ? or.operands() : List.of();
    }

    /** The chain with each operand once, those near its top first; the chain itself when it is so already. */
    private static Expression distinct(Expression chain, Function<Expression, List<Expression>> operands,
            BinaryOperator<Expression> join) {
        Deque<Expression> left = new ArrayDeque<>(List.of(chain));
        List<Expression> leaves = new ArrayList<>();
        while (!left.isEmpty()) {
            for (Expression operand : operands.apply(left.remove())) {
                if (operands.apply(operand).isEmpty()) {
                    leaves.add(operand);
                } else {
                    left.add(operand);
                }
            }
        }
        Set<Expression> once = new LinkedHashSet<>(leaves);
        return once.size() == leaves.size() ? chain : once.stream().reduce(join).orElseThrow();
    }

    /** a = x or a in (y, z) => a in (x, y, z). */
    private static Expression list(Or or, Expression left, Expression right) {
        Expression column = columnOf(left);
        List<Expression> values = valuesOf(left);
        List<Expression> more = valuesOf(right);
        boolean isColumn = column instanceof BoundColumn || column instanceof Column;
        if (!isColumn || values.isEmpty() || more.isEmpty() || !column.equals(columnOf(right))) {
            return or;
        }
        Set<Expression> all = new LinkedHashSet<>(values);
        all.addAll(more);
        return new In(false, column, new Tuple(List.copyOf(all)));
    }

    private static Expression columnOf(Expression comparison) {
        return switch (comparison) {
            case Comparison(var operator, var left, var right) -> left;
            case In(var not, var left, var right) -> left;
            default -> comparison;
        };
    }

    private static List<Expression> valuesOf(Expression comparison) {
        return switch (comparison) {
            case Comparison(var operator, var left, var right) when operator == ComparisonOperator.EQUAL ->
                    List.of(right);
            case In(var not, var left, Tuple(var members)) when !not -> members;
            default -> List.of();
        };
    }
}
