package dev.shardroute.executor;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Runs a task for each of many calls on virtual threads, at most so many at once. Every thread it started has ended when
 * {@link #await} or {@link #join} returns.
 */
final class FanOut {
    private final List<ShardCall> calls;
    private final Task task;
    private final AtomicInteger next = new AtomicInteger();
    private final Collection<ShardFailure> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean stopped;

    /** What is done with a call. */
    interface Task {
        /** Runs on a thread of its own. */
        void run(ShardCall call) throws InterruptedException;

        /** Told when a call has failed, on the thread that ran it. */
        void failed();

        /** Told when a thread ends. */
        void threadEnds();
    }

    FanOut(List<ShardCall> calls, int concurrency, Task task) {
        this.calls = calls;
        this.task = task;
        Thread.Builder builder = Thread.ofVirtual().inheritInheritableThreadLocals(false);
        this.threads =
                Stream.generate(() -> builder.unstarted(this::work)).limit(threadsFor(calls, concurrency)).toList();
    }

    /** How many threads so many calls are given. */
    static int threadsFor(List<ShardCall> calls, int concurrency) {
        return Math.min(calls.size(), concurrency);
    }

    void start() {
        threads.forEach(Thread::start);
    }

    private void work() {
        try {
            while (!stopped) {
                int index = next.getAndIncrement();
                if (index >= calls.size()) {
                    return;
                }
                run(calls.get(index));
            }
        } finally {
            task.threadEnds();
        }
    }

    private void run(ShardCall call) {
        Thread.currentThread().setName("shardroute-scatter-" + call.label());
        try {
            task.run(call);
        } catch (Throwable e) { // whatever breaks on a shard's thread is that shard's failure
            failures.add(ShardFailure.of(call, e));
            task.failed();
        }
    }

    /** Lets what runs go on, but begins no more calls. */
    void stop() {
        stopped = true;
    }

    /** Begins no more calls and interrupts those that run. */
    void cancel() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }

    /** Waits until all threads have ended. */
    void await() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Waits until all threads have ended, however often this thread is interrupted meanwhile. */
    void join() {
        boolean interrupted = false;
        while (true) {
            try {
                await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What has failed; complete once all threads have ended. */
    Collection<ShardFailure> failures() {
        return failures;
    }

    /** The calls that were never begun; known once all threads have ended. */
    List<ShardCall> unbegun() {
        return calls.subList(Math.min(next.get(), calls.size()), calls.size());
    }
}
