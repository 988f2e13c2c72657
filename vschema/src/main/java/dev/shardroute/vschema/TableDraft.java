package dev.shardroute.vschema;

import java.util.List;
import java.util.Optional;

/**
 * A table that is being read: what is sound of it, and where it is written. What is not sound has been noted.
 *
 * @param json     the table
 * @param fields   its members
 * @param sharded  true when its keyspace is
 * @param type     what it is
 * @param vindexes its vindexes, in the order of the text
 * @param columns  its columns, in the order of the text
 */
record TableDraft(JsonPart json, JsonFields fields, boolean sharded, Optional<TableType> type,
        List<VindexUse> vindexes, List<Optional<Column>> columns) {
    /** The use of a vindex; empty where the vindex is not sound. */
    record VindexUse(JsonPart json, Optional<VindexDefinition> definition, Optional<ColumnVindex> use) {}

    boolean is(TableType wanted) {
        return type.equals(Optional.of(wanted));
    }

    /** True when a text that is not empty is there, whatever it says. */
    boolean says(String key) {
        return fields.get(key).filter(part -> !part.node().asText().isEmpty()).isPresent();
    }
}
