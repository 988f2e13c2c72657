package dev.shardroute.planner.operator;

import dev.shardroute.planner.operator.Operator.InnerJoin;
import dev.shardroute.planner.operator.Operator.QueryGraph;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import java.util.ArrayList;
import java.util.List;

/** Puts query graphs together. */
public final class QueryGraphs {
    private QueryGraphs() {}

    /** The graph of one table. */
    public static QueryGraph of(QueryTable table) {
        return new QueryGraph(List.of(table), List.of(), List.of());
    }

    /** The tables and predicates of two graphs. */
    public static QueryGraph union(QueryGraph left, QueryGraph right) {
        List<QueryTable> tables = new ArrayList<>(left.tables());
        tables.addAll(right.tables());
        List<InnerJoin> joins = new ArrayList<>(left.joins());
        joins.addAll(right.joins());
        List<Predicate> noDependencies = new ArrayList<>(left.noDependencies());
        right.noDependencies().stream().filter(predicate -> !noDependencies.contains(predicate))
                .forEach(noDependencies::add);
        return new QueryGraph(tables, joins, noDependencies);
    }

    /** The graph with a predicate. */
    public static QueryGraph add(QueryGraph graph, Predicate predicate, Planning planning) {
        QueryGraph result = graph;
        for (Expression conjunct : Expressions.conjuncts(predicate.expression())) {
            result = addConjunct(result, new Predicate(conjunct, predicate.join()), planning);
        }
        return result;
    }

    private static QueryGraph addConjunct(QueryGraph graph, Predicate predicate, Planning planning) {
        TableSet needed = planning.semantics().recursive(predicate.expression());
        if (needed.isEmpty()) {
            List<Predicate> more = new ArrayList<>(graph.noDependencies());
            more.add(predicate);
            return new QueryGraph(graph.tables(), graph.joins(), more);
        }
        for (int i = 0; needed.size() == 1 && i < graph.tables().size(); i++) {
            if (graph.tables().get(i).id().equals(needed)) {
                List<QueryTable> tables = new ArrayList<>(graph.tables());
                tables.set(i, tables.get(i).with(predicate));
                return new QueryGraph(tables, graph.joins(), graph.noDependencies());
            }
        }
        return new QueryGraph(graph.tables(), withJoin(graph.joins(), needed, predicate), graph.noDependencies());
    }

    private static List<InnerJoin> withJoin(List<InnerJoin> joins, TableSet needed, Predicate predicate) {
        List<InnerJoin> result = new ArrayList<>(joins);
        for (int i = 0; i < joins.size(); i++) {
            InnerJoin join = joins.get(i);
            if (join.tables().equals(needed)) {
                if (!join.predicates().contains(predicate)) {
                    List<Predicate> more = new ArrayList<>(join.predicates());
                    more.add(predicate);
                    result.set(i, new InnerJoin(needed, more));
                }
                return result;
            }
        }
        result.add(new InnerJoin(needed, List.of(predicate)));
        return result;
    }

    /** The predicates between two sets of tables. */
    public static List<Predicate> between(QueryGraph graph, TableSet left, TableSet right) {
        TableSet both = left.union(right);
        List<Predicate> found = new ArrayList<>();
        for (InnerJoin join : graph.joins()) {
            if (join.tables().isSubsetOf(both) && join.tables().overlaps(left) && join.tables().overlaps(right)) {
                found.addAll(join.predicates());
            }
        }
        return found;
    }

    /** The predicates that need other tables than those of the graph. */
    public static List<Predicate> unsolved(QueryGraph graph) {
        TableSet tables = TableIds.of(graph);
        return graph.joins().stream().filter(join -> !join.tables().isSubsetOf(tables))
                .flatMap(join -> join.predicates().stream()).toList();
    }
}
