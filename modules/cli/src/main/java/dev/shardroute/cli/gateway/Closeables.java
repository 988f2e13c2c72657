package dev.shardroute.cli.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Resources that are closed together, the last one first: when they are no longer needed, or when the process is told to end.
 * They are then closed by the thread of the shutdown hook: a thread that ends a program by {@link System#exit} never returns
 * once the JVM is shutting down, so nothing may wait for it. Thread-safe.
 */
public final class Closeables implements AutoCloseable {
    private final Deque<Resource> resources = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What is closed without a checked exception. */
    @FunctionalInterface
    public interface Resource extends AutoCloseable {
        @Override
        void close();
    }

    Closeables() {}

    /**
     * Resources that are closed when the process is told to end (by Ctrl-C, say), if not before. The thread that asks for them
     * is interrupted then: it may be waiting for one of them.
     */
    public static Closeables closedOnExit() {
        Closeables closeables = new Closeables();
        Thread user = Thread.currentThread();
        Thread hook = new Thread(() -> {
            closeables.closing.countDown();
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
    public boolean isClosed() {
        return closing.getCount() == 0;
    }

    /** Waits until they are being closed. */
    public void awaitClosed() throws InterruptedException {
        try {
            closing.await();
        } catch (InterruptedException e) {
            if (!isClosed()) {
                throw e;
            }
        }
    }

    /** Adds a resource; it is closed at once when the others are closed already. */
    public void add(Resource resource) {
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
            closing.countDown();
            while (!resources.isEmpty()) {
                resources.pop().close();
            }
        } finally {
            lock.unlock();
        }
    }
}
