package dev.shardroute.planner.check;

import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of some rows: their names, each empty where it is not known; or nothing where not even their number is. */
record Columns(Optional<List<String>> names) {
    /** Columns of which nothing is known. */
    static final Columns UNKNOWN = new Columns(Optional.empty());

    /** Columns of these names. */
    static Columns of(List<String> names) {
        return new Columns(Optional.of(List.copyOf(names)));
    }

    /** True when there is such a column, or may be. */
    boolean has(int index) {
        return index >= 0 && (names.isEmpty() || index < names.get().size());
    }

    /** True when the number is the same, as far as it is known. */
    boolean areAsManyAs(Columns other) {
        return names.isEmpty() || other.names.isEmpty() || names.get().size() == other.names.get().size();
    }

    /** The name of a column. */
    String name(int index) {
        return names.map(known -> known.get(index)).orElse("");
    }

    /** The first ones; all for 0. */
    Columns first(int count) {
        return count == 0 ? this : new Columns(names.map(known -> known.subList(0, count)));
    }

    /** The same, one of them under another name unless that is empty. */
    Columns with(int index, String name) {
        if (names.isEmpty() || name.isEmpty()) {
            return this;
        }
        List<String> other = new ArrayList<>(names.get());
        other.set(index, name);
        return of(other);
    }

    /** The name of an item's column: its alias, or that of the column that it is; empty for other expressions. */
    static String name(SelectItem.Item item) {
        if (item.alias() != null) {
            return item.alias();
        }
        return switch (item.expression()) {
            case Column column -> column.name();
            case BoundColumn column -> column.name();
            default -> "";
        };
    }

    @Override
    public String toString() {
        return names.map(List::toString).orElse("unknown");
    }
}
