package dev.shardroute.planner.tree;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.SubQuery;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the subqueries out of the expressions of one query. For one query. */
public final class SubQueryTree {
    private final Planning planning;
    private final List<SubQuery> found = new ArrayList<>();

    /** Starts with no subqueries. */
    public SubQueryTree(Planning planning) {
        this.planning = planning;
    }

    /**
     * Takes out the subqueries of a predicate.
     *
     * @param outer the tables of the query around it
     * @return true when there are subqueries: the predicate is then theirs, and no longer one of the query
     */
    public boolean takePredicate(Expression predicate, TableSet outer) {
        if (Expressions.anyMatch(predicate, SubQueryTree::isSubquery)) {
            throw ErrorCode.VT12001.error("subqueries");
        }
        return false;
    }

    /** An expression with variables for its subqueries, and these; empty when it has none. */
    public Optional<Taken> takeValues(Expression expression, TableSet outer) {
        if (Expressions.anyMatch(expression, SubQueryTree::isSubquery)) {
            throw ErrorCode.VT12001.error("subqueries");
        }
        return Optional.empty();
    }

    /** An expression without subqueries, and the subqueries that it had. */
    public record Taken(Expression expression, List<SubQuery> subqueries) {
        /** Copies the list. */
        public Taken {
            subqueries = List.copyOf(subqueries);
        }
    }

    /** The query with the subqueries that were taken out, or itself when there are none. */
    public Operator root(Operator query) {
        return found.isEmpty() || planning.stage() == null ? query : new Operator.SubQueryContainer(query, found);
    }

    private static boolean isSubquery(Expression expression) {
        return expression instanceof Subquery || expression instanceof Exists
                || expression instanceof QuantifiedComparison;
    }
}
