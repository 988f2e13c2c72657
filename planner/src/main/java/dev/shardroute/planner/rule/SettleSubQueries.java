package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.SubQuery;
import dev.shardroute.planner.operator.Operator.SubQueryContainer;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.SubQueryUse;
import dev.shardroute.planner.operator.SubQueryUses;
import dev.shardroute.planner.operator.Trees;
import dev.shardroute.planner.plan.PulloutOpcode;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.type.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each subquery that is left its place: what needs no row of the outer query runs before it, and the outer query has
 * variables for what it has found; EXISTS of a correlated subquery runs for each row of the outer query.
 *
 * <pre>
 * SubQueryContainer   =>   SubQuery
 *   rows                     Filter (with variables)
 *   SubQuery                   rows
 *     other rows             Limit (of EXISTS)
 *                              other rows
 * </pre>
 *
 * Where shards run a subquery as a part of an expression, it goes back in place of its variable.
 */
public final class SettleSubQueries {
    private static final String HAS_ROWS = "__sq_has_values";

    private final Planning planning;
    private final Map<String, SubQuery> values = new HashMap<>();

    private SettleSubQueries(Planning planning) {
        this.planning = planning;
    }

    /**
     * The tree after it.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} for a correlated subquery that is not EXISTS, or not a
     *         predicate of its own, for one of several columns, and for comparisons with ANY and ALL
     */
    public static Operator apply(Operator root, Planning planning) {
        SettleSubQueries settling = new SettleSubQueries(planning);
        Operator settled = Trees.bottomUp(root,
                operator -> operator instanceof SubQueryContainer container ? settling.settled(container) : operator);
        return new SubQueryVariables(settling.values, planning).settled(settled);
    }

    private Operator settled(SubQueryContainer container) {
        Operator outer = container.outer();
        for (SubQuery subquery : container.inner()) {
            check(subquery);
            boolean isKnown = values.containsKey(subquery.argument()) && subquery.role().isVariable()
                    && isGiven(subquery.argument(), outer);
            outer = isKnown ? outer : settled(subquery, outer);
        }
        return outer;
    }

    /** True when an equal subquery runs for it already. */
    private static boolean isGiven(String variable, Operator outer) {
        return outer instanceof SubQuery subquery && (subquery.argument().equals(variable)
                || isGiven(variable, subquery.outer().orElseThrow()));
    }

    private Operator settled(SubQuery subquery, Operator outer) {
        return switch (subquery.role()) {
            case VALUE, COMPANION -> value(subquery, outer);
            case PREDICATE, PART_OF_PREDICATE -> subquery.isCorrelated()
                    ? oneRow(subquery, outer).withNames("", "")
                    : predicate(subquery, outer);
        };
    }

    // what cannot be planned

    private void check(SubQuery subquery) {
        SubQueryUse use = subquery.use();
        if (Recursions.in(use.query(), planning.semantics())
                .anyMatch(recursive -> Recursions.isCorrelated(recursive, planning.semantics()))) {
            throw ErrorCode.VT12001.error("a recursive common table expression that needs rows of the outer query");
        }
        if (use.expression() instanceof QuantifiedComparison) {
            throw ErrorCode.VT12001.error("ANY, SOME and ALL over several shards");
        }
        if (use.opcode() != PulloutOpcode.EXISTS && use.query() instanceof SetOperation union) {
            checkStars(union);
        }
        if (subquery.isCorrelated()) {
            checkCorrelated(subquery);
        }
        if (use.opcode() != PulloutOpcode.EXISTS) {
            checkColumns(use);
        }
    }

    private static void checkCorrelated(SubQuery subquery) {
        if (subquery.use().opcode() != PulloutOpcode.EXISTS) {
            throw ErrorCode.VT12001.error("a correlated subquery other than in EXISTS");
        }
        switch (subquery.role()) {
            case PREDICATE -> {
            }
            case PART_OF_PREDICATE, COMPANION, VALUE -> throw ErrorCode.VT12001.error(
                    "a correlated subquery inside of an expression");
        }
    }

    private static void checkStars(Query query) {
        if (!SemanticTable.items(query).stream().allMatch(SelectItem.Item.class::isInstance)) {
            throw ErrorCode.VT09015.error("a star cannot be expanded");
        }
        if (query instanceof SetOperation union) {
            checkStars(union.first());
            union.arms().forEach(arm -> checkStars(arm.query()));
        }
    }

    private static void checkColumns(SubQueryUse use) {
        checkStars(use.query());
        List<SelectItem> items = SemanticTable.items(use.query());
        boolean comparesRows = use.expression() instanceof In in && in.left() instanceof Tuple(var members)
                && members.size() > 1;
        if (items.size() != 1 || comparesRows) {
            throw ErrorCode.VT12001.error("a subquery of several columns");
        }
    }

    // values

    private SubQuery value(SubQuery subquery, Operator outer) {
        String hasRows = switch (subquery.use().opcode()) {
            case EXISTS, NOT_EXISTS -> planning.newHasRowsOfValue();
            case IN, NOT_IN -> planning.newName(HAS_ROWS);
            case VALUE -> "";
        };
        SubQuery settled = subquery.with(Optional.of(outer), subquery.subquery())
                .withNames(subquery.argument(), hasRows);
        values.put(subquery.argument(), settled);
        return settled;
    }

    // predicates

    private SubQuery predicate(SubQuery subquery, Operator outer) {
        String hasRows = subquery.use().opcode() == PulloutOpcode.VALUE ? "" : planning.newName(HAS_ROWS);
        Expression predicate = SubQueryUses.replace(subquery.original(), use -> use.isAlike(subquery.use())
                ? variables(use.expression(), use.opcode(), subquery.argument(), hasRows)
                : use.expression());
        Operator filtered = new Operator.Filter(outer, Predicate.of(Expressions.conjuncts(predicate)));
        return subquery.use().opcode() == PulloutOpcode.EXISTS
                ? oneRow(subquery, filtered).withNames("", hasRows)
                : subquery.with(Optional.of(filtered), subquery.subquery()).withNames(subquery.argument(), hasRows);
    }

    private static Expression variables(Expression expression, PulloutOpcode opcode, String argument, String hasRows) {
        return switch (opcode) {
            case EXISTS, NOT_EXISTS -> new Variable(hasRows);
            case VALUE -> new Variable(argument);
            case IN, NOT_IN -> list(((In) expression).not(), ((In) expression).left(), argument, hasRows);
        };
    }

    /** Nothing is in the result of a query without rows, not even NULL. */
    static Expression list(boolean not, Expression left, String argument, String hasRows) {
        Expression in = new In(not, left, new ListVariable(argument));
        Expression rows = new Variable(hasRows);
        return not ? new Or(List.of(new Not(rows), in)) : new And(List.of(rows, in));
    }

    /** EXISTS needs no more than one row. */
    private static SubQuery oneRow(SubQuery subquery, Operator outer) {
        Limit one = new Limit(null, new Expression.Literal(Value.of(1)));
        return subquery.with(Optional.of(outer), new Operator.LimitRows(subquery.subquery(), one, true, false));
    }
}
