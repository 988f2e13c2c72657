package dev.shardroute.topo;

/**
 * The SPI of what knows which shards there are. {@link #snapshot} is called for every statement: it must be quick, must not
 * block, and may be called by many threads.
 */
@FunctionalInterface
public interface Topology {
    /** What is known now. Work on one statement uses one snapshot from beginning to end. */
    TopologySnapshot snapshot();
}
