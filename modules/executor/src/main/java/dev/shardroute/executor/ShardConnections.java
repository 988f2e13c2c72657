package dev.shardroute.executor;

import dev.shardroute.key.TabletType;
import dev.shardroute.topo.Shard;

/**
 * Where the executor gets its connections to shards: the one thing that an embedder must supply. Safe for many threads.
 *
 * <p>The executor stops work that nobody waits for any more by interrupting its thread, so {@link #lease} and everything
 * that is read from a connection must answer an interrupt soon, with {@code SR05006} and the thread's interrupt status set.
 */
public interface ShardConnections {
    /**
     * A connection for the sole use of the caller until it closes it. Waits while none is free; how long, and how many may
     * wait, is for the implementation to bound.
     *
     * @throws dev.shardroute.error.ShardrouteException when there is none to be had
     */
    ShardConnection lease(Shard shard, TabletType type);
}
