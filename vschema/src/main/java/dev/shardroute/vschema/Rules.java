package dev.shardroute.vschema;

import dev.shardroute.key.TabletType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules of a VSchema, and which of them is for a name. Equal when the rules are. */
final class Rules {
    static final Rules NONE = new Rules(List.of(), List.of(), List.of(), List.of());

    private final List<RoutingRule> routing;
    private final List<KeyspaceRoutingRule> keyspaces;
    private final List<ShardRoutingRule> shards;
    private final List<MirrorRule> mirrors;

    private final RuleIndex<RoutingRule> byTable;
    private final RuleIndex<KeyspaceRoutingRule> byKeyspace;
    private final RuleIndex<MirrorRule> byMirrored;
    private final Map<String, Map<String, String>> byShard = new HashMap<>();

    Rules(List<RoutingRule> routing, List<KeyspaceRoutingRule> keyspaces, List<ShardRoutingRule> shards,
            List<MirrorRule> mirrors) {
        this.routing = List.copyOf(routing);
        this.keyspaces = List.copyOf(keyspaces);
        this.shards = List.copyOf(shards);
        this.mirrors = List.copyOf(mirrors);
        this.byTable = RuleIndex.of(this.routing, RoutingRule::from, RoutingRule::tabletType);
        this.byKeyspace = RuleIndex.of(this.keyspaces, rule -> new QualifiedName(Optional.empty(), rule.from()),
                KeyspaceRoutingRule::tabletType);
        this.byMirrored = RuleIndex.of(this.mirrors, MirrorRule::from, MirrorRule::tabletType);
        this.shards.forEach(rule -> byShard.computeIfAbsent(rule.from(), from -> new HashMap<>())
                .put(rule.shard(), rule.to()));
    }

    List<RoutingRule> routing() {
        return routing;
    }

    List<KeyspaceRoutingRule> keyspaces() {
        return keyspaces;
    }

    List<ShardRoutingRule> shards() {
        return shards;
    }

    List<MirrorRule> mirrors() {
        return mirrors;
    }

    Optional<RoutingRule> routing(Optional<String> keyspace, String table, TabletType tabletType) {
        return byTable.find(keyspace, table, tabletType);
    }

    /** The keyspace that is meant; the same object when no rule is for it. */
    Optional<String> routedKeyspace(Optional<String> keyspace, TabletType tabletType) {
        if (keyspace.isEmpty() || keyspaces.isEmpty()) {
            return keyspace;
        }
        Optional<KeyspaceRoutingRule> rule = byKeyspace.find(Optional.empty(), keyspace.get(), tabletType);
        return rule.isPresent() ? rule.map(KeyspaceRoutingRule::to) : keyspace;
    }

    String shardKeyspace(String keyspace, String shard) {
        return byShard.getOrDefault(keyspace, Map.of()).getOrDefault(shard, keyspace);
    }

    Optional<MirrorRule> mirror(Table table, TabletType tabletType) {
        return byMirrored.find(Optional.of(table.keyspace()), table.name(), tabletType)
                .filter(rule -> rule.problem().isEmpty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rules that && routing.equals(that.routing) && keyspaces.equals(that.keyspaces)
                && shards.equals(that.shards) && mirrors.equals(that.mirrors);
    }

    @Override
    public int hashCode() {
        return List.of(routing, keyspaces, shards, mirrors).hashCode();
    }
}
