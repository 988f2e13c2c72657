package dev.shardroute.planner.change;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.vschema.Column;
import dev.shardroute.vschema.TableType;
import java.util.List;

/** Binds the names of a change. */
final class ChangeAnalyzer {
    private final Binder binder;

    /** An analyzer that finds tables by {@code binder}. */
    ChangeAnalyzer(Binder binder) {
        this.binder = binder;
    }

    /** A statement, bound, and its table. */
    record Bound<T>(T statement, BoundTable table) {}

    /** An UPDATE. */
    Bound<Update> analyze(Update update) {
        Refusals.check(update);
        BoundTable table = checked(binder.bindTarget(Refusals.plain(update.tables().getFirst())));
        Scope scope = Scope.of(table);
        Expression where = scope.bindOptional(update.where());
        Update bound = new Update(null, update.comments(), update.ignore(), List.of(table.forShards()),
                scope.bindAssignments(update.assignments()), where, scope.bindIn(update.orderBy()), update.limit());
        return new Bound<>(bound, table);
    }

    /** A DELETE. */
    Bound<Delete> analyze(Delete delete) {
        Refusals.check(delete);
        BoundTable table = checked(binder.bindTarget(Refusals.plain(delete.tables().getFirst())));
        Scope scope = Scope.of(table);
        Expression where = scope.bindOptional(delete.where());
        Delete bound =
                new Delete(null, delete.comments(), delete.ignore(), List.of(), List.of(table.forShards()), where,
                        scope.bindIn(delete.orderBy()), delete.limit());
        return new Bound<>(bound, table);
    }

    /** An INSERT or REPLACE. */
    Bound<Insert> analyze(Insert insert) {
        Refusals.check(insert);
        BoundTable table = checked(binder.bindTarget(new TableExpression.Table(insert.table(), null)));
        List<List<Expression>> rows = Refusals.rows(insert);
        List<String> columns = columns(table, insert.columns(), rows);
        int width = columns.isEmpty() && !rows.isEmpty() ? rows.getFirst().size() : columns.size();
        boolean uneven = rows.stream().anyMatch(row -> row.size() != width);
        if (uneven) {
            throw ErrorCode.VT03006.error();
        }
        // a row cannot name a column of the table, so there is nothing to bind but what ON DUPLICATE KEY UPDATE uses
        Insert bound = new Insert(insert.comments(), insert.replace(), insert.ignore(),
                TableName.of(table.table().name()), insert.partitions(), columns, insert.source(), null,
                Scope.of(table).bindAssignments(insert.onDuplicate()));
        return new Bound<>(bound, table);
    }

    private static List<String> columns(BoundTable table, List<String> listed, List<List<Expression>> rows) {
        boolean needed = !table.table().columnVindexes().isEmpty() || table.table().autoIncrement().isPresent();
        boolean hasValues = rows.stream().anyMatch(row -> !row.isEmpty());
        if (!listed.isEmpty() || !needed || !hasValues) {
            return listed;
        }
        if (!table.table().columnListAuthoritative()) {
            throw ErrorCode.VT09004.error(table.fullName());
        }
        return table.table().columns().stream().filter(column -> !column.invisible()).map(Column::name).toList();
    }

    private BoundTable checked(BoundTable table) {
        if (table.table().type() == TableType.SEQUENCE && binder.isSharded(table)) {
            throw ErrorCode.VT12001.error("the pinned sequence " + table.fullName());
        }
        return table;
    }
}
