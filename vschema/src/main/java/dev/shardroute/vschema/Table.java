package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.sql.ast.Expression;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A table of a keyspace. Immutable; equal by value. It is no record, because it keeps what is asked for with every statement:
 * its vindexes by cost, and its columns by name.
 */
public final class Table implements TableOrVindex {
    private final TableParts parts;
    private final List<ColumnVindex> routingVindexes;
    private final List<ColumnVindex> ordered;
    private final Map<String, Column> columnsByName = new HashMap<>();

    Table(TableParts parts) {
        this.parts = parts;
        this.routingVindexes = parts.columnVindexes().stream().flatMap(ColumnVindex::withPartials).toList();
        this.ordered = routingVindexes.stream().sorted(Comparator.comparingInt(ColumnVindex::cost)).toList();
        parts.columns().forEach(column -> columnsByName.put(column.name().toLowerCase(Locale.ROOT), column));
    }

    /** A table of which nothing is known but where it is. */
    public static Table bare(String keyspace, String name) {
        return new Table(TableParts.bare(keyspace, name));
    }

    /** A table of which the columns are known, all of them, and nothing else. */
    public static Table ofColumns(String keyspace, String name, List<Column> columns) {
        return new Table(TableParts.bare(keyspace, name).withColumns(columns));
    }

    /** The table without columns that a SELECT without FROM reads: every shard has it. */
    public static Table dual(String keyspace) {
        return new Table(TableParts.dual(keyspace));
    }

    /** What it is made of. */
    TableParts parts() {
        return parts;
    }

    /** The name of the keyspace. */
    public String keyspace() {
        return parts.keyspace();
    }

    /** Its name; case matters. */
    public String name() {
        return parts.name();
    }

    /** The name with its keyspace. */
    public QualifiedName qualifiedName() {
        return QualifiedName.of(keyspace(), name());
    }

    /** What it is. */
    public TableType type() {
        return parts.type();
    }

    /** Its vindexes as they are declared, the primary vindex first. */
    public List<ColumnVindex> columnVindexes() {
        return parts.columnVindexes();
    }

    /**
     * The vindex that says where a row lives.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT09001} when there is none: unsharded, pinned and reference
     *         tables have none
     */
    public ColumnVindex primaryVindex() {
        if (columnVindexes().isEmpty()) {
            throw ErrorCode.VT09001.error(name());
        }
        return columnVindexes().getFirst();
    }

    /** The vindexes whose lookup tables this table maintains, in the order they are declared. */
    public List<ColumnVindex> owned() {
        return columnVindexes().stream().filter(ColumnVindex::owned).toList();
    }

    /** The vindexes that can route: those declared, each followed by its partial ones. */
    public List<ColumnVindex> routingVindexes() {
        return routingVindexes;
    }

    /** {@link #routingVindexes} by rising cost; those of equal cost stay in their order. */
    public List<ColumnVindex> ordered() {
        return ordered;
    }

    /** The column filled from a sequence, or empty. */
    public Optional<AutoIncrement> autoIncrement() {
        return parts.autoIncrement();
    }

    /** The columns that are known, in their order. */
    public List<Column> columns() {
        return parts.columns();
    }

    /** The column of this name in any case, or empty when it is not known. */
    public Optional<Column> column(String columnName) {
        Column exact = columnsByName.get(columnName);
        return Optional.ofNullable(exact != null ? exact : columnsByName.get(columnName.toLowerCase(Locale.ROOT)));
    }

    /** True when {@link #columns} are all the columns there are. */
    public boolean columnListAuthoritative() {
        return parts.columnListAuthoritative();
    }

    /** Where all of its rows live, or empty. */
    public Optional<KeyspaceId> pinned() {
        return parts.pinned();
    }

    /** The table that a reference table is copied from, or empty. */
    public Optional<QualifiedName> source() {
        return parts.source();
    }

    /** The columns of the primary key; empty when there is none or it is not known. */
    public List<String> primaryKey() {
        return parts.primaryKey();
    }

    /** The unique keys that are known besides the primary key, each with its columns and expressions. */
    public List<List<Expression>> uniqueKeys() {
        return parts.uniqueKeys();
    }

    /** The foreign keys of this table, as far as they are known. */
    public List<ForeignKey> parents() {
        return parts.parents();
    }

    /** The foreign keys of other tables, or its own, that refer to this table. */
    public List<ForeignKey> children() {
        return parts.children();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** The name with its keyspace. */
    @Override
    public String toString() {
        return keyspace() + "." + name();
    }
}
