package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Offset;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;

/**
 * Puts columns of an input in the place of what they hold, and adds the columns that are not there. For one operator; it
 * changes as columns are added.
 */
public final class InputOffsets {
    private final Planning planning;
    private Operator input;

    /** Starts with an input. */
    public InputOffsets(Operator input, Planning planning) {
        this.input = input;
        this.planning = planning;
    }

    /** The input with the columns that were added. */
    public Operator input() {
        return input;
    }

    /** The column for an expression. */
    public int column(Expression expression) {
        Added added = Columns.add(input, expression, planning);
        input = added.operator();
        return added.column();
    }

    /** The column for the weight string of another one. */
    public int weightString(int column) {
        Added added = Columns.addWeightString(input, column, false, planning);
        input = added.operator();
        return added.column();
    }

    /** The expression with offsets: for the largest parts of it that are columns, and for all that must be fetched. */
    public Expression rewrite(Expression expression) {
        return (Expression) rewriteNode(expression);
    }

    private Node rewriteNode(Node node) {
        if (node instanceof Offset || node instanceof Query) {
            return node;
        }
        if (node instanceof Expression expression) {
            int found = Columns.find(input, expression, false, planning);
            if (found >= 0) {
                return new Offset(found, expression);
            }
            if (planning.mustFetch(expression)) {
                return new Offset(fetch(expression), expression);
            }
        }
        return Nodes.mapParts(node, this::rewriteNode);
    }

    private int fetch(Expression expression) {
        Added added = Columns.add(input, Items.of(expression), true, expression instanceof BoundColumn, planning);
        input = added.operator();
        return added.column();
    }
}
