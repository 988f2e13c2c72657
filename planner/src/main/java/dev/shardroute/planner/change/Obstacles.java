package dev.shardroute.planner.change;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.vschema.ColumnVindex;
import dev.shardroute.vschema.TableType;
import java.util.List;
import java.util.Optional;

/**
 * What shards cannot do by themselves: a lookup vindex that the table owns would no longer tell the truth, a row would have to
 * move because a column of a vindex is set, a LIMIT would count on every shard, a copy of a reference table would be forgotten.
 */
final class Obstacles {
    private Obstacles() {}

    /** What is in the way of an UPDATE. */
    static Optional<String> of(BoundTable table, TableRouting routing, Update update) {
        return obstacle(table, routing, update.limit() != null)
                .or(() -> changedVindex(table, update.assignments()));
    }

    /** What is in the way of a DELETE. */
    static Optional<String> of(BoundTable table, TableRouting routing, Delete delete) {
        return obstacle(table, routing, delete.limit() != null).or(() -> ownedVindex(table));
    }

    private static Optional<String> obstacle(BoundTable table, TableRouting routing, boolean limited) {
        if (table.table().type() == TableType.REFERENCE) {
            return Optional.of("changing the reference table " + table.fullName());
        }
        return limited && !routing.isSingleShard() ? Optional.of("a change with LIMIT over several shards")
                : Optional.empty();
    }

    private static Optional<String> ownedVindex(BoundTable table) {
        return table.table().columnVindexes().stream().filter(ColumnVindex::owned).findFirst()
                .map(vindex -> "deleting from a table that owns the vindex " + vindex.name());
    }

    private static Optional<String> changedVindex(BoundTable table, List<Assignment> assignments) {
        return table.table().columnVindexes().stream()
                .filter(vindex -> assignments.stream().anyMatch(assignment -> isColumnOf(vindex, assignment)))
                .findFirst().map(vindex -> "updating a column of the vindex " + vindex.name());
    }

    static boolean isColumnOf(ColumnVindex vindex, Assignment assignment) {
        return vindex.columns().stream().anyMatch(assignment.column().name()::equalsIgnoreCase);
    }
}
