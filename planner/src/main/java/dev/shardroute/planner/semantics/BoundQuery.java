package dev.shardroute.planner.semantics;

import dev.shardroute.planner.semantics.TableInfo.DerivedColumn;
import dev.shardroute.sql.ast.Query;
import java.util.List;

/**
 * A query with its columns bound, and what is known of its rows.
 *
 * @param query    the query
 * @param columns  the columns; not all of them unless {@code complete}, and none where nobody names them
 * @param tables   the tables from which columns that are not known may come
 * @param complete true when all columns are known
 */
record BoundQuery(Query query, List<DerivedColumn> columns, TableSet tables, boolean complete) {
    /** Copies the list. */
    BoundQuery {
        columns = List.copyOf(columns);
    }
}
