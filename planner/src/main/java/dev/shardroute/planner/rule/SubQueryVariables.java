package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.BindVariable;
import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.SubQuery;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.SubQueryColumns;
import dev.shardroute.planner.operator.Trees;
import dev.shardroute.planner.plan.PulloutOpcode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts into expressions, in place of the variables that stand for subqueries, what has become of these: a subquery that is
 * merged into the query around it is there again, and of one that is read before the value is a variable of its type.
 *
 * <pre>
 * Projection :__sq1, :__sq2, t.a in ::__sq3   =>   Projection (select …), :__sq2, :has_rows and t.a in ::__sq3
 * </pre>
 */
final class SubQueryVariables {
    private final Map<String, Expression> merged;
    private final Map<String, SubQuery> values;
    private final Planning planning;
    private final boolean typed;

    /** Of one statement; {@code values} are the subqueries that give variables their values. */
    SubQueryVariables(Map<String, SubQuery> values, Planning planning) {
        this(planning.merged(), values, planning, true);
    }

    private SubQueryVariables(Map<String, Expression> merged, Map<String, SubQuery> values, Planning planning,
            boolean typed) {
        this.merged = merged;
        this.values = values;
        this.planning = planning;
        this.typed = typed;
    }

    /** An expression with the subqueries back that have been merged into the query around them. */
    static Expression merged(Expression expression, Planning planning) {
        return planning.merged().isEmpty()
                ? expression
                : new SubQueryVariables(Map.of(), planning).expression(expression);
    }

    /** The tree with all expressions settled, those under routes too. */
    Operator settled(Operator operator) {
        return merged.isEmpty() && values.isEmpty() ? operator : deep(operator);
    }

    private Operator deep(Operator operator) {
        Operator below = operator instanceof SubQuery subquery && merged.containsKey(subquery.argument())
                ? subquery.with(Optional.of(ofVariable(subquery.argument()).deep(subquery.outer().orElseThrow())),
                        deep(subquery.subquery()))
                : Trees.mapInputs(operator, this::deep);
        return switch (below) {
            case Operator.Projection projection when projection
                    .columns() instanceof ProjectionColumns.Known(var columns) ->
                    projection.withColumns(columns.stream().map(this::column).toList());
            case Operator.Aggregator aggregator -> aggregator.input() instanceof SubQuery
                    ? new SubQueryVariables(merged, values, planning, false).aggregator(aggregator)
                    : aggregator(aggregator);
            case Operator.Ordering ordering -> new Operator.Ordering(ordering.input(),
                    ordering.order().stream().map(key -> key.map(this::expression)).toList(), ordering.offsets(),
                    ordering.weightStrings(), ordering.resultColumns());
            case Operator.Filter filter -> new Operator.Filter(filter.input(),
                    filter.predicates().stream().map(this::predicate).toList(), filter.evaluated(),
                    filter.resultColumns());
            case Operator.ApplyJoin join -> join.withColumns(join.columns().stream().map(this::column).toList());
            default -> below;
        };
    }

    /** Of two equal subqueries one may be merged and the other not; where its variable has a value, that is as good. */
    private SubQueryVariables ofVariable(String name) {
        Map<String, Expression> others = new HashMap<>(merged);
        others.remove(name);
        return new SubQueryVariables(others, values, planning, typed);
    }

    /** Above the subquery the type of its value is not used. */
    private Operator aggregator(Operator.Aggregator aggregator) {
        return aggregator.with(aggregator.columns().stream().map(this::item).toList(), aggregator.grouping(),
                aggregator.aggregations().stream().map(this::aggregation).toList());
    }

    // parts of operators

    private ProjectionColumn column(ProjectionColumn column) {
        return new ProjectionColumn(item(column.original()), expression(column.eval()), expression(column.column()),
                column.source());
    }

    private JoinColumn column(JoinColumn column) {
        List<BindVariable> left = column.left().stream()
                .map(variable -> new BindVariable(variable.name(), expression(variable.expression()))).toList();
        return new JoinColumn(expression(column.original()), left, optional(column.right()), column.groupBy(),
                column.join());
    }

    private SelectItem.Item item(SelectItem.Item item) {
        return new SelectItem.Item(expression(item.expression()), item.alias());
    }

    private Aggregation aggregation(Aggregation aggregation) {
        return aggregation.subqueries().isEmpty()
                ? aggregation
                : aggregation.with(item(aggregation.original()), optional(aggregation.function()),
                        aggregation.subqueries());
    }

    private Predicate predicate(Predicate predicate) {
        return predicate.map(this::expression);
    }

    // expressions

    private @Nullable Expression optional(@Nullable Expression expression) {
        return expression == null ? null : expression(expression);
    }

    private Expression expression(Expression expression) {
        return (Expression) node(expression);
    }

    private Node node(Node node) {
        return switch (node) {
            case In(var not, var left, ListVariable(var name)) -> in((In) node, name);
            case Comparison(var operator, var left, Variable(var name, var type)) when merged
                    .get(name) instanceof QuantifiedComparison comparison ->
                    new QuantifiedComparison(operator, expression(left), comparison.quantifier(), comparison.query());
            case Variable variable -> variable(variable);
            default -> Nodes.mapParts(node, this::node);
        };
    }

    private Expression in(In in, String name) {
        Expression left = expression(in.left());
        if (merged.get(name) instanceof In whole) {
            return new In(in.not(), left, expression(whole.right()));
        }
        SubQuery subquery = values.get(name);
        return subquery == null
                ? new In(in.not(), left, in.right())
                : SettleSubQueries.list(in.not(), left, name, subquery.hasRows());
    }

    private Expression variable(Variable variable) {
        Expression back = merged.get(variable.name());
        if (back != null) {
            return (Expression) Nodes.mapParts((Node) back, this::node);
        }
        SubQuery subquery = values.get(variable.name());
        return subquery == null ? variable : variable(subquery);
    }

    private Expression variable(SubQuery subquery) {
        if (subquery.use().opcode() == PulloutOpcode.EXISTS) {
            return new Variable(subquery.hasRows());
        }
        return typed ? SubQueryColumns.variable(subquery, planning) : new Variable(subquery.argument());
    }
}
