package dev.shardroute.cli.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Resources that are closed together, the last one first: when they are no longer needed, or when the process is told to end.
 * Thread-safe.
 */
final class Closeables implements AutoCloseable {
    private final Deque<Resource> resources = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** What is closed without a checked exception. */
    @FunctionalInterface
    interface Resource extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Resources that are closed when the JVM is told to end, if not before. The thread that asks for them is interrupted then:
     * it may be waiting for one of them.
     */
    static Closeables closedOnExit() {
        Closeables closeables = new Closeables();
        Thread user = Thread.currentThread();
        Thread hook = new Thread(() -> {
            closeables.closed.set(true);
            user.interrupt();
            closeables.close();
        }, "shardroute-exit");
        Runtime.getRuntime().addShutdownHook(hook);
        closeables.add(() -> forget(hook));
        return closeables;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is about to end, and the hook runs or has run
            return;
        }
    }

    /** True as soon as they are being closed. */
    boolean isClosed() {
        return closed.get();
    }

    /** Adds a resource; it is closed at once when the others are closed already. */
    void add(Resource resource) {
        lock.lock();
        try {
            if (!isClosed()) {
                resources.push(resource);
                return;
            }
        } finally {
            lock.unlock();
        }
        resource.close();
    }

    /** Closes them all; a second caller waits until the first is done. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed.set(true);
            while (!resources.isEmpty()) {
                resources.pop().close();
            }
        } finally {
            lock.unlock();
        }
    }
}
