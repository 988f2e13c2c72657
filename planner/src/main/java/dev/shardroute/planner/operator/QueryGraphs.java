package dev.shardroute.planner.operator;

import dev.shardroute.planner.operator.Operator.InnerJoin;
import dev.shardroute.planner.operator.Operator.QueryGraph;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The graph with predicates: each goes to the table or the tables that it needs. */
    public static QueryGraph add(QueryGraph graph, List<Predicate> predicates, Planning planning) {
        Map<TableSet, List<Predicate>> more = new LinkedHashMap<>();
        for (Predicate predicate : predicates) {
            for (Expression conjunct : Expressions.conjuncts(predicate.expression())) {
                more.computeIfAbsent(planning.semantics().recursive(conjunct), tables -> new ArrayList<>())
                        .add(new Predicate(conjunct, predicate.join()));
            }
        }
        List<Predicate> noDependencies = new ArrayList<>(graph.noDependencies());
        noDependencies.addAll(take(more, TableSet.EMPTY));
        List<QueryTable> tables = graph.tables().stream().map(table -> table.with(take(more, table.id()))).toList();
        List<InnerJoin> joins = new ArrayList<>(graph.joins().size() + more.size());
        graph.joins().forEach(join -> joins.add(join.with(take(more, join.tables()))));
        more.forEach((needed, ofThem) -> joins.add(new InnerJoin(needed, List.of()).with(ofThem)));
        return new QueryGraph(tables, joins, noDependencies);
    }

    private static List<Predicate> take(Map<TableSet, List<Predicate>> predicates, TableSet tables) {
        List<Predicate> taken = predicates.remove(tables);
        return taken == null ? List.of() : taken;
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
