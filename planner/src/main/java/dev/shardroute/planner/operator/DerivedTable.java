package dev.shardroute.planner.operator;

import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.SelectItem;
import java.util.List;

/**
 * The name under which the rows of an operator are a table to the operators above it.
 *
 * @param id      the number of the table, as a set
 * @param alias   its name
 * @param columns the names of its columns; empty where the query names them
 */
public record DerivedTable(TableSet id, String alias, List<String> columns) {
    /** Copies the list. */
    public DerivedTable {
        columns = List.copyOf(columns);
    }

    /** The name of a column: that which the table gives to the columns at that place, or that of the item. */
    String name(int index, SelectItem.Item item) {
        return columns.isEmpty() ? Items.name(item) : columns.get(index);
    }

    /** The index of the item that an expression outside of the table calls by its name, or -1. */
    int place(Expression expression, List<SelectItem.Item> items) {
        if (expression instanceof BoundColumn column && column.source() == id.first()) {
            for (int i = 0; i < items.size() && (columns.isEmpty() || i < columns.size()); i++) {
                if (name(i, items.get(i)).equalsIgnoreCase(column.name())) {
                    return i;
                }
            }
        }
        return -1;
    }
}
