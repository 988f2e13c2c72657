package dev.shardroute.planner.phase;

import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.BindVariable;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.QueryTable;
import dev.shardroute.planner.operator.RouteOrdering;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import java.util.ArrayList;
import java.util.List;

/** The expressions that an operator has for the rows of its inputs. */
final class UsedExpressions {
    private final List<Used> found = new ArrayList<>();

    /** A node and the tables that its columns may be of. */
    record Used(Node node, TableSet tables) {}

    private UsedExpressions() {}

    static List<Used> of(Operator operator) {
        UsedExpressions used = new UsedExpressions();
        used.collect(operator);
        return used.found;
    }

    private void collect(Operator operator) {
        switch (operator) {
            case Operator.QueryGraph graph -> graph(graph);
            case Operator.Table table -> table(table.table());
            case Operator.VindexTable vindex -> {
                addAll(vindex.columns(), vindex.table().id());
                addAll(vindex.predicate().stream().toList(), vindex.table().id());
            }
            case Operator.Route route -> addAll(route.ordering().stream().map(RouteOrdering::expression).toList(),
                    TableIds.of(route));
            case Operator.Join join -> addAll(join.predicates(), TableIds.of(join));
            case Operator.ApplyJoin join -> join(join);
            case Operator.HashJoin join -> join(join);
            case Operator.Union union -> {
                // the columns of a union have no table
            }
            case Operator.RecurseCte recursion -> variables(recursion.needed(), TableIds.of(recursion));
            case Operator.SubQuery subquery -> subquery(subquery);
            case Operator.Horizon horizon when horizon.query() instanceof SetOperation -> {
                // the columns of a union have no table
            }
            case Operator.Horizon horizon -> items(horizon.projection().items(), horizon.input());
            case Operator.Filter filter -> predicates(filter.predicates(), TableIds.of(filter.input()));
            case Operator.Projection projection -> projection(projection);
            case Operator.Aggregator aggregator -> aggregator(aggregator);
            case Operator.Ordering ordering -> addAll(ordering.order().stream().map(OrderBy::expression).toList(),
                    TableIds.of(ordering.input()));
            case Operator.Window window -> items(window.projection().items(), window.input());
            case Operator.SubQueryContainer container -> {
            }
            case Operator.LimitRows limit -> {
            }
            case Operator.Distinct distinct -> {
            }
            case Operator.LockAndComment comment -> {
            }
        }
    }

    private void addAll(List<? extends Node> nodes, TableSet tables) {
        nodes.forEach(node -> found.add(new Used(node, tables)));
    }

    private void predicates(List<Predicate> predicates, TableSet tables) {
        addAll(predicates.stream().map(Predicate::expression).toList(), tables);
    }

    private void variables(List<BindVariable> variables, TableSet tables) {
        addAll(variables.stream().map(BindVariable::expression).toList(), tables);
    }

    private void items(List<SelectItem> items, Operator input) {
        addAll(items, TableIds.of(input));
    }

    // tables

    private void graph(Operator.QueryGraph graph) {
        graph.tables().forEach(this::table);
        graph.joins().forEach(join -> predicates(join.predicates(), TableIds.of(graph)));
        predicates(graph.noDependencies(), TableSet.EMPTY);
    }

    private void table(QueryTable table) {
        predicates(table.predicates(), table.id());
    }

    // several inputs

    private void join(Operator.ApplyJoin join) {
        TableSet left = TableIds.of(join.left());
        TableSet right = TableIds.of(join.right());
        join.columns().forEach(column -> column(column, left, right));
        join.predicates().forEach(predicate -> column(predicate, left, right));
        variables(join.extra(), left);
    }

    private void column(JoinColumn column, TableSet left, TableSet right) {
        variables(column.left(), left);
        if (column.right() != null) {
            // a join that shards do need not know what comes from where
            found.add(new Used(column.right(), column.left().isEmpty() ? left.union(right) : right));
        }
    }

    private void join(Operator.HashJoin join) {
        TableSet left = TableIds.of(join.left());
        TableSet right = TableIds.of(join.right());
        for (Operator.HashColumn column : join.columns()) {
            found.add(new Used(column.expression(), switch (column.side()) {
                case LEFT -> left;
                case RIGHT -> right;
                case EITHER -> left.union(right);
            }));
        }
        for (Operator.HashComparison comparison : join.comparisons()) {
            found.add(new Used(comparison.left(), left));
            found.add(new Used(comparison.right(), right));
        }
    }

    private void subquery(Operator.SubQuery subquery) {
        subquery.outer().map(TableIds::of).ifPresent(outer -> {
            variables(subquery.extra(), outer);
            addAll(subquery.predicates(), outer.union(TableIds.of(subquery.subquery())));
        });
    }

    // one input

    private void projection(Operator.Projection projection) {
        switch (projection.columns()) {
            case ProjectionColumns.Stars(var items) -> items(items, projection.input());
            case ProjectionColumns.Known(var columns) ->
                    addAll(columns.stream().map(ProjectionColumn::eval).toList(), TableIds.of(projection.input()));
        }
    }

    private void aggregator(Operator.Aggregator aggregator) {
        TableSet tables = TableIds.of(aggregator.input());
        addAll(aggregator.columns(), tables);
        addAll(aggregator.grouping().stream().map(GroupBy::expression).toList(), tables);
        addAll(aggregator.aggregations().stream().map(Aggregation::original).toList(), tables);
    }
}
