package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which expressions the statement's predicates make equal, whatever the row: {@code a = b} and {@code b = c} make three. */
public final class Equalities {
    private final Map<Expression, List<Expression>> classes = new HashMap<>();

    /** Two expressions are equal. */
    public void add(Expression left, Expression right) {
        List<Expression> first = classes.get(left);
        List<Expression> second = classes.get(right);
        if (first == null && second == null) {
            List<Expression> both = new ArrayList<>(List.of(left, right));
            classes.put(left, both);
            classes.put(right, both);
        } else if (first != null && second != null) {
            merge(first, second);
        } else if (first != null) {
            join(first, right);
        } else if (second != null) {
            join(second, left);
        }
    }

    private void join(List<Expression> known, Expression other) {
        known.add(other);
        classes.put(other, known);
    }

    @SuppressWarnings("ReferenceEquality") // one class is one list
    private void merge(List<Expression> first, List<Expression> second) {
        if (first == second) {
            return;
        }
        List<Expression> larger = first.size() >= second.size() ? first : second;
        List<Expression> smaller = first.size() >= second.size() ? second : first;
        smaller.forEach(expression -> join(larger, expression));
    }

    /** The expression itself, and then what is equal to it in the order in which that was found. */
    public List<Expression> of(Expression expression) {
        List<Expression> equal = classes.get(expression);
        if (equal == null) {
            return List.of(expression);
        }
        List<Expression> all = new ArrayList<>(equal.size() + 1);
        all.add(expression);
        all.addAll(equal);
        return all;
    }
}
