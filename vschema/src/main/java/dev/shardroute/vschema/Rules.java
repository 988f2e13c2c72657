package dev.shardroute.vschema;

import dev.shardroute.key.TabletType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All rules of a VSchema, and which of them is for a name. */
record Rules(List<RoutingRule> routing, List<KeyspaceRoutingRule> keyspaces, List<ShardRoutingRule> shards,
        List<MirrorRule> mirrors) {
    static final Rules NONE = new Rules(List.of(), List.of(), List.of(), List.of());

    Rules {
        routing = List.copyOf(routing);
        keyspaces = List.copyOf(keyspaces);
        shards = List.copyOf(shards);
        mirrors = List.copyOf(mirrors);
    }

    Optional<RoutingRule> routing(QualifiedName name, TabletType tabletType) {
        return find(routing, RoutingRule::from, RoutingRule::tabletType, name, tabletType);
    }

    String routedKeyspace(String keyspace, TabletType tabletType) {
        return find(keyspaces, KeyspaceRoutingRule::from, KeyspaceRoutingRule::tabletType, keyspace, tabletType)
                .map(KeyspaceRoutingRule::to).orElse(keyspace);
    }

    String shardKeyspace(String keyspace, String shard) {
        return shards.stream().filter(rule -> rule.from().equals(keyspace) && rule.shard().equals(shard)).findFirst()
                .map(ShardRoutingRule::to).orElse(keyspace);
    }

    Optional<MirrorRule> mirror(QualifiedName name, TabletType tabletType) {
        return find(mirrors, MirrorRule::from, MirrorRule::tabletType, name, tabletType)
                .filter(rule -> rule.problem().isEmpty());
    }

    /** The rule for this name and tablet type, or else the rule for this name and all types. */
    private static <R, N> Optional<R> find(List<R> rules, Function<R, N> name, Function<R, Optional<TabletType>> type,
            N wanted, TabletType wantedType) {
        List<R> named = rules.stream().filter(rule -> name.apply(rule).equals(wanted)).toList();
        return named.stream().filter(rule -> type.apply(rule).equals(Optional.of(wantedType))).findFirst()
                .or(() -> named.stream().filter(rule -> type.apply(rule).isEmpty()).findFirst());
    }
}
