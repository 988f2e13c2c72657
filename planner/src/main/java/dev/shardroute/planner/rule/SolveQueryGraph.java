package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Predicates;
import dev.shardroute.planner.operator.QueryGraphs;
import dev.shardroute.planner.operator.QueryTable;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.routing.Routings;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the order in which tables are joined: always the cheapest join of two of the routes and joins that there are, those
 * with predicates between them first.
 *
 * <pre>
 * QueryGraph(a, b, c)   =>   ApplyJoin
 *                              Route(a, b)
 *                              Route(c)
 * </pre>
 *
 * Always fires.
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

    /** Two of a list, by index, and their join. */
    private record Choice(int left, int right, Joined joined) {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.QueryGraph graph, Planning planning) {
        SolveQueryGraph solver = new SolveQueryGraph(graph, planning);
        Operator solved = planning.options().joinOrder().isGreedy() ? solver.greedily() : solver.leftToRight();
        List<Predicate> unsolved = QueryGraphs.unsolved(graph);
        return new Rewrite.To(unsolved.isEmpty() ? solved : new Operator.Filter(solved, unsolved), "in this order");
    }

    private List<Joined> routes() {
        List<Joined> routes = new ArrayList<>(graph.tables().size());
        for (QueryTable table : graph.tables()) {
            // the last one first: each goes below those before it
            Operator route = Predicates.add(Routings.route(table, planning), graph.noDependencies().reversed(),
                    planning);
            routes.add(joined(route, table.id()));
        }
        return routes;
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
            left.remove(Math.max(choice.left, choice.right));
            left.remove(Math.min(choice.left, choice.right));
            left.add(choice.joined);
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
                Joined joined = joined(operators.get(i), operators.get(j));
                if (joined.operator instanceof Operator.Route) {
                    return Optional.of(new Choice(i, j, joined));
                }
                if (best == null || joined.cost < best.joined.cost) {
                    best = new Choice(i, j, joined);
                }
            }
        }
        return Optional.ofNullable(best);
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
        List<Expression> predicates = QueryGraphs.between(graph, left.tables, right.tables).stream()
                .map(Predicate::expression).toList();
        return OptimizeJoin.mergeOrJoin(left.operator, right.operator, predicates, JoinType.INNER, planning);
    }

    private static int costOf(Operator operator) {
        int cost = operator instanceof Operator.Route route ? route.routing().cost() : 0;
        for (Operator input : operator.inputs()) {
            cost += costOf(input);
        }
        return cost;
    }
}
