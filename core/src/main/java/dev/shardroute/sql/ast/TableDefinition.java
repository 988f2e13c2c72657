package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What CREATE TABLE says of a table.
 *
 * @param columns     the columns, in order
 * @param keys        the keys, the primary key among them, also those that a column's definition says
 * @param foreignKeys the foreign keys
 * @param charset     the default character set, or null
 * @param collation   the default collation, or null
 * @param comment     the table's comment, or null
 */
public record TableDefinition(List<Column> columns, List<Key> keys, List<ForeignKey> foreignKeys,
        @Nullable String charset, @Nullable String collation, @Nullable String comment) {
    /** Copies the lists. */
    public TableDefinition {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /**
     * A column.
     *
     * @param name          the column
     * @param type          its type
     * @param nullable      false for NOT NULL, and for columns of the primary key
     * @param defaultValue  its default, or null where none is said
     * @param autoIncrement true for AUTO_INCREMENT
     * @param invisible     true for INVISIBLE
     * @param generated     true for a generated column
     */
    public record Column(String name, DataType type, boolean nullable, @Nullable Expression defaultValue,
            boolean autoIncrement, boolean invisible, boolean generated) {}

    /**
     * A key.
     *
     * @param kind  what kind
     * @param name  its name, or null
     * @param parts its columns and expressions, in order
     */
    public record Key(KeyKind kind, @Nullable String name, List<KeyPart> parts) {
        /** Copies the list. */
        public Key {
            parts = List.copyOf(parts);
        }
    }

    /** A column of a key, or an expression where {@code column} is null. */
    public record KeyPart(@Nullable String column, @Nullable Expression expression) {}

    /** The kinds of keys. */
    public enum KeyKind {
        PRIMARY, UNIQUE, INDEX, FULLTEXT, SPATIAL
    }

    /**
     * A foreign key.
     *
     * @param name     its name, or null
     * @param columns  the columns of this table
     * @param parent   the table that they refer to
     * @param parents  the columns of that table
     * @param onDelete what becomes of rows when their parent is deleted
     * @param onUpdate what becomes of rows when their parent's columns change
     */
    public record ForeignKey(@Nullable String name, List<String> columns, TableName parent, List<String> parents,
            Reference onDelete, Reference onUpdate) {
        /** Copies the lists. */
        public ForeignKey {
            columns = List.copyOf(columns);
            parents = List.copyOf(parents);
        }
    }

    /** What becomes of rows that refer to a row; NO_ACTION where nothing is said. */
    public enum Reference {
        NO_ACTION, RESTRICT, CASCADE, SET_NULL, SET_DEFAULT
    }
}
