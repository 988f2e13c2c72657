package dev.shardroute.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.ResultStream;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Shards whose answers a test writes, and which notice what is left open. */
final class StubShards implements ShardConnections {
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Queue<StubResult> results = new ConcurrentLinkedQueue<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final AtomicInteger leases = new AtomicInteger();

    /** What a shard does with a statement. */
    interface Script {
        StubResult run() throws InterruptedException;
    }

    StubShards on(String shard, Script script) {
        scripts.put(shard, script);
        return this;
    }

    StubShards onAll(int shards, Script script) {
        for (String shard : Statements.shards(shards)) {
            on(shard, script);
        }
        return this;
    }

    static ShardrouteException backendError(int errno, String sqlState, String message) {
        return new ShardrouteException(ErrorCode.SR05001, errno, sqlState, message, null);
    }

    /** Runs what may wait; answers an interrupt as {@link ShardConnections} asks for. */
    static void interruptibly(StubResult.Ending action) {
        try {
            action.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ErrorCode.SR05006.error();
        }
    }

    @Override
    public ShardConnection lease(Shard shard, TabletType type) {
        threads.add(Thread.currentThread());
        leases.incrementAndGet();
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        return new Connection(scripts.getOrDefault(shard.name().name(), () -> StubResult.rows(0)));
    }

    private final class Connection implements ShardConnection {
        private final Script script;
        private final AtomicBoolean closed = new AtomicBoolean();

        Connection(Script script) {
            this.script = script;
        }

        @Override
        public ResultStream execute(byte[] sql) {
            assertFalse(closed.get(), "used after it was closed");
            StubResult[] result = new StubResult[1];
            interruptibly(() -> result[0] = script.run());
            results.add(result[0]);
            return result[0];
        }

        @Override
        public void close() {
            if (!closed.getAndSet(true)) {
                open.decrementAndGet();
            }
        }
    }

    /** How many rows were read from all shards. */
    long rowsGiven() {
        return results.stream().mapToLong(StubResult::given).sum();
    }

    int leases() {
        return leases.get();
    }

    int open() {
        return open.get();
    }

    /** The most connections that were open at one time. */
    int mostOpen() {
        return mostOpen.get();
    }

    Set<Thread> threads() {
        return threads;
    }

    /** No connection is open, and no thread but the caller's is alive. */
    void assertNothingLeft() {
        assertEquals(0, open.get(), "open connections");
        for (Thread thread : threads) {
            assertTrue(thread == Thread.currentThread() || !thread.isAlive(), () -> "still alive: " + thread);
        }
    }
}
