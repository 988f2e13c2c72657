package dev.shardroute.executor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A bounded queue of chunks between the threads of the shards and the caller. Knows when no more can come. */
final class RowBuffer {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition readable = lock.newCondition();
    private final Condition writable = lock.newCondition();
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private final RowBudget budget;
    private int writers;
    private int rows;
    private long bytes;

    /** A buffer that {@code writers} threads write to. */
    RowBuffer(RowBudget budget, int writers) {
        this.budget = budget;
        this.writers = writers;
    }

    /** Appends a chunk, waiting while the buffer is full. */
    void put(Chunk chunk) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (isFull()) {
                writable.await();
            }
            chunks.addLast(chunk);
            count(chunk, 1);
            readable.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the first chunk, waiting for one; null when all writers have left and the buffer is empty. */
    @Nullable Chunk take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (chunks.isEmpty() && writers > 0) {
                readable.await();
            }
            Chunk chunk = chunks.pollFirst();
            if (chunk != null) {
                count(chunk, -1);
            }
            return chunk;
        } finally {
            lock.unlock();
        }
    }

    private void count(Chunk chunk, int sign) {
        rows += sign * chunk.rows().size();
        bytes += sign * chunk.bytes();
        if (!isFull()) {
            writable.signal();
        }
    }

    private boolean isFull() {
        return rows >= budget.bufferRows() || bytes >= budget.bufferBytes();
    }

    /** Drops what is in the buffer, for writers that have been interrupted. */
    void clear() {
        lock.lock();
        try {
            chunks.clear();
            rows = 0;
            bytes = 0;
        } finally {
            lock.unlock();
        }
    }

    /** One writer will write no more. */
    void writerLeaves() {
        lock.lock();
        try {
            writers--;
            readable.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
