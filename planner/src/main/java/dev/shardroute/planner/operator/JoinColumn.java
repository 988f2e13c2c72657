package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column, or a predicate, of a nested-loop join: from the left, from the right, or computed on the right with variables for
 * what comes from the left.
 *
 * @param original the expression as it is asked for
 * @param left     what is fetched from the left, with the variables it is for; of a column that is all from the left one whose
 *                 name is empty
 * @param right    what the right side computes, or null for a column that is all from the left
 * @param groupBy  true when the inputs must group by it
 * @param join     of a predicate, the number of its half on the right ({@link Predicate#join}); otherwise 0
 */
public record JoinColumn(Expression original, List<BindVariable> left, @Nullable Expression right, boolean groupBy,
        int join) {
    /** Copies the list. */
    public JoinColumn {
        left = List.copyOf(left);
    }

    /** A column that is all from the left. */
    public static JoinColumn left(Expression original, Expression expression, boolean groupBy) {
        return new JoinColumn(original, List.of(new BindVariable("", expression)), null, groupBy, 0);
    }

    /** A column that is all from the right. */
    public static JoinColumn right(Expression original, Expression expression, boolean groupBy) {
        return new JoinColumn(original, List.of(), expression, groupBy, 0);
    }

    /** True when it is all from the left. */
    public boolean isPureLeft() {
        return right == null;
    }

    /** True when it is all from the right. */
    public boolean isPureRight() {
        return left.isEmpty();
    }

    /** The same with another grouping. */
    public JoinColumn withGroupBy(boolean group) {
        return new JoinColumn(original, left, right, group, join);
    }

    /** The same as a predicate whose half on the right has a number. */
    public JoinColumn withJoin(int number) {
        return new JoinColumn(original, left, right, groupBy, number);
    }
}
