package dev.shardroute.sql.ast;

import java.util.List;

/** Where the rows of an INSERT come from. */
public sealed interface InsertSource extends Clause {
    /** Rows that are written out, each a list of values; a row without values has the default everywhere. */
    record Rows(List<List<Expression>> rows) implements InsertSource {
        /** Copies the lists. */
        public Rows {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** The rows of a query. */
    record FromQuery(Query query) implements InsertSource {}
}
