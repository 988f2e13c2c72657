package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;

/** The columns of a vindex that is read as a table. */
final class VindexTableColumns {
    private VindexTableColumns() {}

    static Added add(Operator.VindexTable vindex, SelectItem.Item item, boolean reuse) {
        if (!(item.expression() instanceof BoundColumn column)) {
            throw ErrorCode.VT09018.error("it has only columns, and not " + SqlPrinter.print(item.expression()));
        }
        int found = find(vindex, column);
        if (reuse && found >= 0) {
            return new Added(vindex, found);
        }
        List<BoundColumn> columns = new ArrayList<>(vindex.columns());
        columns.add(column);
        return new Added(new Operator.VindexTable(vindex.table(), columns, vindex.predicate()), columns.size() - 1);
    }

    static int find(Operator.VindexTable vindex, Expression expression) {
        return expression instanceof BoundColumn column ? vindex.columns().indexOf(column) : -1;
    }

    static List<SelectItem.Item> list(Operator.VindexTable vindex) {
        return vindex.columns().stream().map(Items::of).toList();
    }
}
