package dev.shardroute.sql.ast;

import java.util.List;

/**
 * A common table expression: {@code name(columns) AS (query)}.
 *
 * @param name    its name
 * @param columns the names of its columns; empty when the query names them
 * @param query   its rows
 */
public record CommonTable(String name, List<String> columns, Query query) implements Clause {
    /** Copies the list. */
    public CommonTable {
        columns = List.copyOf(columns);
    }
}
