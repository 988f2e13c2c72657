package dev.shardroute.executor;

import dev.shardroute.key.TabletType;
import dev.shardroute.planner.route.ShardStatement;
import dev.shardroute.topo.Shard;

/**
 * A statement for one shard, ready to be sent.
 *
 * @param shard the shard
 * @param type  which of its tablets
 * @param sql   the statement, its values written in
 */
record ShardCall(Shard shard, TabletType type, String sql) {
    static ShardCall of(ShardStatement statement) {
        return new ShardCall(statement.shard(), statement.tabletType(), statement.inlined());
    }

    ShardConnection connect(ShardConnections connections) {
        return connections.lease(shard, type);
    }

    /** The shard as errors name it. */
    String label() {
        return shard.toString();
    }
}
