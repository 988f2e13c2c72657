package dev.shardroute.vschema;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.TableDefinition;
import java.util.List;

/**
 * What a database tells of a table.
 *
 * @param columns     its columns, all of them; none when they are not known
 * @param primaryKey  the columns of its primary key; none when there is none or it is not known
 * @param uniqueKeys  its other unique keys, each with its columns and expressions
 * @param foreignKeys its foreign keys; a parent without qualifier is in the keyspace of the table
 */
public record TableFacts(List<Column> columns, List<String> primaryKey, List<List<Expression>> uniqueKeys,
        List<TableDefinition.ForeignKey> foreignKeys) {
    /** Of a table of which nothing is known but that it is there. */
    public static final TableFacts NONE = new TableFacts(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public TableFacts {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniqueKeys = uniqueKeys.stream().map(List::copyOf).toList();
        foreignKeys = List.copyOf(foreignKeys);
    }

    /** What a definition tells. */
    public static TableFacts of(TableDefinition definition) {
        return DefinitionFacts.of(definition);
    }

    /** What CREATE TABLE … LIKE takes over. */
    TableFacts withoutForeignKeys() {
        return new TableFacts(columns, primaryKey, uniqueKeys, List.of());
    }
}
