package dev.shardroute.tablet;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.executor.ShardConnection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * The connections to one backend, and the queue in front of them.
 *
 * <p>A fair semaphore has a permit for each connection that may exist; whoever has a permit may take an idle link or open a
 * new one. Links are opened on the thread of the caller that needs one: a backend that is down tells that caller at once, and
 * the next caller tries anew.
 */
final class ConnectionPool {
    private final String shard;
    private final Backend backend;
    private final TabletOptions options;
    private final LongSupplier nanoClock;
    private final Semaphore permits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** A link at rest; the one used last is the first to be taken. */
    private record Idle(Link link, long since) {}

    ConnectionPool(String shard, Backend backend, TabletOptions options, LongSupplier nanoClock) {
        this.shard = shard;
        this.backend = backend;
        this.options = options;
        this.nanoClock = nanoClock;
        this.permits = new Semaphore(options.poolSize(), true);
    }

    ShardConnection lease() {
        acquirePermit();
        try {
            return new Lease(this, takeLink());
        } catch (RuntimeException | Error e) {
            permits.release();
            throw e;
        }
    }

    private void acquirePermit() {
        try {
            if (!permits.tryAcquire(0, TimeUnit.NANOSECONDS)) {
                queueForPermit();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ErrorCode.SR05006.error();
        }
    }

    private void queueForPermit() throws InterruptedException {
        try {
            if (waiting.incrementAndGet() > options.queueLength()) {
                throw ErrorCode.SR05002.error(shard, options.queueLength());
            }
            if (!permits.tryAcquire(options.waitLimit().toNanos(), TimeUnit.NANOSECONDS)) {
                throw ErrorCode.SR05003.error(shard, options.waitLimit().toMillis());
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    private Link takeLink() {
        if (closed) {
            throw ErrorCode.SR05005.error();
        }
        Idle found = idle.pollFirst();
        if (found == null) {
            return backend.connect();
        }
        if (age(found) < options.pingAfter().toNanos() || found.link.ping()) {
            return found.link;
        }
        found.link.close();
        dropIdle(); // what has happened to one of them has most likely happened to all
        return backend.connect();
    }

    /** Takes a link back. */
    void giveBack(Link link) {
        switch (link.state()) {
            case CLEAN -> keep(link);
            case SPENT -> end(link);
            case LOST -> {
                end(link);
                dropIdle();
            }
            case RUNNING -> {
                link.close();
                Thread.ofVirtual().name("shardroute-kill-" + shard).start(() -> kill(link.id()));
            }
        }
    }

    private void keep(Link link) {
        idle.addFirst(new Idle(link, nanoClock.getAsLong()));
        permits.release();
        if (closed) {
            dropIdle();
        }
    }

    private void end(Link link) {
        link.close();
        permits.release();
    }

    /** The permit is kept so long, or the server could have more connections than the pool may have. */
    private void kill(long connectionId) {
        try {
            backend.kill(connectionId);
        } finally {
            permits.release();
        }
    }

    private long age(Idle link) {
        return nanoClock.getAsLong() - link.since;
    }

    private void dropIdle() {
        for (Idle link = idle.pollFirst(); link != null; link = idle.pollFirst()) {
            link.link.close();
        }
    }

    /** Closes the links that nobody has used for the idle time. */
    void dropUnused() {
        List<Idle> unused =
                idle.stream().filter(link -> age(link) >= options.idleTimeout().toNanos()).toList();
        unused.stream()
                .filter(idle::remove) // or else somebody has just taken it
                .forEach(link -> link.link.close());
    }

    /** Closes the idle links, and the others when they come back; sends away who waits. */
    void close() {
        closed = true;
        permits.release(options.queueLength() + 1);
        dropIdle();
    }

    /** How many callers are in the queue. */
    int waiting() {
        return waiting.get();
    }
}
