package dev.shardroute.planner.semantics;

import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.SelectItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of an expression may mean: the tables of its query, and where those have no such column the query around
 * it.
 *
 * @param outer     the query around, or null
 * @param tables    the tables
 * @param coalesced the columns that joins with USING have made one
 * @param items     the select list, of which subqueries may name the items, or null
 * @param aliases   the aliases of the select list, in lower case
 */
record Scope(@Nullable Scope outer, List<ScopeTable> tables, List<CoalescedColumn> coalesced,
        @Nullable SelectList items, Set<String> aliases) {
    /** Copies the collections. */
    Scope {
        tables = List.copyOf(tables);
        coalesced = List.copyOf(coalesced);
        aliases = Set.copyOf(aliases);
    }

    /** A scope of tables. */
    static Scope of(@Nullable Scope outer, Source source) {
        return new Scope(outer, source.tables(), source.coalesced(), null, Set.of());
    }

    /** A scope of the rows of a set operation. */
    static Scope of(@Nullable Scope outer, TableInfo.Derived rows) {
        return new Scope(outer, List.of(new ScopeTable(rows, null)), List.of(), null, Set.of());
    }

    /** The same, with the items of a select list going before the tables. */
    Scope with(SelectList list) {
        return new Scope(outer, tables, coalesced, list, aliases);
    }

    /** The same with the aliases of the select list. */
    Scope with(List<SelectItem> written) {
        Set<String> names = new HashSet<>();
        for (SelectItem item : written) {
            if (item instanceof SelectItem.Item(var expression, var alias) && alias != null) {
                names.add(alias.toLowerCase(Locale.ROOT));
            }
        }
        return new Scope(outer, tables, coalesced, items, names);
    }

    /** True for the alias of an item in the select list of a query around this one. */
    boolean isAliasAround(Column column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        for (Scope around = outer; around != null; around = around.outer) {
            if (column.table() == null && around.aliases.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** What a column means here, or else in the queries around. */
    Found lookup(Column column) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Optional<Found> item = scope.item(column);
            Found found = item.isPresent() ? item.get() : scope.inTables(column);
            if (!(found instanceof Found.None)) {
                return found;
            }
        }
        return new Found.None();
    }

    private Optional<Found> item(Column column) {
        return items == null || column.table() != null
                ? Optional.empty()
                : items.find(column.name()).map(named -> new Found.Item(named.expression()));
    }

    /** True for a column of a query around this one. */
    boolean isOuter(BoundColumn column) {
        return tables.stream().noneMatch(table -> table.info().number() == column.source());
    }

    /** What a column means among the tables here. */
    Found inTables(Column column) {
        List<ScopeTable> sure = new ArrayList<>();
        List<ScopeTable> possible = new ArrayList<>();
        for (ScopeTable table : tables) {
            if (table.matches(column.table())) {
                if (table.has(column.name())) {
                    sure.add(table);
                } else if (!table.isComplete()) {
                    possible.add(table);
                }
            }
        }
        if (sure.isEmpty()) {
            return found(possible, column);
        }
        return sure.size() == 1 ? new Found.One(sure.getFirst().column(column), true) : coalesced(column, sure);
    }

    private static Found found(List<ScopeTable> possible, Column column) {
        return switch (possible.size()) {
            case 0 -> new Found.None();
            case 1 -> new Found.One(possible.getFirst().column(column), false);
            default -> new Found.Several(false);
        };
    }

    private Found coalesced(Column column, List<ScopeTable> sure) {
        TableSet numbers = CoalescedColumn.numbers(sure);
        return coalesced.stream().filter(candidate -> candidate.covers(column.name(), numbers)).findFirst()
                .<Found>map(one -> new Found.One(one.representative().qualified(column.name()), true))
                .orElseGet(() -> new Found.Several(true));
    }
}
