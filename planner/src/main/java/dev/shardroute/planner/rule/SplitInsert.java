package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.plan.Primitive.VindexColumn;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.planner.routing.TableRouting;
import dev.shardroute.planner.routing.Values;
import dev.shardroute.planner.semantics.BoundTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.vschema.ColumnVindex;
import dev.shardroute.vschema.TableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the value of the primary vindex in every row, so that each row can go to its shard.
 *
 * <pre>
 * Insert (unsharded)   =>   Route
 *                             Insert
 *
 * Insert (sharded)     =>   ShardedInsert
 * </pre>
 *
 * Does not fire when more than the row would have to be written (a lookup vindex, a copy of a reference table, a number from
 * a sequence), or when the row might replace one on another shard.
 */
public final class SplitInsert {
    private SplitInsert() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Insert insert) {
        BoundTable table = insert.table();
        Optional<String> obstacle = obstacle(table, insert);
        if (obstacle.isPresent()) {
            return new Rewrite.Keep(obstacle.get());
        }
        if (!insert.keyspace().sharded()) {
            return new Rewrite.To(new Operator.Route(insert, TableRouting.of(table, insert.keyspace())), "one shard");
        }
        VindexColumn primary = vindexColumn(table, table.table().primaryVindex(), insert);
        Operator split = new Operator.ShardedInsert(table, insert.keyspace(), insert.statement(),
                withVariables(insert, primary), List.of(primary));
        return new Rewrite.To(split, "row by row");
    }

    private static Optional<String> obstacle(BoundTable table, Operator.Insert insert) {
        if (needsSequence(table, insert)) {
            return Optional.of("filling " + table.fullName() + " from its sequence");
        }
        if (table.table().columnVindexes().isEmpty()) {
            boolean isCopy = table.table().type() == TableType.REFERENCE && table.table().source().isPresent();
            return isCopy ? Optional.of("changing the reference table " + table.fullName()) : Optional.empty();
        }
        if (insert.statement().replace()) {
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
        boolean moves = insert.statement().onDuplicate().stream()
                .anyMatch(set -> PushChangeUnderRoute.isColumnOf(primary, set));
        return moves ? Optional.of("ON DUPLICATE KEY UPDATE of a column of the vindex " + primary.name())
                : Optional.empty();
    }

    /** True when some row leaves the auto-increment column to the sequence: it is not listed, NULL, DEFAULT or 0. */
    private static boolean needsSequence(BoundTable table, Operator.Insert insert) {
        if (table.table().autoIncrement().isEmpty()) {
            return false;
        }
        int index = indexOf(insert.statement().columns(), table.table().autoIncrement().get().column());
        return index < 0 || insert.rows().stream().map(row -> row.get(index)).anyMatch(SplitInsert::mayBeGenerated);
    }

    private static boolean mayBeGenerated(Expression value) {
        return !(value instanceof Expression.Literal literal) || literal.value().text().equals("0");
    }

    private static VindexColumn vindexColumn(BoundTable table, ColumnVindex vindex, Operator.Insert insert) {
        String column = vindex.columns().getFirst();
        int index = indexOf(insert.statement().columns(), column);
        if (index < 0) {
            throw ErrorCode.VT09003.error(column);
        }
        List<ValueExpr> values = new ArrayList<>();
        for (List<Expression> row : insert.rows()) {
            values.add(Values.single(row.get(index)).orElseThrow(() -> ErrorCode.VT12001.error("the expression in row "
                    + (values.size() + 1) + " for the vindex column " + table.fullName() + "." + column)));
        }
        return new VindexColumn(vindex.vindex(), column, values);
    }

    private static List<List<Expression>> withVariables(Operator.Insert insert, VindexColumn primary) {
        int index = indexOf(insert.statement().columns(), primary.column());
        List<List<Expression>> rows = new ArrayList<>(insert.rows().size());
        for (List<Expression> row : insert.rows()) {
            List<Expression> values = new ArrayList<>(row);
            values.set(index, new Expression.Variable(primary.variable(rows.size())));
            rows.add(values);
        }
        return rows;
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
