package dev.shardroute.vschema;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.sql.ast.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a {@link Table} is made of: what the VSchema declares, and behind it what schema facts add. */
record TableParts(String keyspace, String name, TableType type, List<ColumnVindex> columnVindexes,
        Optional<AutoIncrement> autoIncrement, List<Column> columns, boolean columnListAuthoritative,
        Optional<KeyspaceId> pinned, Optional<QualifiedName> source, List<String> primaryKey,
        List<List<Expression>> uniqueKeys, List<ForeignKey> parents, List<ForeignKey> children) {
    TableParts {
        columnVindexes = List.copyOf(columnVindexes);
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniqueKeys = uniqueKeys.stream().map(List::copyOf).toList();
        parents = List.copyOf(parents);
        children = List.copyOf(children);
    }

    /** What is declared of a table. */
    TableParts(String keyspace, String name, TableType type, List<ColumnVindex> columnVindexes,
            Optional<AutoIncrement> autoIncrement, List<Column> columns, boolean columnListAuthoritative,
            Optional<KeyspaceId> pinned, Optional<QualifiedName> source) {
        this(keyspace, name, type, columnVindexes, autoIncrement, columns, columnListAuthoritative, pinned, source,
                List.of(), List.of(), List.of(), List.of());
    }

    static TableParts bare(String keyspace, String name) {
        return new TableParts(keyspace, name, TableType.ORDINARY, List.of(), Optional.empty(), List.of(), false,
                Optional.empty(), Optional.empty());
    }

    static TableParts dual(String keyspace) {
        return new TableParts(keyspace, "dual", TableType.REFERENCE, List.of(), Optional.empty(), List.of(), true,
                Optional.empty(), Optional.empty());
    }

    TableParts withColumns(List<Column> all) {
        return new TableParts(keyspace, name, type, columnVindexes, autoIncrement, all, true, pinned, source,
                primaryKey, uniqueKeys, parents, children);
    }

    TableParts withKeys(List<String> primary, List<List<Expression>> unique) {
        return new TableParts(keyspace, name, type, columnVindexes, autoIncrement, columns, columnListAuthoritative,
                pinned, source, primary, unique, parents, children);
    }

    TableParts withParent(ForeignKey key) {
        return new TableParts(keyspace, name, type, columnVindexes, autoIncrement, columns, columnListAuthoritative,
                pinned, source, primaryKey, uniqueKeys, append(parents, key), children);
    }

    TableParts withChild(ForeignKey key) {
        return new TableParts(keyspace, name, type, columnVindexes, autoIncrement, columns, columnListAuthoritative,
                pinned, source, primaryKey, uniqueKeys, parents, append(children, key));
    }

    private static List<ForeignKey> append(List<ForeignKey> keys, ForeignKey key) {
        return Stream.concat(keys.stream(), Stream.of(key)).toList();
    }
}
