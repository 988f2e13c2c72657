package dev.shardroute.vschema;

import dev.shardroute.key.TabletType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rules by the name and the tablet type that they are for; of rules for the same the last counts. Immutable. */
final class RuleIndex<R> {
    private final Map<Optional<String>, Map<String, Map<TabletType, Optional<R>>>> byName = new HashMap<>();

    private RuleIndex() {}

    /** A rule for a tablet type goes before one for all types, in whichever order they come. */
    static <R> RuleIndex<R> of(List<R> rules, Function<R, QualifiedName> name,
            Function<R, Optional<TabletType>> tabletType) {
        RuleIndex<R> index = new RuleIndex<>();
        rules.stream().filter(rule -> tabletType.apply(rule).isEmpty())
                .forEach(rule -> index.put(name.apply(rule), TabletType.values(), rule));
        rules.forEach(
                rule -> tabletType.apply(rule).ifPresent(type -> index.put(name.apply(rule), one(type), rule)));
        return index;
    }

    private static TabletType[] one(TabletType type) {
        return new TabletType[]{type};
    }

    private void put(QualifiedName name, TabletType[] types, R rule) {
        Map<TabletType, Optional<R>> byType = byName.computeIfAbsent(name.keyspace(), keyspace -> new HashMap<>())
                .computeIfAbsent(name.name(), table -> new EnumMap<>(TabletType.class));
        for (TabletType type : types) {
            byType.put(type, Optional.of(rule));
        }
    }

    Optional<R> find(Optional<String> keyspace, String name, TabletType tabletType) {
        return byName.getOrDefault(keyspace, Map.of()).getOrDefault(name, Map.of())
                .getOrDefault(tabletType, Optional.empty());
    }
}
