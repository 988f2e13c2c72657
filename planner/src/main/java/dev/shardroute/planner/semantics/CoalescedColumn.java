package dev.shardroute.planner.semantics;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of several tables that a join with USING has made one.
 *
 * @param name           the name, in any case
 * @param tables         the tables
 * @param representative the table whose column is always the value: the one that no outer join makes NULL
 */
record CoalescedColumn(String name, TableSet tables, ScopeTable representative) {
    /** True when columns of this name in these tables are all this one. */
    boolean covers(String column, TableSet those) {
        return name.equalsIgnoreCase(column) && those.isSubsetOf(tables);
    }

    /** These columns with one more, in place of those that it takes in. */
    static List<CoalescedColumn> add(List<CoalescedColumn> columns, CoalescedColumn one) {
        List<CoalescedColumn> all = new ArrayList<>(columns);
        all.removeIf(column -> one.covers(column.name, column.tables));
        all.add(one);
        return all;
    }

    /** The numbers of tables. */
    static TableSet numbers(List<ScopeTable> tables) {
        TableSet numbers = TableSet.EMPTY;
        for (ScopeTable table : tables) {
            numbers = numbers.union(table.info().id());
        }
        return numbers;
    }
}
