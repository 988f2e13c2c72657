package dev.shardroute.planner.rule;

import dev.shardroute.planner.offset.ShardQueries;
import dev.shardroute.planner.operator.BindVariable;
import dev.shardroute.planner.operator.JoinColumns;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Route;
import dev.shardroute.planner.operator.Operator.SubQuery;
import dev.shardroute.planner.operator.Operator.SubQueryContainer;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.operator.Routing.AnyShard;
import dev.shardroute.planner.operator.Routing.Dual;
import dev.shardroute.planner.operator.Routing.InfoSchema;
import dev.shardroute.planner.operator.Routing.None;
import dev.shardroute.planner.operator.Routing.Sharded;
import dev.shardroute.planner.operator.SubQueryRole;
import dev.shardroute.planner.operator.SubQueryUse;
import dev.shardroute.planner.operator.SubQueryUses;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.routing.Merging;
import dev.shardroute.planner.routing.Merging.Sides;
import dev.shardroute.planner.routing.Routings;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.planner.tree.SubQueryTree;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Quantifier;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.ValuesRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one route of a subquery and the query around it, which then has the subquery in it as the statement has.
 *
 * <pre>
 * SubQueryContainer   =>   Route
 *   Route                    Filter c.id in (select m.id from m)
 *     Table c                  Table c
 *   SubQuery :sq in
 *     Route
 *       Table m
 * </pre>
 *
 * The route goes to the shards of both where rows of the outer query without rows of the subquery are left out; otherwise to
 * those of the outer query. Does not fire when the rows of the subquery that matter for a row may be on another shard.
 */
final class SubQueryMerge {
    private static final Set<String> NULL_FOR_NONE = Set.of("max", "min", "sum", "avg");

    private final SubQuery subquery;
    private final Planning planning;
    /** True when rows of the outer query are left out where the subquery has none. */
    private final boolean mustHaveRows;

    private SubQueryMerge(SubQuery subquery, boolean mustHaveRows, Planning planning) {
        this.subquery = subquery;
        this.planning = planning;
        this.mustHaveRows = mustHaveRows && subquery.role() == SubQueryRole.PREDICATE && needsRows(subquery);
    }

    /**
     * One route.
     *
     * @param route  the route
     * @param values what goes back in place of the variables of expressions above it, by their names
     */
    record Merged(Route route, Map<String, Expression> values) {}

    /** The outer query with the subquery in it; empty when they cannot be one route. */
    static Optional<Merged> of(SubQuery subquery, Route outer, Planning planning) {
        return new SubQueryMerge(subquery, true, planning).into(outer);
    }

    private Optional<Merged> into(Route outer) {
        return switch (subquery.subquery()) {
            case Route inner -> Merging.sides(inner, outer)
                    .flatMap(sides -> routing(sides).map(routing -> merged(inner, sides, routing)));
            case SubQueryContainer inner when inner.outer() instanceof Route middle ->
                    intoWithInner(inner, middle, outer);
            default -> Optional.empty();
        };
    }

    private boolean needsRows(SubQuery subquery) {
        Expression predicate = subquery.original();
        return switch (subquery.use().opcode()) {
            // where it is compared with something, its being false may be what is asked for
            case EXISTS -> predicate instanceof Exists && hasNoneForNone(subquery.use().query());
            case IN -> predicate instanceof In && isNullForNone(subquery.use().query());
            case NOT_IN, NOT_EXISTS -> false;
            case VALUE -> isNullForNone(subquery.use().query()) && switch (predicate) {
                case Comparison(var operator, var left, var right) -> operator != ComparisonOperator.NULL_SAFE_EQUAL;
                case QuantifiedComparison comparison -> comparison.quantifier() == Quantifier.ANY;
                default -> true;
            };
        };
    }

    /** True when the query has no row where its tables have none: an aggregate without groups always has one. */
    private boolean hasNoneForNone(Query query) {
        return switch (query) {
            case Select select -> !select.groupBy().isEmpty()
                    || (select.items().stream().noneMatch(planning::containsAggregate)
                            && (select.having() == null || !planning.containsAggregate(select.having())));
            case SetOperation union -> hasNoneForNone(union.first())
                    && union.arms().stream().allMatch(arm -> hasNoneForNone(arm.query()));
            case ValuesRows rows -> false;
        };
    }

    /** True when the query has no value but NULL where its tables have no rows: so do aggregates other than counts. */
    private boolean isNullForNone(Query query) {
        return hasNoneForNone(query) || (query instanceof Select select
                && select.items().getFirst() instanceof SelectItem.Item(Call call, var alias)
                && NULL_FOR_NONE.contains(call.name().toLowerCase(Locale.ROOT)));
    }

    // the route

    @SuppressWarnings("ReferenceEquality") // another route is one of the tables in another keyspace
    private Merged merged(Route inner, Sides sides, Routing routing) {
        boolean isAsWritten = routing instanceof Sharded && sides.left() == inner && !hasRecursion();
        SubQueryUse use = isAsWritten ? subquery.use() : subquery.use().withQuery(rewritten(sides));
        Operator rows = sides.right().input();
        return merged(use, route(rows, routing, sides));
    }

    /** The definition of a recursive common table expression is not a part of the bound query. */
    private boolean hasRecursion() {
        return Recursions.in(subquery.use().query(), planning.semantics()).findAny().isPresent();
    }

    private Merged merged(SubQueryUse use, Route route) {
        if (subquery.role().isVariable()) {
            return new Merged(route, Map.of(subquery.argument(), use.expression()));
        }
        Expression predicate = SubQueryUses.replace(subquery.original(),
                part -> part.isAlike(subquery.use()) ? part.withQuery(use.query()).expression() : part.expression());
        Operator filtered = new Operator.Filter(route.input(), Predicate.of(Expressions.conjuncts(predicate)));
        return new Merged(route.over(filtered), Map.of());
    }

    private static Route route(Operator rows, Routing routing, Sides sides) {
        List<Route> merged = new ArrayList<>(sides.right().merged());
        merged.addAll(sides.left().merged());
        merged.add(sides.left());
        return sides.right().over(rows).withRouting(routing).withMerged(merged);
    }

    /** The subquery as the shards are told it, but with the columns of the outer query as they are. */
    private Query rewritten(Sides sides) {
        TableSet inner = TableIds.of(subquery.subquery());
        TableSet outer = TableIds.of(sides.right());
        return Nodes.rewrite(ShardQueries.of(sides.left().input(), planning),
                node -> node instanceof Variable variable ? restored(variable, inner, outer) : node);
    }

    private Expression restored(Variable variable, TableSet inner, TableSet outer) {
        return planning.expressionOf(variable.name()).filter(expression -> {
            TableSet tables = planning.semantics().direct(expression);
            return tables.overlaps(outer) || (subquery.role().isVariable() && !tables.isSubsetOf(inner)
                    && planning.semantics().recursive(expression).overlaps(subquery.needed()));
        }).orElse(variable);
    }

    // subqueries of subqueries

    /** The subqueries of the subquery must become one route with it as well. */
    @SuppressWarnings("ReferenceEquality") // as above
    private Optional<Merged> intoWithInner(SubQueryContainer inner, Route middle, Route outer) {
        Optional<Sides> sides = Merging.sides(middle, outer)
                .filter(both -> both.left() == middle && !(middle.routing() instanceof InfoSchema));
        Optional<Routing> routing = sides.flatMap(this::routing);
        if (routing.isEmpty() || hasRecursion()) {
            return Optional.empty();
        }
        Operator rows = sides.get().right().input();
        Route result = route(rows, routing.get(), sides.get());
        for (SubQuery nested : inner.inner()) {
            SubQuery seen = SubQueryTree.seenFrom(nested, TableIds.of(outer), planning);
            Optional<Merged> merged = new SubQueryMerge(seen, mustHaveRows, planning).into(result);
            if (merged.isEmpty()) {
                return Optional.empty();
            }
            result = merged.get().route();
        }
        return Optional.of(merged(subquery.use(), result.over(rows)));
    }

    // the routing

    private Optional<Routing> routing(Sides sides) {
        Routing inner = sides.left().routing();
        Routing outer = sides.right().routing();
        if (inner instanceof Dual || (inner instanceof AnyShard && sides.sameKeyspace())) {
            return Optional.of(outer);
        }
        if (inner instanceof None && sides.sameKeyspace()) {
            return Optional.of(mustHaveRows ? inner : outer);
        }
        if (outer instanceof Dual || (outer instanceof AnyShard && sides.sameKeyspace())) {
            return oneShard(inner);
        }
        if (outer instanceof None && sides.sameKeyspace()) {
            return Optional.of(outer);
        }
        if (inner instanceof InfoSchema first && outer instanceof InfoSchema second) {
            return systemTables(first, second);
        }
        return inner instanceof Sharded first && outer instanceof Sharded second
                && Merging.areTogether(sides, joinPredicates(), planning)
                        ? Optional.of(mustHaveRows ? together(first, second) : second)
                        : Optional.empty();
    }

    /** The one shard of the subquery, if that is the same for all rows of the outer query. */
    private Optional<Routing> oneShard(Routing inner) {
        Routing free = inner instanceof Sharded sharded ? withoutVariables(sharded) : inner;
        return free.isSingleShard() && !(free instanceof Routing.Sequence) ? Optional.of(free) : Optional.empty();
    }

    /** Predicates of a part of the condition say nothing of the schemas of the rest. */
    private Optional<Routing> systemTables(InfoSchema inner, InfoSchema outer) {
        return switch (subquery.role()) {
            case PREDICATE, VALUE -> Merging.together(inner, outer).map(both -> both);
            case PART_OF_PREDICATE, COMPANION -> Optional.empty();
        };
    }

    /** The conditions on columns of both that hold for each row of the subquery that matters. */
    private List<Expression> joinPredicates() {
        List<Expression> predicates = new ArrayList<>(subquery.predicates());
        if (subquery.use().query() instanceof Select select
                && select.items().getFirst() instanceof SelectItem.Item item) {
            subquery.use().equal().ifPresent(
                    outside -> predicates.add(new Comparison(ComparisonOperator.EQUAL, outside, item.expression())));
        }
        return predicates;
    }

    /** What the subquery has seen counts too, but for conditions that had variables for columns of the outer query. */
    private Routing together(Sharded inner, Sharded outer) {
        return withoutVariables(Merging.together(inner, outer));
    }

    /** The routing by the conditions of the subquery that need no row of the outer query. */
    private Routing withoutVariables(Sharded routing) {
        Set<String> variables = variables();
        TableSet tables = TableIds.of(subquery.subquery());
        List<Predicate> seen = routing.seen().stream()
                .filter(predicate -> !(planning.semantics().recursive(predicate.expression()).overlaps(tables)
                        && hasAny(predicate.expression(), variables)))
                .toList();
        return Routings.reset(routing.withSeen(seen), planning);
    }

    /** The variables that the subquery has for columns of the outer query. */
    private Set<String> variables() {
        Set<String> variables = new HashSet<>();
        for (Expression predicate : subquery.predicates()) {
            JoinColumns.split(predicate, outerTables(predicate), planning).left()
                    .forEach(variable -> variables.add(variable.name()));
        }
        subquery.extra().stream().map(BindVariable::name).forEach(variables::add);
        return variables;
    }

    /** The tables of the outer query that a condition of the subquery needs, and what is inside of them. */
    private TableSet outerTables(Expression predicate) {
        TableSet inner = TableIds.of(subquery.subquery());
        TableSet[] outer = {planning.semantics().direct(predicate).minus(inner)};
        Nodes.forEach(predicate, node -> {
            if (node instanceof BoundColumn column && !TableSet.of(column.source()).isSubsetOf(inner)) {
                outer[0] = outer[0].union(planning.semantics().recursive(column));
            }
        });
        return outer[0];
    }

    private static boolean hasAny(Expression expression, Set<String> variables) {
        return Nodes.anyMatch(expression,
                node -> node instanceof Variable variable && variables.contains(variable.name()));
    }
}
