package dev.shardroute.topo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Topologies that need no server; see also {@link MutableTopology}. */
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
        TopologySnapshot.Builder builder = TopologySnapshot.builder();
        shards.forEach(builder::keyspace);
        return fixed(builder.build());
    }

    /** A topology that always tells the same: the snapshot, as version 1 when it has no version yet. */
    public static Topology fixed(TopologySnapshot snapshot) {
        return new FixedTopology(snapshot.version() == 0 ? snapshot.withVersion(1) : snapshot);
    }

    /**
     * A topology in a file of {@link TopologyJson}, which is read now, and again whenever it is told to reload.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link FileTopology#reload}
     */
    public static FileTopology file(Path file) {
        return new FileTopology(file);
    }

    private record FixedTopology(TopologySnapshot snapshot) implements Topology {
        @Override
        public Subscription listen(TopologyListener listener) {
            return () -> {};
        }
    }
}
