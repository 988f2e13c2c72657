package dev.shardroute.vschema;

import dev.shardroute.vindex.Capability;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The index of the rules that a table must keep by itself; each notes where the table breaks it. */
final class TableChecks {
    static final List<Consumer<TableDraft>> ALL = List.of(
            TableChecks::sequenceIsInOnePlace,
            TableChecks::onlyReferenceTableHasSource,
            TableChecks::shardedTableHasPrimaryVindex,
            TableChecks::primaryVindexIsUnique,
            TableChecks::primaryVindexIsNotOwned,
            TableChecks::multiColumnVindexIsPrimary,
            TableChecks::ownerHasTheColumnsOfItsLookup,
            TableChecks::columnsAreThereOnce);

    private TableChecks() {}

    private static void sequenceIsInOnePlace(TableDraft table) {
        if (table.is(TableType.SEQUENCE) && table.sharded() && !table.says("pinned")) {
            table.json().note("a sequence must be in an unsharded keyspace, or be pinned");
        }
    }

    private static void onlyReferenceTableHasSource(TableDraft table) {
        if (table.says("source") && (table.is(TableType.ORDINARY) || table.is(TableType.SEQUENCE))) {
            table.json().childOf("source").note("only a table of type 'reference' has a source");
        }
    }

    private static void shardedTableHasPrimaryVindex(TableDraft table) {
        boolean needed = table.sharded() && table.is(TableType.ORDINARY) && !table.says("pinned");
        if (needed && table.vindexes().isEmpty()) {
            table.json().note("a table of a sharded keyspace needs a primary vindex: the first of 'column_vindexes'");
        }
    }

    private static void primaryVindexIsUnique(TableDraft table) {
        forEachUse(table.vindexes().stream().limit(1), (json, use) -> {
            if (!use.unique()) {
                json.note("the primary vindex '" + use.name() + "' must be of a unique type, and '" + use.type()
                        + "' is not");
            }
        });
    }

    private static void primaryVindexIsNotOwned(TableDraft table) {
        forEachUse(table.vindexes().stream().limit(1), (json, use) -> {
            if (use.owned()) {
                json.note("the primary vindex '" + use.name() + "' cannot be owned by the table");
            }
        });
    }

    private static void multiColumnVindexIsPrimary(TableDraft table) {
        forEachUse(table.vindexes().stream().skip(1), (json, use) -> {
            if (use.vindex().has(Capability.MULTI_COLUMN)) {
                json.note("vindex '" + use.name() + "' of type '" + use.type() + "' must be the primary vindex");
            }
        });
    }

    private static void forEachUse(Stream<TableDraft.VindexUse> uses, BiConsumer<JsonPart, ColumnVindex> check) {
        uses.forEach(part -> part.use().ifPresent(use -> check.accept(part.json(), use)));
    }

    /** A consistent lookup writes the columns of its owner into those of its table, one into one. */
    private static void ownerHasTheColumnsOfItsLookup(TableDraft table) {
        for (TableDraft.VindexUse part : table.vindexes()) {
            Optional<String> from = part.definition().filter(known -> known.type().startsWith("consistent_lookup"))
                    .map(known -> known.params().getOrDefault("from", ""));
            int count = part.use().filter(ColumnVindex::owned).map(use -> use.columns().size()).orElse(0);
            if (count > 0 && from.isPresent() && from.get().split(",", -1).length != count) {
                part.json().note("vindex '" + part.use().map(ColumnVindex::name).orElse("")
                        + "' needs as many columns of its owner as 'from' has: '" + from.get() + "'");
            }
        }
    }

    private static void columnsAreThereOnce(TableDraft table) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i).map(Column::name).orElse("");
            if (!name.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT))) {
                table.json().childOf("columns").childAt(i).note("column '" + name + "' is there twice");
            }
        }
    }
}
