package dev.shardroute.vschema;

import dev.shardroute.vindex.Capability;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The index of the rules that a table must keep by itself. */
final class TableChecks {
    static final List<TableCheck> ALL = List.of(
            TableChecks::sequenceIsInOnePlace,
            TableChecks::shardedTableHasPrimaryVindex,
            TableChecks::primaryVindexIsUnique,
            TableChecks::primaryVindexIsNotOwned,
            TableChecks::multiColumnVindexIsPrimary,
            TableChecks::columnsAreThereOnce);

    private TableChecks() {}

    private static void sequenceIsInOnePlace(boolean sharded, Table table, JsonPart json) {
        if (table.type() == TableType.SEQUENCE && sharded && table.pinned().isEmpty()) {
            json.note("a sequence must be in an unsharded keyspace, or be pinned");
        }
    }

    private static void shardedTableHasPrimaryVindex(boolean sharded, Table table, JsonPart json) {
        boolean needed = sharded && table.type() == TableType.ORDINARY && table.pinned().isEmpty();
        if (needed && table.columnVindexes().isEmpty()) {
            json.note("a table of a sharded keyspace needs a primary vindex: the first of 'column_vindexes'");
        }
    }

    private static void primaryVindexIsUnique(boolean sharded, Table table, JsonPart json) {
        table.columnVindexes().stream().limit(1).filter(primary -> !primary.unique())
                .forEach(primary -> json.note("the primary vindex '" + primary.name() + "' must be of a unique type, "
                        + "and '" + primary.vindex().type() + "' is not"));
    }

    private static void primaryVindexIsNotOwned(boolean sharded, Table table, JsonPart json) {
        table.columnVindexes().stream().limit(1).filter(ColumnVindex::owned)
                .forEach(primary -> json
                        .note("the primary vindex '" + primary.name() + "' cannot be owned by the table"));
    }

    private static void multiColumnVindexIsPrimary(boolean sharded, Table table, JsonPart json) {
        table.columnVindexes().stream().skip(1).filter(use -> use.vindex().has(Capability.MULTI_COLUMN))
                .forEach(use -> json.note("vindex '" + use.name() + "' of type '" + use.vindex().type()
                        + "' must be the primary vindex"));
    }

    private static void columnsAreThereOnce(boolean sharded, Table table, JsonPart json) {
        Set<String> seen = new HashSet<>();
        table.columns().stream().map(Column::name).filter(name -> !seen.add(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> json.note("column '" + name + "' is there twice"));
    }
}
