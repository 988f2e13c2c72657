package dev.shardroute.vschema;

import dev.shardroute.sql.ast.TableDefinition.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns whose change comes back to them by way of foreign keys. A change of a parent's columns changes the child's
 * columns of the key, and with ON DELETE CASCADE all columns of the child; a key that only restricts changes nothing.
 */
final class ForeignKeyCycles {
    private final Map<String, Set<String>> changes = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();

    private ForeignKeyCycles() {}

    /** The columns of one cycle, the first one again at its end; empty when there is none. */
    static List<String> find(Collection<Table> tables, Function<QualifiedName, @Nullable TableParts> others) {
        ForeignKeyCycles cycles = new ForeignKeyCycles();
        tables.stream().flatMap(table -> table.children().stream()).filter(key -> !key.onlyRestricts())
                .forEach(key -> cycles.add(key, others.apply(key.child())));
        return cycles.find();
    }

    private void add(ForeignKey key, @Nullable TableParts child) {
        List<String> changed = key.childColumns();
        if (key.onDelete() == Reference.CASCADE && child != null) {
            changed = Stream.concat(changed.stream(), child.columns().stream().map(Column::name)).toList();
        }
        for (String parent : key.parentColumns()) {
            Set<String> targets = changes.computeIfAbsent(column(key.parent(), parent), name -> new LinkedHashSet<>());
            changed.forEach(column -> targets.add(column(key.child(), column)));
        }
    }

    private static String column(QualifiedName table, String column) {
        return table + "." + column.toLowerCase(Locale.ROOT);
    }

    private List<String> find() {
        return changes.keySet().stream().map(this::findFrom).filter(cycle -> !cycle.isEmpty()).findFirst()
                .orElse(List.of());
    }

    /** Depth first, with a stack of its own: a chain of foreign keys may be long. */
    private List<String> findFrom(String start) {
        LinkedHashSet<String> path = new LinkedHashSet<>();
        Deque<Iterator<String>> open = new ArrayDeque<>();
        enter(start, path, open);
        while (!open.isEmpty()) {
            Iterator<String> next = open.getFirst();
            if (!next.hasNext()) {
                open.pop();
                done.add(path.removeLast());
                continue;
            }
            String column = next.next();
            if (path.contains(column)) {
                List<String> cycle = new ArrayList<>(path);
                cycle.add(column);
                return cycle.subList(cycle.indexOf(column), cycle.size());
            }
            enter(column, path, open);
        }
        return List.of();
    }

    private void enter(String column, Set<String> path, Deque<Iterator<String>> open) {
        if (!done.contains(column)) {
            path.add(column);
            open.push(changes.getOrDefault(column, Set.of()).iterator());
        }
    }
}
