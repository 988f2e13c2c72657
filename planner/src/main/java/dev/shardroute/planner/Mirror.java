package dev.shardroute.planner;

import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.vschema.MirrorRule;
import dev.shardroute.vschema.QualifiedName;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Optional;

/**
 * What a share of the executions of a query is tried with: the same query on the mirrors of its tables.
 *
 * @param semantics the query on these tables
 * @param percent   the share: the least of those of its tables
 */
record Mirror(SemanticTable semantics, double percent) {
    /** The mirror of a query; empty when one of its tables has none, or one that is not to be read. */
    static Optional<Mirror> of(SemanticTable semantics, VSchema vschema) {
        List<TableInfo.Real> tables = semantics.tables().stream().filter(TableInfo.Real.class::isInstance)
                .map(TableInfo.Real.class::cast).filter(table -> !table.isDual()).toList();
        double percent = tables.stream().flatMap(table -> table.mirror().stream()).mapToDouble(MirrorRule::percent)
                .min().orElse(0);
        boolean isWhole = tables.stream().allMatch(table -> table.mirror().isPresent());
        return percent > 0 && isWhole
                ? Optional.of(new Mirror(semantics.withTables(table -> mirrored(table, vschema)), percent))
                : Optional.empty();
    }

    private static TableInfo mirrored(TableInfo table, VSchema vschema) {
        return table instanceof TableInfo.Real real && real.mirror().isPresent()
                ? mirrored(real, real.mirror().get().to(), vschema)
                : table;
    }

    /** A mirror is the table of that name, whatever the routing rules say; its vindexes may have other names. */
    private static TableInfo mirrored(TableInfo.Real table, QualifiedName mirror, VSchema vschema) {
        return new TableInfo.Real(table.number(), table.name(), table.written(),
                vschema.findTable(mirror.keyspace(), mirror.name()), table.system(), Optional.empty(),
                Optional.empty());
    }
}
