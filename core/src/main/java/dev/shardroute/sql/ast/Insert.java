package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT or REPLACE; {@code INSERT … SET} is one row.
 *
 * @param comments    the comments right after the verb
 * @param replace     true for REPLACE
 * @param ignore      true for INSERT IGNORE
 * @param table       the table
 * @param partitions  the partitions; empty for all
 * @param columns     the columns; empty when the statement lists none
 * @param source      the rows
 * @param alias       the name of the new row in {@code onDuplicate}, or null
 * @param onDuplicate the assignments of ON DUPLICATE KEY UPDATE; empty for none
 */
public record Insert(List<String> comments, boolean replace, boolean ignore, TableName table, List<String> partitions,
        List<String> columns, InsertSource source, @Nullable RowAlias alias, List<Assignment> onDuplicate)
        implements Statement {
    /** Copies the lists. */
    public Insert {
        comments = List.copyOf(comments);
        partitions = List.copyOf(partitions);
        columns = List.copyOf(columns);
        onDuplicate = List.copyOf(onDuplicate);
    }

    /** This statement into another table, with other columns and rows. */
    public Insert with(TableName target, List<String> names, InsertSource rows) {
        return new Insert(comments, replace, ignore, target, partitions, names, rows, alias, onDuplicate);
    }
}
