package dev.shardroute.vschema;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.KeyspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the tables of one keyspace.
 *
 * @param vindexes those that are sound
 * @param declared the names of all vindexes, those that are wrong included
 */
record TableReader(String keyspace, boolean sharded, Map<String, VindexDefinition> vindexes, Set<String> declared) {
    /** The table; empty when anything is wrong with it or with its vindexes. */
    Optional<Table> read(String name, JsonPart json) {
        long before = json.findings().errors();
        JsonFields fields = json.fields(KnownKeys.TABLE);
        TableDraft draft = new TableDraft(json, fields, sharded, type(fields),
                fields.elements("column_vindexes").stream().map(part -> columnVindex(name, part)).toList(),
                fields.elements("columns").stream().map(ColumnReader::read).toList());
        TableParts parts = new TableParts(keyspace, name, draft.type().orElse(TableType.ORDINARY),
                draft.vindexes().stream().flatMap(use -> use.use().stream()).toList(),
                fields.get("auto_increment").flatMap(TableReader::autoIncrement),
                draft.columns().stream().flatMap(Optional::stream).toList(),
                fields.flag("column_list_authoritative"), fields.get("pinned").flatMap(TableReader::pinned),
                fields.get("source").flatMap(TableReader::name));
        TableChecks.ALL.forEach(check -> check.accept(draft));
        boolean sound = json.findings().errors() == before && draft.vindexes().stream()
                .allMatch(use -> use.use().isPresent());
        return sound ? Optional.of(new Table(parts)) : Optional.empty();
    }

    private static Optional<TableType> type(JsonFields fields) {
        String type = fields.text("type").orElse("");
        return switch (type) {
            case "" -> Optional.of(TableType.ORDINARY);
            case "sequence" -> Optional.of(TableType.SEQUENCE);
            case "reference" -> Optional.of(TableType.REFERENCE);
            default -> {
                fields.get("type").ifPresent(part -> part.note(
                        "'" + type + "' is not a type of table; there are '', 'sequence' and 'reference'"
                                + Suggestion.of(type, Set.of("sequence", "reference"))));
                yield Optional.empty();
            }
        };
    }

    private TableDraft.VindexUse columnVindex(String table, JsonPart json) {
        JsonFields fields = json.fields(KnownKeys.COLUMN_VINDEX);
        List<String> columns = columns(fields);
        Optional<String> name = fields.requiredText("name");
        if (name.isPresent() && !declared.contains(name.get())) {
            json.note("vindex '" + name.get() + "' is not declared in keyspace '" + keyspace + "'"
                    + Suggestion.of(name.get(), declared));
        }
        Optional<VindexDefinition> definition = name.map(vindexes::get);
        return new TableDraft.VindexUse(json, definition, definition.map(known -> ColumnVindex.of(columns,
                known.vindex(), known.owner().equals(Optional.of(table)) && known.isLookup())));
    }

    private static List<String> columns(JsonFields fields) {
        Optional<String> column = fields.text("column");
        List<String> columns = fields.list("columns", JsonPart::name);
        if (column.isPresent() == !columns.isEmpty()) {
            fields.part().note(column.isPresent()
                    ? "'column' and 'columns' cannot both be given"
                    : "'column' or 'columns' must name at least one column");
        }
        return column.map(List::of).orElse(columns);
    }

    private static Optional<AutoIncrement> autoIncrement(JsonPart json) {
        JsonFields fields = json.fields(KnownKeys.AUTO_INCREMENT);
        Optional<String> column = fields.requiredText("column");
        Optional<QualifiedName> sequence = fields.requiredText("sequence").isEmpty()
                ? Optional.empty()
                : fields.get("sequence").flatMap(TableReader::name);
        return column.flatMap(name -> sequence.map(from -> new AutoIncrement(name, from)));
    }

    private static Optional<KeyspaceId> pinned(JsonPart json) {
        try {
            return json.text().filter(hex -> !hex.isEmpty()).map(KeyspaceId::parse);
        } catch (ShardrouteException e) {
            json.note(e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<QualifiedName> name(JsonPart json) {
        Optional<String> text = json.text().filter(name -> !name.isEmpty());
        Optional<QualifiedName> name = text.flatMap(QualifiedName::parse);
        if (text.isPresent() && name.isEmpty()) {
            json.note("'" + text.get() + "' is not of the form table or keyspace.table");
        }
        return name;
    }
}
