package dev.shardroute.planner.tree;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.SubQuery;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.SubQueryRole;
import dev.shardroute.planner.operator.SubQueryUse;
import dev.shardroute.planner.operator.SubQueryUses;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the subqueries out of the expressions of one query. For one query. */
public final class SubQueryTree {
    private final Planning planning;
    private final List<SubQuery> found = new ArrayList<>();

    /** Starts with no subqueries. */
    public SubQueryTree(Planning planning) {
        this.planning = planning;
    }

    /** The query with the subqueries that were taken out, or itself when there are none. */
    public Operator root(Operator query) {
        return found.isEmpty() ? query : new Operator.SubQueryContainer(query, found);
    }

    // predicates

    /**
     * Takes out the subqueries of a predicate. It becomes that of the first of them, with variables for the others.
     *
     * @param outer the tables of the query around it
     * @return true when there are subqueries: the predicate is then theirs, and no longer one of the query
     */
    public boolean takePredicate(Expression predicate, TableSet outer) {
        List<SubQueryUse> uses = SubQueryUses.of(predicate);
        if (uses.isEmpty()) {
            return false;
        }
        SubQueryUse first = uses.getFirst();
        boolean isOnly = uses.size() == 1;
        SubQueryUse use = isOnly ? first
                : new SubQueryUse(first.opcode(), first.expression(), first.query(), Optional.empty());
        String argument = planning.argumentFor(use.query(), use.opcode());
        List<SubQuery> companions = new ArrayList<>();
        Expression original = isOnly ? predicate
                : SubQueryUses.replace(predicate, other -> other.isAlike(first)
                        ? other.expression()
                        : placeholder(other, companion(other, predicate, outer, companions)));
        SubQueryRole role = isOnly && isPredicate(predicate, first)
                ? SubQueryRole.PREDICATE
                : SubQueryRole.PART_OF_PREDICATE;
        found.add(subquery(use, role, original, argument, outer, planning.semantics().recursive(predicate)));
        found.addAll(companions);
        return true;
    }

    private String companion(SubQueryUse use, Expression predicate, TableSet outer, List<SubQuery> companions) {
        String argument = planning.argumentFor(use.query(), use.opcode());
        if (companions.stream().noneMatch(known -> known.argument().equals(argument))) {
            companions.add(subquery(use, SubQueryRole.COMPANION, use.expression(), argument, outer,
                    planning.semantics().recursive(predicate)));
        }
        return argument;
    }

    private static boolean isPredicate(Expression predicate, SubQueryUse use) {
        return predicate.equals(use.expression()) || (predicate instanceof Comparison(var operator, var left, var right)
                && (left.equals(use.expression()) || right.equals(use.expression())));
    }

    // values

    /** An expression with variables for its subqueries, and these; empty when it has none. */
    public Optional<Taken> takeValues(Expression expression, TableSet outer) {
        List<SubQuery> taken = new ArrayList<>();
        TableSet needed = planning.semantics().recursive(expression);
        Expression changed = SubQueryUses.replace(expression, use -> {
            SubQuery subquery = value(use, expression, outer, needed);
            taken.add(subquery);
            return placeholder(use, subquery.argument());
        });
        return taken.isEmpty() ? Optional.empty() : Optional.of(new Taken(changed, taken));
    }

    private SubQuery value(SubQueryUse use, Expression expression, TableSet outer, TableSet needed) {
        String argument = planning.argumentFor(use.query(), use.opcode());
        for (int i = 0; i < found.size(); i++) {
            SubQuery known = found.get(i);
            if (known.argument().equals(argument)) {
                found.set(i, known.withNeeded(known.needed().union(needed)));
                return found.get(i);
            }
        }
        found.add(subquery(use, SubQueryRole.VALUE, expression, argument, outer, needed));
        return found.getLast();
    }

    /** An expression without subqueries, and the subqueries that it had. */
    public record Taken(Expression expression, List<SubQuery> subqueries) {
        /** Copies the list. */
        public Taken {
            subqueries = List.copyOf(subqueries);
        }
    }

    // both

    private SubQuery subquery(SubQueryUse use, SubQueryRole role, Expression original, String argument, TableSet outer,
            TableSet needed) {
        InnerQuery inner = InnerQuery.of(use.query(), outer, planning);
        return new SubQuery(Optional.empty(), QueryTree.of(inner.query(), planning), use, role, original,
                inner.predicates(), inner.extra(), argument, "", needed, Map.of());
    }

    /**
     * A subquery of a subquery as the query around both sees it: with the conditions on columns of these outermost tables
     * too.
     */
    public static SubQuery seenFrom(SubQuery nested, TableSet outermost, Planning planning) {
        Query written = Nodes.rewrite(nested.use().query(), node -> node instanceof Variable variable
                ? planning.expressionOf(variable.name())
                        .filter(column -> planning.semantics().direct(column).overlaps(outermost)).orElse(variable)
                : node);
        List<Expression> predicates = new ArrayList<>(nested.predicates());
        predicates.addAll(InnerQuery.of(written, outermost, planning).predicates());
        return predicates.size() == nested.predicates().size() ? nested
                : new SubQuery(nested.outer(), nested.subquery(), nested.use(), nested.role(), nested.original(),
                        predicates, nested.extra(), nested.argument(), nested.hasRows(), nested.needed(),
                        nested.variables());
    }

    /** What stands in the expression until the subquery has its place, where it is not yet known what it becomes. */
    private static Expression placeholder(SubQueryUse use, String argument) {
        return switch (use.expression()) {
            case In(var not, var left, var right) -> new In(not, left, new ListVariable(argument));
            case QuantifiedComparison comparison ->
                    new Comparison(comparison.operator(), comparison.left(), new Variable(argument));
            default -> new Variable(argument);
        };
    }
}
