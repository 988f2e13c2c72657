package dev.shardroute.mysql;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether a connection waits for its client or works for it, so that a drain ends those that wait at once and the others
 * after their work. The connection's thread goes to and fro; a draining thread asks, from outside.
 */
final class Activity {
    private enum State {
        WAITING, WORKING, ENDED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile boolean draining;

    /** A command has arrived; false when it is too late to answer it. */
    boolean begin() {
        return state.compareAndSet(State.WAITING, State.WORKING);
    }

    /** The command was answered; false when there is to be no further one. */
    boolean end() {
        state.set(State.WAITING);
        return !draining;
    }

    /** There shall be no further command. Returns true when there is no command now. */
    boolean drain() {
        draining = true;
        return state.compareAndSet(State.WAITING, State.ENDED);
    }
}
