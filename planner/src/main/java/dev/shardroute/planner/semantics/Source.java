package dev.shardroute.planner.semantics;

import dev.shardroute.planner.semantics.ScopeTable.StarColumn;
import dev.shardroute.sql.ast.TableExpression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables of FROM, bound, and what expressions may name of them.
 *
 * @param written   the tables
 * @param tables    what can be named
 * @param coalesced the columns that joins with USING have made one
 * @param star      what a star stands for; empty when that is not known
 * @param optional  true when an outer join is among them
 */
record Source(List<TableExpression> written, List<ScopeTable> tables, List<CoalescedColumn> coalesced,
        Optional<List<StarColumn>> star, boolean optional) {
    /** Copies the lists. */
    Source {
        written = List.copyOf(written);
        tables = List.copyOf(tables);
        coalesced = List.copyOf(coalesced);
    }

    /** One table. */
    static Source of(TableExpression written, ScopeTable table) {
        return new Source(List.of(written), List.of(table), List.of(), table.star(), false);
    }

    /** These tables and others, with a comma between them. */
    Source and(Source other) {
        return new Source(join(written, other.written), join(tables, other.tables), join(coalesced, other.coalesced),
                star.flatMap(left -> other.star.map(right -> join(left, right))), optional || other.optional);
    }

    /** The same tables written as one. */
    Source as(TableExpression one) {
        return new Source(List.of(one), tables, coalesced, star, optional);
    }

    /** The tables that have a column of this name for sure. */
    List<ScopeTable> having(String column) {
        return tables.stream().filter(table -> table.has(column)).toList();
    }

    static <T> List<T> join(List<? extends T> left, List<? extends T> right) {
        return Stream.<T>concat(left.stream(), right.stream()).toList();
    }
}
