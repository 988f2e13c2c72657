package dev.shardroute.tablet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Results;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server whose connections do what a test says. */
final class StubBackend implements Backend {
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger mostOpen = new AtomicInteger();
    final AtomicInteger connects = new AtomicInteger();
    final ConcurrentLinkedQueue<Long> killed = new ConcurrentLinkedQueue<>();
    volatile boolean down;
    volatile boolean deadLinks;
    Runnable onKill = () -> {};

    @Override
    public Link connect() {
        if (down) {
            throw ErrorCode.SR05004.error("ks/0", "connection refused");
        }
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        return new StubLink(connects.incrementAndGet());
    }

    @Override
    public void kill(long connectionId) {
        onKill.run();
        killed.add(connectionId);
    }

    /** A connection that has the state it is given. */
    final class StubLink implements Link {
        private final long id;
        private State state = State.CLEAN;
        private boolean closed;

        StubLink(long id) {
            this.id = id;
        }

        @Override
        public long id() {
            return id;
        }

        /** The statement is the state to get into. */
        @Override
        public ResultStream query(byte[] sql) {
            state = State.valueOf(new String(sql, UTF_8));
            return Results.of(new ResultStream.Completion(id, 0, 0));
        }

        @Override
        public boolean ping() {
            return !deadLinks;
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
            }
        }
    }
}
