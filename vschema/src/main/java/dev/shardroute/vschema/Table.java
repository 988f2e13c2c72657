package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.KeyspaceId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A table of a keyspace.
 *
 * @param keyspace                the name of the keyspace
 * @param name                    its name; case matters
 * @param type                    what it is
 * @param columnVindexes          its vindexes as they are declared, the primary vindex first
 * @param autoIncrement           the column filled from a sequence, or empty
 * @param columns                 the columns that are known
 * @param columnListAuthoritative true when these are all the columns there are
 * @param pinned                  where all of its rows live, or empty
 * @param source                  the table that a reference table is copied from, or empty
 */
public record Table(String keyspace, String name, TableType type, List<ColumnVindex> columnVindexes,
        Optional<AutoIncrement> autoIncrement, List<Column> columns, boolean columnListAuthoritative,
        Optional<KeyspaceId> pinned, Optional<QualifiedName> source) {
    /** Copies the lists. */
    public Table {
        columnVindexes = List.copyOf(columnVindexes);
        columns = List.copyOf(columns);
    }

    /** A table of which nothing is known but where it is. */
    public static Table bare(String keyspace, String name) {
        return new Table(keyspace, name, TableType.ORDINARY, List.of(), Optional.empty(), List.of(), false,
                Optional.empty(), Optional.empty());
    }

    /**
     * The vindex that says where a row lives.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT09001} when there is none: unsharded, pinned and reference
     *         tables have none
     */
    public ColumnVindex primaryVindex() {
        if (columnVindexes.isEmpty()) {
            throw ErrorCode.VT09001.error(name);
        }
        return columnVindexes.getFirst();
    }

    /** The column of this name in any case, or empty when it is not known. */
    public Optional<Column> column(String columnName) {
        return columns.stream().filter(column -> column.name().equalsIgnoreCase(columnName)).findFirst();
    }

    /** The vindexes that can route: those declared, each followed by its partial ones. */
    public List<ColumnVindex> routingVindexes() {
        return columnVindexes.stream().flatMap(ColumnVindex::withPartials).toList();
    }

    /** {@link #routingVindexes} by rising cost; those of equal cost stay in their order. */
    public List<ColumnVindex> ordered() {
        return routingVindexes().stream().sorted(Comparator.comparingInt(ColumnVindex::cost)).toList();
    }

    /** The name with its keyspace. */
    public QualifiedName qualifiedName() {
        return QualifiedName.of(keyspace, name);
    }
}
