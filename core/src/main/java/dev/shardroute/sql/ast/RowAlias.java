package dev.shardroute.sql.ast;

import java.util.List;

/**
 * {@code AS name(columns)} behind the rows of an INSERT.
 *
 * @param name    the name of the new row
 * @param columns the names of its columns; empty for those of the table
 */
public record RowAlias(String name, List<String> columns) implements Clause {
    /** Copies the list. */
    public RowAlias {
        columns = List.copyOf(columns);
    }
}
