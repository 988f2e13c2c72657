package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.JoinColumns;
import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Predicates;
import dev.shardroute.planner.operator.QueryGraphs;
import dev.shardroute.planner.operator.QueryTable;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.routing.Routings;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the order in which tables are joined: always the cheapest join of two of the routes and joins that there are, those
 * with predicates between them first; or, when the session asks for it, the order in which the statement has them.
 *
 * <pre>
 * QueryGraph a, b, c   =>   ApplyJoin
 *                             Route
 *                               ApplyJoin
 *                                 Table a
 *                                 Table b
 *                             Route
 *                               Table c
 * </pre>
 *
 * Conditions on no table are those of each table; conditions on tables of a query around this one stay above. Always fires.
 */
public final class SolveQueryGraph {
    private final Operator.QueryGraph graph;
    private final Planning planning;
    private final Map<Pair, Joined> tried = new HashMap<>();

    private SolveQueryGraph(Operator.QueryGraph graph, Planning planning) {
        this.graph = graph;
        this.planning = planning;
    }

    /** Two sets of tables. */
    private record Pair(TableSet left, TableSet right) {}

    /** A join, the tables of it, the tables that predicates may connect it with, and its cost. */
    private record Joined(Operator operator, TableSet tables, TableSet reach, int cost) {}

    /** Two of a list, by index, and the cost of their join. */
    private record Choice(int left, int right, int cost) {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.QueryGraph graph, Planning planning) {
        SolveQueryGraph solver = new SolveQueryGraph(graph, planning);
        Operator solved = solver.withVolatile(
                planning.options().joinOrder().isGreedy() ? solver.greedily() : solver.leftToRight());
        List<Predicate> unsolved = QueryGraphs.unsolved(graph);
        return new Rewrite.To(unsolved.isEmpty() ? solved : new Operator.Filter(solved, unsolved), "in this order");
    }

    private List<Joined> routes() {
        List<Joined> routes = new ArrayList<>(graph.tables().size());
        List<Predicate> ofEach = noDependencies(false);
        for (QueryTable table : graph.tables()) {
            routes.add(joined(Predicates.add(Routings.route(table, planning), ofEach, planning), table.id()));
        }
        return routes;
    }

    /** A condition such as {@code rand() < 0.5} is asked once for each row of the join. */
    private Operator withVolatile(Operator joined) {
        return Predicates.add(joined, noDependencies(true), planning);
    }

    /** Those that are volatile, or those that are not; the last one first: each goes below those before it. */
    private List<Predicate> noDependencies(boolean isVolatile) {
        return graph.noDependencies().reversed().stream()
                .filter(predicate -> Predicates.isVolatile(predicate.expression()) == isVolatile).toList();
    }

    private Operator leftToRight() {
        Joined all = null;
        for (Joined next : routes()) {
            all = all == null ? next : joined(join(all, next), all.tables.union(next.tables));
        }
        if (all == null) {
            throw ErrorCode.VT13001.error("a query graph without tables");
        }
        return all.operator;
    }

    private Operator greedily() {
        List<Joined> left = routes();
        boolean crossJoins = false;
        while (left.size() > 1) {
            Optional<Choice> best = best(left, crossJoins);
            if (best.isEmpty()) {
                crossJoins = true;
                continue;
            }
            Choice choice = best.get();
            Joined joined = joined(left.get(choice.left), left.get(choice.right));
            left.remove(Math.max(choice.left, choice.right));
            left.remove(Math.min(choice.left, choice.right));
            left.add(joined);
        }
        return left.getFirst().operator;
    }

    /** The cheapest join, or the first one that is a route. */
    private Optional<Choice> best(List<Joined> operators, boolean crossJoins) {
        Choice best = null;
        for (int i = 0; i < operators.size(); i++) {
            for (int j = 0; j < operators.size(); j++) {
                if (i == j || !(crossJoins || isConnected(operators.get(i), operators.get(j)))) {
                    continue;
                }
                Joined left = operators.get(i);
                Joined right = operators.get(j);
                boolean isSum = isSumOfSides(left, right);
                if (!isSum && joined(left, right).operator instanceof Operator.Route) {
                    return Optional.of(new Choice(i, j, 0));
                }
                int cost = isSum ? left.cost + right.cost : joined(left, right).cost;
                if (best == null || cost < best.cost) {
                    best = new Choice(i, j, cost);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * True when a join costs what its sides cost, so that it need not be made to know that: the gateway does it, and its
     * predicates only compare columns that tell no shard. The names that the join would need are used up all the same.
     */
    private boolean isSumOfSides(Joined left, Joined right) {
        if (left.operator instanceof Operator.Route && right.operator instanceof Operator.Route) {
            return false;
        }
        List<Expression> predicates = between(left, right);
        if (!predicates.stream().allMatch(predicate -> tellsNoShard(predicate, right.tables))) {
            return false;
        }
        predicates.forEach(predicate -> JoinColumns.split(predicate, left.tables, planning));
        return true;
    }

    private boolean tellsNoShard(Expression predicate, TableSet right) {
        return predicate instanceof Comparison(var operator, BoundColumn first, BoundColumn second)
                && (!right.contains(first.source()) || tellsNoShard(first))
                && (!right.contains(second.source()) || tellsNoShard(second));
    }

    private boolean tellsNoShard(BoundColumn column) {
        return planning.semantics().info(column.source()) instanceof TableInfo.Real table && !table.system()
                && table.table().routingVindexes().stream()
                        .noneMatch(vindex -> vindex.columns().stream().anyMatch(column.name()::equalsIgnoreCase));
    }

    private boolean isConnected(Joined left, Joined right) {
        return left.reach.overlaps(right.tables)
                && !QueryGraphs.between(graph, left.tables, right.tables).isEmpty();
    }

    private Joined joined(Joined left, Joined right) {
        return tried.computeIfAbsent(new Pair(left.tables, right.tables),
                pair -> joined(join(left, right), left.tables.union(right.tables)));
    }

    private Joined joined(Operator operator, TableSet tables) {
        TableSet reach = TableSet.EMPTY;
        for (Operator.InnerJoin join : graph.joins()) {
            reach = join.tables().overlaps(tables) ? reach.union(join.tables()) : reach;
        }
        return new Joined(operator, tables, reach, costOf(operator));
    }

    private Operator join(Joined left, Joined right) {
        return OptimizeJoin.mergeOrJoin(left.operator, right.operator, between(left, right), JoinType.INNER, planning);
    }

    private List<Expression> between(Joined left, Joined right) {
        return QueryGraphs.between(graph, left.tables, right.tables).stream().map(Predicate::expression).toList();
    }

    private static int costOf(Operator operator) {
        int cost = operator instanceof Operator.Route route ? route.routing().cost() : 0;
        for (Operator input : operator.inputs()) {
            cost += costOf(input);
        }
        return cost;
    }
}
