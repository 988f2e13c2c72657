package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator.RecurseCte;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a recursive common table expression: those of the query that it starts from, under their own names. */
public final class RecursionColumns {
    private RecursionColumns() {}

    static Added add(RecurseCte recursion, SelectItem.Item item, boolean reuse, boolean groupBy, Planning planning) {
        Expression expression = item.expression();
        int found = find(recursion, expression, false, planning);
        if (found >= 0) {
            return new Added(recursion, found);
        }
        int operand = expression instanceof WeightString(var inner, var type)
                ? find(recursion, inner, false, planning)
                : -1;
        if (operand < 0) {
            throw ErrorCode.VT12001.error("an expression where a recursive common table expression is grouped: "
                    + SqlPrinter.print(expression));
        }
        return addWeightString(recursion, operand, false, planning);
    }

    static Added addWeightString(RecurseCte recursion, int column, boolean underRoute, Planning planning) {
        Added left = Columns.addWeightString(recursion.left(), column, underRoute, planning);
        Added right = Columns.addWeightString(recursion.right(), column, underRoute, planning);
        if (left.column() != right.column()) {
            throw ErrorCode.VT12001.error("a recursive common table expression whose queries have a column in different"
                    + " places");
        }
        return new Added(recursion.over(left.operator(), right.operator()), left.column());
    }

    /** @param underRoute true where it is a table of a statement, which does not show its columns by itself */
    static int find(RecurseCte recursion, Expression expression, boolean underRoute, Planning planning) {
        return !underRoute && expression instanceof BoundColumn column
                && column.source() == recursion.table().number()
                        ? place(recursion, column, planning)
                        : -1;
    }

    private static int place(RecurseCte recursion, BoundColumn column, Planning planning) {
        List<String> names = names(recursion, planning);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(column.name())) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> names(RecurseCte recursion, Planning planning) {
        return recursion.table().columns().isEmpty()
                ? list(recursion, planning).stream().map(Items::name).toList()
                : recursion.table().columns();
    }

    static List<SelectItem.Item> list(RecurseCte recursion, Planning planning) {
        return Columns.list(recursion.left(), planning);
    }

    /** The recursion with its variables found in its inputs. */
    public static RecurseCte planOffsets(RecurseCte recursion, Planning planning) {
        Map<String, Integer> variables = new LinkedHashMap<>();
        for (BindVariable variable : recursion.needed()) {
            int place = place(recursion, (BoundColumn) variable.expression(), planning);
            if (place < 0) {
                throw ErrorCode.VT13001.error("a step needs a column that is not there: "
                        + SqlPrinter.print(variable.expression()));
            }
            variables.put(variable.name(), place);
        }
        return recursion.withVariables(variables);
    }
}
