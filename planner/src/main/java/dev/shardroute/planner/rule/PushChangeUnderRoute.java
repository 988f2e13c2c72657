package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.routing.TableRouting;
import dev.shardroute.planner.semantics.BoundTable;
import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.vschema.ColumnVindex;
import dev.shardroute.vschema.TableType;
import java.util.List;
import java.util.Optional;

/**
 * Lets the shards change or delete rows.
 *
 * <pre>
 * Update       =>   Route
 *   Route             Update
 * </pre>
 *
 * Does not fire when that would not be the whole change: a lookup vindex that the table owns would no longer tell the truth,
 * a row would have to move because a column of a vindex is set, a LIMIT would count on every shard, a copy of a reference
 * table would be forgotten.
 */
public final class PushChangeUnderRoute {
    private PushChangeUnderRoute() {}

    /** Tries the rule on an UPDATE. */
    public static Rewrite apply(Operator.Update update) {
        if (!(update.input() instanceof Operator.Route(var input, var routing))) {
            return new Rewrite.Keep("it is not over a route");
        }
        Optional<String> obstacle = obstacle(update.table(), routing, update.statement().limit() != null)
                .or(() -> changedVindex(update.table(), update.statement().assignments()));
        return obstacle.isPresent()
                ? new Rewrite.Keep(obstacle.get())
                : new Rewrite.To(new Operator.Route(update.withInputs(List.of(input)), routing), "the shards update");
    }

    /** Tries the rule on a DELETE. */
    public static Rewrite apply(Operator.Delete delete) {
        if (!(delete.input() instanceof Operator.Route(var input, var routing))) {
            return new Rewrite.Keep("it is not over a route");
        }
        Optional<String> obstacle = obstacle(delete.table(), routing, delete.statement().limit() != null)
                .or(() -> ownedVindex(delete.table()));
        return obstacle.isPresent()
                ? new Rewrite.Keep(obstacle.get())
                : new Rewrite.To(new Operator.Route(delete.withInputs(List.of(input)), routing), "the shards delete");
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
