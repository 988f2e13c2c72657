package dev.shardroute.topo;

import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Topologies that need no server. */
public final class Topologies {
    private Topologies() {}

    /**
     * A topology that never changes, in which all shards serve all of the tablet types that serve.
     *
     * @param shards the names of the shards of each keyspace
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} for a bad shard name, {@code SR03002} when the shards
     *         of a keyspace leave a gap or overlap, {@code SR03006} for a keyspace without shards
     */
    public static Topology fixed(Map<String, List<String>> shards) {
        Map<String, Map<TabletType, KeyspaceShards>> keyspaces = new LinkedHashMap<>();
        shards.forEach((keyspace, names) -> keyspaces.put(keyspace, byType(keyspaceShards(keyspace, names))));
        TopologySnapshot snapshot = TopologySnapshot.of(1, keyspaces);
        return () -> snapshot;
    }

    private static KeyspaceShards keyspaceShards(String keyspace, List<String> names) {
        return KeyspaceShards.of(keyspace, names.stream().map(ShardName::parse).toList()).requireFullCoverage();
    }

    private static Map<TabletType, KeyspaceShards> byType(KeyspaceShards shards) {
        return Stream.of(TabletType.values())
                .filter(TabletType::isServing)
                .collect(Collectors.toMap(Function.identity(), type -> shards));
    }
}
