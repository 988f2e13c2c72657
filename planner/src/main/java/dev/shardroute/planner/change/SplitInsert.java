package dev.shardroute.planner.change;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.Primitive.VindexColumn;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.planner.routing.Values;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.vschema.ColumnVindex;
import dev.shardroute.vschema.TableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the value of the primary vindex in every row, so that each row can go to its shard.
 *
 * @param table     the table
 * @param statement the statement, bound
 * @param rows      its rows
 */
record SplitInsert(BoundTable table, Insert statement, List<List<Expression>> rows) {
    /** The rows as they go to the shards. */
    Primitive sharded(KeyspaceRef keyspace) {
        VindexColumn primary = vindexColumn(table.table().primaryVindex());
        boolean ignore = statement.ignore() || !statement.onDuplicate().isEmpty();
        return new Primitive.ShardedInsert(keyspace, SqlPrinter.insertHead(statement),
                withVariables(primary).stream().map(SqlPrinter::row).toList(), SqlPrinter.insertTail(statement),
                List.of(primary), ignore);
    }

    /**
     * What is in the way: more than the row would have to be written (a lookup vindex, a copy of a reference table, a number
     * from a sequence), or the row might replace one on another shard.
     */
    Optional<String> obstacle() {
        if (needsSequence()) {
            return Optional.of("filling " + table.fullName() + " from its sequence");
        }
        if (table.table().columnVindexes().isEmpty()) {
            boolean isCopy = table.table().type() == TableType.REFERENCE && table.table().source().isPresent();
            return isCopy ? Optional.of("changing the reference table " + table.fullName()) : Optional.empty();
        }
        if (statement.replace()) {
            return Optional.of("REPLACE INTO a sharded table");
        }
        ColumnVindex primary = table.table().primaryVindex();
        if (primary.columns().size() > 1) {
            return Optional.of("INSERT by the multi-column vindex " + primary.name());
        }
        if (table.table().columnVindexes().size() > 1) {
            return Optional.of("INSERT into a table with the secondary vindex "
                    + table.table().columnVindexes().get(1).name());
        }
        boolean moves = statement.onDuplicate().stream()
                .anyMatch(set -> Obstacles.isColumnOf(primary, set));
        return moves ? Optional.of("ON DUPLICATE KEY UPDATE of a column of the vindex " + primary.name())
                : Optional.empty();
    }

    /** True when some row leaves the auto-increment column to the sequence: it is not listed, NULL, DEFAULT or 0. */
    private boolean needsSequence() {
        if (table.table().autoIncrement().isEmpty()) {
            return false;
        }
        int index = indexOf(statement.columns(), table.table().autoIncrement().get().column());
        return index < 0 || rows.stream().map(row -> row.get(index)).anyMatch(SplitInsert::mayBeGenerated);
    }

    private static boolean mayBeGenerated(Expression value) {
        return !(value instanceof Expression.Literal literal) || literal.value().text().equals("0");
    }

    private VindexColumn vindexColumn(ColumnVindex vindex) {
        String column = vindex.columns().getFirst();
        int index = indexOf(statement.columns(), column);
        if (index < 0) {
            throw ErrorCode.VT09003.error(column);
        }
        List<ValueExpr> values = new ArrayList<>();
        for (List<Expression> row : rows) {
            values.add(Values.single(row.get(index)).orElseThrow(() -> ErrorCode.VT12001.error("the expression in row "
                    + (values.size() + 1) + " for the vindex column " + table.fullName() + "." + column)));
        }
        return new VindexColumn(vindex.vindex(), column, values);
    }

    private List<List<Expression>> withVariables(VindexColumn primary) {
        int index = indexOf(statement.columns(), primary.column());
        List<List<Expression>> all = new ArrayList<>(rows.size());
        for (List<Expression> row : rows) {
            List<Expression> values = new ArrayList<>(row);
            values.set(index, new Expression.Variable(primary.variable(all.size())));
            all.add(values);
        }
        return all;
    }

    private static int indexOf(List<String> columns, String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }
}
