package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Splits expressions over a join into what comes from the left and what the right side computes with it. */
public final class JoinColumns {
    private JoinColumns() {}

    /** The expression with variables for all that is fetched from the tables of the left side. */
    public static JoinColumn split(Expression expression, TableSet left, Planning planning) {
        List<BindVariable> fetched = new ArrayList<>();
        Expression right = (Expression) splitNode(expression, left, fetched, planning);
        return new JoinColumn(expression, fetched, right, false, 0);
    }

    /**
     * A query, or a part of one, with variables for all that is fetched from the tables of the left side.
     *
     * @param fetched gets these variables
     */
    @SuppressWarnings("unchecked") // a node with variables in place of columns is of its own kind
    public static <T extends Node> T split(T node, TableSet left, List<BindVariable> fetched, Planning planning) {
        return (T) splitNode(node, left, fetched, planning);
    }

    private static Node splitNode(Node node, TableSet left, List<BindVariable> fetched, Planning planning) {
        if (node instanceof Expression expression && planning.mustFetch(expression)) {
            TableSet needed = tables(expression, planning);
            if (!needed.isEmpty() && needed.isSubsetOf(left)) {
                return variable(expression, fetched, planning);
            }
        }
        return node instanceof SetOperation union
                ? splitUnion(union, left, fetched, planning)
                : Nodes.mapParts(node, part -> splitNode(part, left, fetched, planning));
    }

    /** A union is ordered by its own columns, wherever its queries have their values from. */
    private static SetOperation splitUnion(SetOperation union, TableSet left, List<BindVariable> fetched,
            Planning planning) {
        SetOperation rows = Nodes.mapParts(ordered(union, List.of()), part -> splitNode(part, left, fetched, planning));
        return ordered(rows, union.orderBy().stream().map(item -> new OrderItem(
                (Expression) splitKey(item.expression(), left, fetched, planning), item.descending())).toList());
    }

    private static SetOperation ordered(SetOperation union, List<OrderItem> order) {
        return new SetOperation(union.with(), union.first(), union.arms(), order, union.limit(), union.locks(),
                union.into());
    }

    private static Node splitKey(Node node, TableSet left, List<BindVariable> fetched, Planning planning) {
        if (node instanceof BoundColumn column) {
            return planning.semantics().isOfResult(column) ? column : splitNode(column, left, fetched, planning);
        }
        return Nodes.mapParts(node, part -> splitKey(part, left, fetched, planning));
    }

    /** The tables of an expression; a column of a derived table that is a constant inside of it is still one of that table. */
    private static TableSet tables(Expression expression, Planning planning) {
        TableSet inside = planning.semantics().recursive(expression);
        return inside.isEmpty() ? planning.semantics().direct(expression) : inside;
    }

    private static Expression variable(Expression part, List<BindVariable> fetched, Planning planning) {
        String name = planning.argumentFor(part);
        fetched.add(new BindVariable(name, part));
        return variable(name, part, planning);
    }

    /** A variable for an expression, of its type where that is known. */
    public static Variable variable(String name, Expression expression, Planning planning) {
        Optional<ExpressionType> type = planning.semantics().type(expression);
        return new Variable(name, type.map(JoinColumns::variableType).orElse(null));
    }

    private static VariableType variableType(ExpressionType type) {
        return new VariableType(type.type(), type.size(), type.scale());
    }

    /** The column of a join for an expression. */
    public static JoinColumn column(Operator.ApplyJoin join, Expression original, Expression expression,
            boolean groupBy, Planning planning) {
        TableSet left = TableIds.of(join.left());
        TableSet right = TableIds.of(join.right());
        if (Nodes.anyMatch(expression, part -> known(join, part) != null)) {
            return ofKnown(join, original, expression, groupBy, planning);
        }
        TableSet needed = planning.semantics().recursive(expression);
        // the right side is run for each row of the left one, so that rand() there is another for each row of the join
        if (needed.isSubsetOf(left) && !Predicates.isVolatile(expression)) {
            return JoinColumn.left(original, expression, groupBy);
        }
        if (needed.isSubsetOf(right)) {
            return JoinColumn.right(original, expression, groupBy);
        }
        if (needed.isSubsetOf(left.union(right))) {
            List<BindVariable> fetched = new ArrayList<>();
            return new JoinColumn(original, fetched, split(expression, left, fetched, planning), groupBy, 0);
        }
        throw ErrorCode.VT12001.error("an expression over columns of both sides of a join that is a table: "
                + SqlPrinter.print(expression));
    }

    // columns of derived tables of which both sides have some

    /** The column of a join that a part of an expression is. It tells where that comes from; the tables need not. */
    private static @Nullable JoinColumn known(Operator.ApplyJoin join, Node part) {
        if (part instanceof BoundColumn) {
            for (JoinColumn column : join.columns()) {
                if (column.original().equals(part)) {
                    return column;
                }
            }
        }
        return null;
    }

    private static JoinColumn ofKnown(Operator.ApplyJoin join, Expression original, Expression expression,
            boolean groupBy, Planning planning) {
        List<BindVariable> fetched = new ArrayList<>();
        Expression right = (Expression) splitKnown(expression, join, fetched, planning);
        boolean isOfRight = Nodes.anyMatch(right, planning::mustFetch);
        return isOfRight ? new JoinColumn(original, fetched, right, groupBy, 0)
                : JoinColumn.left(original, expression, groupBy);
    }

    private static Node splitKnown(Node node, Operator.ApplyJoin join, List<BindVariable> fetched,
            Planning planning) {
        JoinColumn known = known(join, node);
        if (known != null) {
            return known.isPureLeft() ? variable((Expression) node, fetched, planning) : node;
        }
        if (node instanceof Expression expression && planning.mustFetch(expression)) {
            TableSet needed = tables(expression, planning);
            return needed.isSubsetOf(TableIds.of(join.left())) ? variable(expression, fetched, planning) : node;
        }
        return Nodes.mapParts(node, part -> splitKnown(part, join, fetched, planning));
    }
}
