package dev.shardroute.planner.operator;

import dev.shardroute.planner.plan.PulloutOpcode;
import dev.shardroute.sql.ast.Clause;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The subqueries of expressions, not those of the subqueries themselves. */
public final class SubQueryUses {
    private final Function<SubQueryUse, Expression> replacement;

    private SubQueryUses(Function<SubQueryUse, Expression> replacement) {
        this.replacement = replacement;
    }

    /** The subqueries, in the order of the text. */
    public static List<SubQueryUse> of(Expression expression) {
        List<SubQueryUse> uses = new ArrayList<>();
        replace(expression, use -> {
            uses.add(use);
            return use.expression();
        });
        return uses;
    }

    /** The expression with something in place of each {@link SubQueryUse#expression}; what does not change is shared. */
    public static Expression replace(Expression expression, Function<SubQueryUse, Expression> replacement) {
        return new SubQueryUses(replacement).condition(expression);
    }

    /** A condition that must hold, or one of several of which one must hold. */
    private Expression condition(Expression expression) {
        return switch (expression) {
            case And and -> Nodes.mapParts(and, part -> condition((Expression) part));
            case Or or -> Nodes.mapParts(or, part -> condition((Expression) part));
            case In(var not, var left, Subquery(var query)) when !not -> in((In) expression, query, free(left));
            case Comparison(var operator, Subquery(var query), var right) when operator == ComparisonOperator.EQUAL
                    && hasNone(right) ->
                    new Comparison(operator, value(query, free(right)), part(right));
            case Comparison(var operator, var left, Subquery(var query)) when operator == ComparisonOperator.EQUAL
                    && hasNone(left) ->
                    new Comparison(operator, part(left), value(query, free(left)));
            default -> part(expression);
        };
    }

    private static Optional<Expression> free(Expression expression) {
        return hasNone(expression) ? Optional.of(expression) : Optional.empty();
    }

    private static boolean hasNone(Expression expression) {
        return !Nodes.anyMatch(expression, Query.class::isInstance);
    }

    private Expression part(Expression expression) {
        return switch (expression) {
            case Exists(var query) -> replacement.apply(
                    new SubQueryUse(PulloutOpcode.EXISTS, expression, query, Optional.empty()));
            case In(var not, var left, Subquery(var query)) -> in((In) expression, query, Optional.empty());
            case QuantifiedComparison comparison -> {
                Expression mapped = new QuantifiedComparison(comparison.operator(), part(comparison.left()),
                        comparison.quantifier(), comparison.query());
                yield replacement.apply(
                        new SubQueryUse(PulloutOpcode.VALUE, mapped, comparison.query(), Optional.empty()));
            }
            case Subquery(var query) -> value(query, Optional.empty());
            default -> Nodes.mapParts(expression, this::node);
        };
    }

    private Node node(Node node) {
        return switch (node) {
            case Expression expression -> part(expression);
            case Clause clause -> Nodes.mapParts(clause, this::node);
            case Statement query -> query;
            case SelectItem item -> item;
            case TableExpression table -> table;
        };
    }

    private Expression in(In in, Query query, Optional<Expression> equal) {
        In mapped = new In(in.not(), part(in.left()), in.right());
        return replacement.apply(
                new SubQueryUse(in.not() ? PulloutOpcode.NOT_IN : PulloutOpcode.IN, mapped, query, equal));
    }

    private Expression value(Query query, Optional<Expression> equal) {
        return replacement.apply(new SubQueryUse(PulloutOpcode.VALUE, new Subquery(query), query, equal));
    }
}
