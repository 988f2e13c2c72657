package dev.shardroute.planner.semantics;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;

/** What a column of a statement means. */
sealed interface Found {
    /**
     * A column of a table.
     *
     * @param certain false when not all columns of the table are known, and so this one may not be there
     */
    record One(BoundColumn column, boolean certain) implements Found {}

    /** An item of the select list of a query around the one that names it. */
    record Item(Expression expression) implements Found {}

    /**
     * Columns of several tables.
     *
     * @param certain false when not all columns of the tables are known, so that it may be one of them only
     */
    record Several(boolean certain) implements Found {}

    /** No column. */
    record None() implements Found {}
}
