package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.AggregatorColumns;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.SubQueryRole;
import dev.shardroute.planner.operator.Trees;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives aggregations the columns that HAVING needs of them, before they are split.
 *
 * <pre>
 * Filter(sum(b) &gt; 1)      =>   Filter(sum(b) &gt; 1)
 *   Aggregator(a)                 Aggregator(a, sum(b))
 * </pre>
 *
 * A condition with a subquery is beside it still, not in a filter. Filters without aggregates stay as they are.
 */
public final class PrepareAggregation {
    private PrepareAggregation() {}

    /** The tree after it. */
    public static Operator apply(Operator root, Planning planning) {
        return Trees.topDown(root, operator -> {
            if (operator instanceof Operator.SubQueryContainer container) {
                return prepared(container, planning);
            }
            return operator instanceof Operator.Filter filter ? prepared(filter, planning) : operator;
        });
    }

    private static Operator prepared(Operator.Filter filter, Planning planning) {
        List<Expression> needed = new ArrayList<>();
        filter.predicates().forEach(predicate -> collect(predicate.expression(), needed, planning));
        return needed.isEmpty() ? filter : filter.over(withColumns(filter.input(), needed, planning));
    }

    private static Operator prepared(Operator.SubQueryContainer container, Planning planning) {
        List<Expression> needed = new ArrayList<>();
        for (Operator.SubQuery subquery : container.inner()) {
            if (subquery.role() != SubQueryRole.VALUE) {
                collect(subquery.original(), needed, planning);
            }
        }
        return needed.isEmpty() ? container : new Operator.SubQueryContainer(
                withColumns(container.outer(), needed, planning), container.inner());
    }

    private static void collect(Node node, List<Expression> needed, Planning planning) {
        if (node instanceof Query) {
            return;
        }
        if (planning.isAggregate(node)) {
            needed.add((Expression) node);
        } else {
            Nodes.forEachPart(node, part -> collect(part, needed, planning));
        }
    }

    private static Operator withColumns(Operator operator, List<Expression> needed, Planning planning) {
        if (operator instanceof Aggregator aggregator) {
            Aggregator result = aggregator;
            for (Expression expression : needed) {
                boolean isThere = result.columns().stream().anyMatch(item -> item.expression().equals(expression));
                result = isThere ? result : AggregatorColumns.with(result, Items.of(expression), false, planning);
            }
            return result;
        }
        if (operator instanceof Operator.SubQueryContainer container) {
            return new Operator.SubQueryContainer(withColumns(container.outer(), needed, planning),
                    container.inner());
        }
        if (operator.inputs().size() != 1 || operator.inputs().getFirst() instanceof Operator.Route) {
            throw ErrorCode.VT12001.error("an aggregate outside of its query");
        }
        return Trees.mapInputs(operator, input -> withColumns(input, needed, planning));
    }
}
