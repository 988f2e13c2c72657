package dev.shardroute.mysql;

import dev.shardroute.error.ErrorCode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The open connections of a server. Thread-safe; no lock is held while anything blocks. */
final class Connections {
    private final int limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<ClientConnection> open = new LinkedHashSet<>();
    private boolean draining;

    Connections(int limit) {
        this.limit = limit;
    }

    /**
     * Takes a connection in.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR06004} when there are too many, {@code SR05005} when the
     *                                                  server drains
     */
    void add(ClientConnection connection) {
        lock.lock();
        try {
            if (draining) {
                throw ErrorCode.SR05005.error();
            }
            if (open.size() >= limit) {
                throw ErrorCode.SR06004.error(limit);
            }
            open.add(connection);
        } finally {
            lock.unlock();
        }
    }

    void remove(ClientConnection connection) {
        lock.lock();
        try {
            open.remove(connection);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nobody in any more. Returns who is still here. */
    List<ClientConnection> drain() {
        lock.lock();
        try {
            draining = true;
            changed.signalAll();
            return List.copyOf(open);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return open.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is no connection; returns false when there is one after {@code limit}. */
    boolean awaitEmpty(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.NANOSECONDS.convert(limit);
            while (!open.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return open.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until {@link #drain} was called and there is no connection. */
    void awaitDrained() throws InterruptedException {
        lock.lock();
        try {
            while (!draining || !open.isEmpty()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
