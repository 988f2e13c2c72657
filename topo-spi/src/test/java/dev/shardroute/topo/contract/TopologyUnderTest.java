package dev.shardroute.topo.contract;

import dev.shardroute.topo.Topology;
import dev.shardroute.topo.TopologySnapshot;

/** A topology and what it shows, for {@link TopologyContract}. */
public interface TopologyUnderTest extends AutoCloseable {
    /** The topology. */
    Topology topology();

    /** False for a topology that cannot change; the tests of changes are skipped then. */
    default boolean canChange() {
        return true;
    }

    /**
     * Has what stands behind the topology (a file, a server) hold what {@code content} tells, and returns when the topology
     * has taken notice and listeners have been told.
     */
    void change(TopologySnapshot content);

    /** Ends it. */
    @Override
    default void close() {}
}
