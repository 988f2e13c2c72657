package dev.shardroute.executor;

import dev.shardroute.key.TabletType;
import dev.shardroute.planner.route.ShardStatement;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.ResultStream;

/** A statement for one shard, ready to be sent: its values are written in. Two calls are never equal. */
final class ShardCall {
    private final Shard shard;
    private final TabletType type;
    private final byte[] sql;

    private ShardCall(Shard shard, TabletType type, byte[] sql) {
        this.shard = shard;
        this.type = type;
        this.sql = sql;
    }

    static ShardCall of(ShardStatement statement) {
        return new ShardCall(statement.shard(), statement.tabletType(), statement.inlinedBytes());
    }

    ShardConnection connect(ShardConnections connections) {
        return connections.lease(shard, type);
    }

    ResultStream run(ShardConnection connection) {
        return connection.execute(sql);
    }

    /** The shard as errors name it. */
    String label() {
        return shard.toString();
    }
}
