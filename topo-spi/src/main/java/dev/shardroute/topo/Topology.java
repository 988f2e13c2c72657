package dev.shardroute.topo;

/**
 * The SPI of what knows which shards and tablets there are. A backend keeps a {@link MutableTopology} up to date and hands its
 * two methods on; see {@code docs/topology.md}.
 *
 * <p>What a topology tells is a sequence of snapshots, each with a greater version than the one before.
 */
public interface Topology {
    /**
     * What is known now. It is called for every statement: it must be quick, must not block, and may be called by many
     * threads. Work on one statement uses one snapshot from beginning to end.
     */
    TopologySnapshot snapshot();

    /**
     * Has {@code listener} told of every change from now on, in their order, until the subscription is closed. A listener
     * that listens twice is told twice. A topology that never changes tells nothing.
     *
     * <p>It is told on the thread that makes the change, after {@link #snapshot} has begun to give the new snapshot and before
     * the change returns. What it throws stops neither the change nor the other listeners.
     */
    Subscription listen(TopologyListener listener);

    /** A listener's being told. */
    interface Subscription extends AutoCloseable {
        /** Ends it; no change that begins afterwards is told. Once closed, closing again does nothing. */
        @Override
        void close();
    }
}
