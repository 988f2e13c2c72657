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
    Table read(String name, JsonPart json) {
        int before = json.findings().count();
        JsonFields fields = json.fields("type", "column_vindexes", "auto_increment", "columns", "pinned",
                "column_list_authoritative", "source");
        Table table = new Table(keyspace, name, type(fields),
                fields.list("column_vindexes", part -> columnVindex(name, part)),
                fields.get("auto_increment").flatMap(TableReader::autoIncrement),
                fields.list("columns", ColumnReader::read), fields.flag("column_list_authoritative"),
                fields.get("pinned").flatMap(TableReader::pinned),
                fields.get("source").flatMap(TableReader::name));
        // what follows from another finding is not said again
        if (json.findings().count() == before && vindexes.size() == declared.size()) {
            TableChecks.ALL.forEach(check -> check.check(sharded, table, json));
        }
        return table;
    }

    private static TableType type(JsonFields fields) {
        String type = fields.text("type").orElse("");
        return switch (type) {
            case "" -> TableType.ORDINARY;
            case "sequence" -> TableType.SEQUENCE;
            case "reference" -> TableType.REFERENCE;
            default -> {
                fields.get("type").ifPresent(part -> part.note(
                        "'" + type + "' is not a type of table; there are '', 'sequence' and 'reference'"
                                + Suggestion.of(type, Set.of("sequence", "reference"))));
                yield TableType.ORDINARY;
            }
        };
    }

    private Optional<ColumnVindex> columnVindex(String table, JsonPart json) {
        JsonFields fields = json.fields("column", "columns", "name");
        List<String> columns = columns(fields);
        Optional<String> name = fields.requiredText("name");
        if (name.isPresent() && !declared.contains(name.get())) {
            json.note("vindex '" + name.get() + "' is not declared in keyspace '" + keyspace + "'"
                    + Suggestion.of(name.get(), declared));
        }
        return name.map(vindexes::get).map(definition -> {
            boolean owned = definition.owner().equals(Optional.of(table)) && definition.isLookup();
            return ColumnVindex.of(columns, definition.vindex(), owned);
        });
    }

    private static List<String> columns(JsonFields fields) {
        Optional<String> column = fields.text("column");
        List<String> columns = fields.list("columns", JsonPart::text);
        if (column.isPresent() == !columns.isEmpty()) {
            fields.part().note(column.isPresent()
                    ? "'column' and 'columns' cannot both be given"
                    : "'column' or 'columns' must name at least one column");
        }
        return column.map(List::of).orElse(columns);
    }

    private static Optional<AutoIncrement> autoIncrement(JsonPart json) {
        JsonFields fields = json.fields("column", "sequence");
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
