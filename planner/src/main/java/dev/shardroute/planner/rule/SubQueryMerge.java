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
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Quantifier;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one route of a subquery and the query around it, which then has the subquery in it as the statement has. */
final class SubQueryMerge {
    private final SubQuery subquery;
    private final Planning planning;
    /** True when rows of the outer query are left out where the subquery has none. */
    private final boolean mustHaveRows;

    private SubQueryMerge(SubQuery subquery, boolean mustHaveRows, Planning planning) {
        this.subquery = subquery;
        this.mustHaveRows = mustHaveRows && subquery.role() == SubQueryRole.PREDICATE && needsRows(subquery);
        this.planning = planning;
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

    private static boolean needsRows(SubQuery subquery) {
        return switch (subquery.use().opcode()) {
            case EXISTS, IN -> true;
            case NOT_IN, NOT_EXISTS -> false;
            case VALUE -> switch (subquery.original()) {
                case Comparison(var operator, var left, var right) -> operator != ComparisonOperator.NULL_SAFE_EQUAL;
                case QuantifiedComparison comparison -> comparison.quantifier() == Quantifier.ANY;
                default -> true;
            };
        };
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
            return subquery.role().isVariable() ? !tables.isSubsetOf(inner) : tables.overlaps(outer);
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
            Optional<Merged> merged = new SubQueryMerge(nested, mustHaveRows, planning).into(result);
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
        if (isOneShard(inner) && (outer instanceof Dual || (outer instanceof AnyShard && sides.sameKeyspace()))) {
            return Optional.of(inner);
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

    private static boolean isOneShard(Routing routing) {
        return routing.isSingleShard() && !(routing instanceof Routing.Sequence);
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
        Set<String> variables = new HashSet<>();
        TableSet tables = TableIds.of(subquery.subquery());
        for (Expression predicate : subquery.predicates()) {
            JoinColumns.split(predicate, planning.semantics().direct(predicate).minus(tables), planning).left()
                    .forEach(variable -> variables.add(variable.name()));
        }
        subquery.extra().stream().map(BindVariable::name).forEach(variables::add);
        List<Predicate> seen = Merging.together(inner, outer).seen().stream()
                .filter(predicate -> !(planning.semantics().recursive(predicate.expression()).overlaps(tables)
                        && hasAny(predicate.expression(), variables)))
                .toList();
        return Routings.reset(Merging.together(inner, outer).withSeen(seen), planning);
    }

    private static boolean hasAny(Expression expression, Set<String> variables) {
        return Nodes.anyMatch(expression,
                node -> node instanceof Variable variable && variables.contains(variable.name()));
    }
}
