package dev.shardroute.planner;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Xor;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings conditions near to an AND of ORs, so that what they have in common stands at the top, where planning sees it. For one
 * query.
 *
 * <pre>{@code
 * (a = 1 and b = 2) or (a = 1 and c = 3)  ->  a = 1 and (b = 2 or c = 3)
 * a = 1 or (b = 2 and c = 3)              ->  (a = 1 or b = 2) and (a = 1 or c = 3)
 * a = 1 or a = 2                          ->  a in (1, 2)
 * }</pre>
 *
 * Distribution makes conditions longer, so that a query that takes more than a few steps is left as it is.
 */
final class ConjunctiveForm {
    private static final int MAX_STEPS = 15;
    private static final int MAX_OPERANDS = 100;

    private boolean changed;

    private ConjunctiveForm() {}

    /** The query with other conditions for the same rows; empty when nothing changes. */
    static Optional<Query> of(Query query) {
        if (Nodes.anyMatch(query, ConjunctiveForm::isLong)) {
            return Optional.empty();
        }
        Node paired = Nodes.rewrite((Node) query, ConjunctiveForm::paired);
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            ConjunctiveForm step = new ConjunctiveForm();
            paired = step.first(paired);
            if (!step.changed) {
                return steps == 0
                        ? Optional.empty()
                        : Optional.of((Query) Nodes.rewrite(paired, ConjunctiveForm::flat));
            }
        }
        return Optional.empty();
    }

    private static boolean isLong(Node node) {
        return (node instanceof And(var operands) && operands.size() > MAX_OPERANDS)
                || (node instanceof Or(var others) && others.size() > MAX_OPERANDS);
    }

    // two operands each while it works

    private static Node paired(Node node) {
        return switch (node) {
            case And(var operands) -> operands.stream().reduce(ConjunctiveForm::and).orElseThrow();
            case Or(var operands) -> operands.stream().reduce(ConjunctiveForm::or).orElseThrow();
            default -> node;
        };
    }

    private static Node flat(Node node) {
        return switch (node) {
            case And and -> new And(leaves(and));
            case Or or -> new Or(leaves(or));
            default -> node;
        };
    }

    private static Expression and(Expression left, Expression right) {
        return new And(List.of(left, right));
    }

    private static Expression or(Expression left, Expression right) {
        return new Or(List.of(left, right));
    }

    /** The operands of the operator and of those of its kind in it, in order. */
    private static List<Expression> leaves(Expression whole) {
        List<Expression> leaves = new ArrayList<>();
        for (Expression operand : operands(whole)) {
            if (operand.getClass() == whole.getClass()) {
                leaves.addAll(leaves(operand));
            } else {
                leaves.add(operand);
            }
        }
        return leaves;
    }

    private static List<Expression> operands(Expression expression) {
        return switch (expression) {
            case And(var operands) -> operands;
            case Or(var operands) -> operands;
            default -> List.of();
        };
    }

    // one step

    /** The tree after the first rewrite that is possible, parts before what they are part of. */
    private Node first(Node node) {
        if (changed) {
            return node;
        }
        Node rewritten = Nodes.mapParts(node, this::first);
        Expression simpler = changed || !(rewritten instanceof Expression part) ? null : simpler(part);
        changed = changed || simpler != null;
        return simpler == null ? rewritten : simpler;
    }

    private static @Nullable Expression simpler(Expression expression) {
        return switch (expression) {
            case Not(var operand) -> not(operand);
            case Xor(var left, var right) -> and(or(left, right), new Not(and(left, right)));
            case And and ->
                    withoutDuplicates(and).orElseGet(() -> absorbed(and.operands().get(0), and.operands().get(1)));
            case Or or -> withoutDuplicates(or).orElseGet(() -> or(or));
            default -> null;
        };
    }

    private static @Nullable Expression not(Expression operand) {
        return switch (operand) {
            case Not(var inner) -> inner;
            case Or(var operands) -> and(new Not(operands.get(0)), new Not(operands.get(1)));
            case And(var operands) -> or(new Not(operands.get(0)), new Not(operands.get(1)));
            default -> null;
        };
    }

    private static Optional<Expression> withoutDuplicates(Expression whole) {
        List<Expression> leaves = leaves(whole);
        Set<Expression> distinct = new LinkedHashSet<>(leaves);
        return distinct.size() == leaves.size()
                ? Optional.empty()
                : distinct.stream().reduce(whole instanceof And ? ConjunctiveForm::and : ConjunctiveForm::or);
    }

    /** {@code (a or b) and a  ->  a}. */
    private static @Nullable Expression absorbed(Expression left, Expression right) {
        if (left instanceof Or(var operands) && operands.contains(right)) {
            return right;
        }
        return right instanceof Or(var operands) && operands.contains(left) ? left : null;
    }

    private static @Nullable Expression or(Or or) {
        Expression left = or.operands().get(0);
        Expression right = or.operands().get(1);
        if (left instanceof And(var first) && right instanceof And(var second)) {
            Optional<Expression> common = common(first, second);
            if (common.isPresent()) {
                return common.get();
            }
        }
        if (left instanceof And(var operands)) {
            return operands.contains(right)
                    ? right
                    : and(or(operands.get(0), right), or(operands.get(1), right));
        }
        if (right instanceof And(var operands)) {
            return operands.contains(left) ? left : and(or(left, operands.get(0)), or(left, operands.get(1)));
        }
        return in(left, right);
    }

    /** {@code (a and b) or (a and c)  ->  a and (b or c)}. */
    private static Optional<Expression> common(List<Expression> left, List<Expression> right) {
        for (int i = 0; i < 2; i++) {
            int j = right.indexOf(left.get(i));
            if (j >= 0) {
                return Optional.of(and(left.get(i), or(left.get(1 - i), right.get(1 - j))));
            }
        }
        return Optional.empty();
    }

    /** {@code a = 1 or a in (2, 3)  ->  a in (1, 2, 3)}. */
    private static @Nullable Expression in(Expression left, Expression right) {
        Expression column = column(left);
        if (column == null || !column.equals(column(right))) {
            return null;
        }
        Set<Expression> members = new LinkedHashSet<>(members(left));
        members.addAll(members(right));
        return new In(false, column, new Tuple(List.copyOf(members)));
    }

    private static @Nullable Expression column(Expression condition) {
        return switch (condition) {
            case Comparison(var operator, Column column, var value) when operator == ComparisonOperator.EQUAL ->
                    column;
            case In(var not, Column column, Tuple values) when !not -> column;
            default -> null;
        };
    }

    private static List<Expression> members(Expression condition) {
        return switch (condition) {
            case Comparison comparison -> List.of(comparison.right());
            case In(var not, var column, Tuple(var values)) -> values;
            default -> List.of();
        };
    }
}
