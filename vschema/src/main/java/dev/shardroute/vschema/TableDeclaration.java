package dev.shardroute.vschema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Type;
import java.util.List;

/** Declares a table for a {@link VSchemaBuilder}. Not thread-safe. */
public final class TableDeclaration {
    private final ObjectNode json;

    TableDeclaration(ObjectNode json) {
        this.json = json;
    }

    /** The source of the numbers of auto-increment columns. */
    public TableDeclaration sequence() {
        json.put("type", "sequence");
        return this;
    }

    /** The same rows on every shard. */
    public TableDeclaration reference() {
        json.put("type", "reference");
        return this;
    }

    /** The same rows on every shard, copied from the table {@code source}, {@code keyspace.table}. */
    public TableDeclaration referenceTo(String source) {
        json.put("source", source);
        return reference();
    }

    /** One more vindex on these columns; the first is the primary vindex. */
    public TableDeclaration columnVindex(String vindex, String... columns) {
        json.withArrayProperty("column_vindexes").add(VSchemaWriter.columnVindex(vindex, List.of(columns)));
        return this;
    }

    /** A column whose missing values come from a sequence, {@code table} or {@code keyspace.table}. */
    public TableDeclaration autoIncrement(String column, String sequence) {
        json.putObject("auto_increment").put("column", column).put("sequence", sequence);
        return this;
    }

    /** One more column. */
    public TableDeclaration column(String name, Type type) {
        return column(Column.of(name, type));
    }

    /** One more column. */
    public TableDeclaration column(Column column) {
        json.withArrayProperty("columns").add(VSchemaWriter.column(column));
        return this;
    }

    /** The columns declared are all there are. */
    public TableDeclaration columnListAuthoritative() {
        json.put("column_list_authoritative", true);
        return this;
    }

    /** All rows live at this keyspace id. */
    public TableDeclaration pinned(KeyspaceId id) {
        json.put("pinned", id.toString());
        return this;
    }
}
