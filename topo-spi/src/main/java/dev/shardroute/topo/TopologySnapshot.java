package dev.shardroute.topo;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.key.TabletType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which shards there are, at one time. Immutable. */
public final class TopologySnapshot {
    private final long version;
    private final Map<String, Map<TabletType, KeyspaceShards>> keyspaces;

    private TopologySnapshot(long version, Map<String, Map<TabletType, KeyspaceShards>> keyspaces) {
        this.version = version;
        this.keyspaces = keyspaces;
    }

    /**
     * A snapshot.
     *
     * @param version   a number that grows with every change, and tells snapshots of one topology apart
     * @param keyspaces for each keyspace by name, the shards that serve each tablet type
     */
    public static TopologySnapshot of(long version, Map<String, Map<TabletType, KeyspaceShards>> keyspaces) {
        return new TopologySnapshot(version, keyspaces.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Map.copyOf(entry.getValue()))));
    }

    /** The number that tells this snapshot from others of the same topology. */
    public long version() {
        return version;
    }

    /** The names of the keyspaces. */
    public Set<String> keyspaces() {
        return keyspaces.keySet();
    }

    /**
     * The shards of a keyspace that serve a tablet type.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03004} for an unknown keyspace, {@code SR03006} when no shard
     *         serves the type
     */
    public KeyspaceShards shards(String keyspace, TabletType tabletType) {
        Map<TabletType, KeyspaceShards> byType = keyspaces.get(keyspace);
        if (byType == null) {
            throw ErrorCode.SR03004.error(keyspace);
        }
        KeyspaceShards shards = byType.get(tabletType);
        if (shards == null) {
            throw ErrorCode.SR03006.error(keyspace);
        }
        return shards;
    }

    /**
     * The shards of a destination in a keyspace: {@link KeyspaceShards#resolve(Destination)}.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03003} to {@code SR03007}, as there and in {@link #shards}
     */
    public List<Shard> resolve(String keyspace, TabletType tabletType, Destination destination) {
        return shards(keyspace, tabletType).resolve(destination);
    }
}
