package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A condition on rows.
 *
 * @param expression the condition
 * @param join       the number of the join predicate that it is the right side's half of, with variables for what comes from
 *                   the left; 0 for a condition of its own. When the join turns out to be one that shards can do, the halves
 *                   are taken out again by this number
 */
public record Predicate(Expression expression, int join) {
    /** A condition of its own. */
    public static Predicate of(Expression expression) {
        return new Predicate(expression, 0);
    }

    /** Conditions of their own. */
    public static List<Predicate> of(List<Expression> expressions) {
        return expressions.stream().map(Predicate::of).toList();
    }

    /** The predicates of both, in order, each once. */
    static List<Predicate> union(List<Predicate> first, List<Predicate> second) {
        Set<Predicate> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** The same predicate put otherwise. */
    public Predicate map(UnaryOperator<Expression> rewrite) {
        return new Predicate(rewrite.apply(expression), join);
    }
}
