package dev.shardroute.sql.ast;

import java.util.List;

/**
 * An INSERT or REPLACE of rows that are written out; {@code INSERT … SET} is one row.
 *
 * @param comments    the comments right after the verb
 * @param replace     true for REPLACE
 * @param ignore      true for INSERT IGNORE
 * @param table       the table
 * @param columns     the columns; empty when the statement lists none
 * @param rows        the rows, each a list of values
 * @param onDuplicate the assignments of ON DUPLICATE KEY UPDATE; empty for none
 */
public record Insert(List<String> comments, boolean replace, boolean ignore, TableName table, List<String> columns,
        List<List<Expression>> rows, List<Assignment> onDuplicate) implements Statement {
    /** Copies the lists. */
    public Insert {
        comments = List.copyOf(comments);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        onDuplicate = List.copyOf(onDuplicate);
    }

    /** This statement into another table, with other columns and rows. */
    public Insert with(TableName target, List<String> names, List<List<Expression>> values) {
        return new Insert(comments, replace, ignore, target, names, values, onDuplicate);
    }
}
