package dev.shardroute.tablet;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.executor.ShardConnection;
import dev.shardroute.executor.ShardConnections;
import dev.shardroute.key.TabletType;
import dev.shardroute.topo.Shard;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Connections to MySQL or MariaDB backends: a pool for each shard and tablet type. Safe for many threads.
 *
 * <p>Connections are opened when they are needed, never in advance: shards that are down are noticed by the statements that
 * need them, and only by these. Callers that find all connections of a pool in use stand in a queue, first come, first served.
 * Nothing is retried here.
 *
 * <p>A virtual thread that waits here is freed by an interrupt at once, and what it waited for is ended on the server as well;
 * a platform thread notices an interrupt only while it stands in the queue.
 *
 * <p>Backends must run with an {@code sql_mode} that reads statements as they are written here, see {@code SR05009}.
 */
public final class TabletPools implements ShardConnections, AutoCloseable {
    private final Map<Target, ConnectionPool> pools;
    private final TabletOptions options;
    private final CountDownLatch closed = new CountDownLatch(1);

    private record Target(Shard shard, TabletType type) {}

    private TabletPools(Map<Target, BackendConfig> backends, TabletOptions options) {
        Map<Target, ConnectionPool> all = new HashMap<>();
        backends.forEach((target, config) -> all.put(target, pool(target, config, options)));
        this.pools = Map.copyOf(all);
        this.options = options;
    }

    private static ConnectionPool pool(Target target, BackendConfig config, TabletOptions options) {
        String shard = target.shard.toString();
        Backend backend = new MariaDbBackend(shard, config, options.connectTimeout());
        return new ConnectionPool(shard, backend, options, System::nanoTime);
    }

    /** A builder without backends. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A connection to the shard's backend.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR05002} when the queue is full, {@code SR05003} when no
     *         connection became free in time, {@code SR05004} when the backend cannot be reached or refuses the sign-in,
     *         {@code SR05005} after {@link #close}, {@code SR05006} when the thread is interrupted, {@code SR05007} when there
     *         is no such backend, {@code SR05009} for its {@code sql_mode}
     */
    @Override
    public ShardConnection lease(Shard shard, TabletType type) {
        ConnectionPool pool = pools.get(new Target(shard, type));
        if (pool == null) {
            throw ErrorCode.SR05007.error(shard + "@" + type);
        }
        return pool.lease();
    }

    private void startJanitor() {
        Thread.ofVirtual().name("shardroute-idle-connections").start(this::dropUnused);
    }

    private void dropUnused() {
        long pause = Math.max(1, options.idleTimeout().toMillis() / 2);
        try {
            while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
                pools.values().forEach(ConnectionPool::dropUnused);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the connections, those in use when they are given back. */
    @Override
    public void close() {
        closed.countDown();
        pools.values().forEach(ConnectionPool::close);
    }

    /** Makes {@link TabletPools}. */
    public static final class Builder {
        private final Map<Target, BackendConfig> backends = new HashMap<>();
        private TabletOptions options = TabletOptions.DEFAULTS;

        private Builder() {}

        /** Sets the bounds of each pool. */
        public Builder options(TabletOptions bounds) {
            options = bounds;
            return this;
        }

        /**
         * Adds the backend of a shard.
         *
         * @throws dev.shardroute.error.ShardrouteException {@code SR07001} when it has one already
         */
        public Builder backend(Shard shard, TabletType type, BackendConfig config) {
            if (backends.putIfAbsent(new Target(shard, type), config) != null) {
                throw ErrorCode.SR07001.error("backend", "there are two for " + shard + "@" + type);
            }
            return this;
        }

        /** The pools; opens no connection yet. */
        public TabletPools build() {
            TabletPools pools = new TabletPools(backends, options);
            pools.startJanitor();
            return pools;
        }
    }
}
