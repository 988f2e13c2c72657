package dev.shardroute.topo;

import dev.shardroute.key.TabletAlias;
import dev.shardroute.key.TabletType;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tablets by alias and by what they serve. Immutable; equal when the tablets are. */
final class TabletDirectory {
    static final TabletDirectory EMPTY = new TabletDirectory(Map.of());

    private final SortedMap<TabletAlias, Tablet> byAlias;
    private final Map<Use, List<Tablet>> byUse;

    private record Use(Shard shard, TabletType type) {}

    TabletDirectory(Map<TabletAlias, Tablet> tablets) {
        byAlias = Collections.unmodifiableSortedMap(new TreeMap<>(tablets));
        byUse = byAlias.values().stream()
                .collect(Collectors.groupingBy(tablet -> new Use(tablet.shard(), tablet.type()),
                        HashMap::new, Collectors.toUnmodifiableList()));
    }

    /** All of them, in the order of their aliases. */
    SortedMap<TabletAlias, Tablet> byAlias() {
        return byAlias;
    }

    /** Those of a shard that have a type, in the order of their aliases. */
    List<Tablet> of(Shard shard, TabletType type) {
        return byUse.getOrDefault(new Use(shard, type), List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TabletDirectory that && byAlias.equals(that.byAlias);
    }

    @Override
    public int hashCode() {
        return byAlias.hashCode();
    }
}
