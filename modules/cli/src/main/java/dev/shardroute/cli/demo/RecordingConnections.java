package dev.shardroute.cli.demo;

import dev.shardroute.executor.ShardConnection;
import dev.shardroute.executor.ShardConnections;
import dev.shardroute.key.TabletType;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.ResultStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers what each shard was sent. */
final class RecordingConnections implements ShardConnections {
    private final ShardConnections connections;
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

    RecordingConnections(ShardConnections connections) {
        this.connections = connections;
    }

    /** A statement that a shard was sent. */
    record Sent(Shard shard, String sql) {}

    /** What was sent since this was last asked, in the order of the shards. */
    List<Sent> take() {
        List<Sent> taken = new ArrayList<>();
        for (Sent one = sent.poll(); one != null; one = sent.poll()) {
            taken.add(one);
        }
        taken.sort(Comparator.comparing(one -> one.shard().toString()));
        return taken;
    }

    @Override
    public ShardConnection lease(Shard shard, TabletType type) {
        return new Recorded(shard, connections.lease(shard, type), sent);
    }

    private record Recorded(Shard shard, ShardConnection connection, Queue<Sent> sent) implements ShardConnection {
        @Override
        public ResultStream execute(String sql) {
            sent.add(new Sent(shard, sql));
            return connection.execute(sql);
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
