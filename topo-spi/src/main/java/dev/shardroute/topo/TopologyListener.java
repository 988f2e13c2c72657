package dev.shardroute.topo;

/** Is told when a topology has changed; see {@link Topology#listen}. */
@FunctionalInterface
public interface TopologyListener {
    /**
     * A change has been made. It should be quick: the change waits for it, and so do other changes.
     *
     * @param before what was known
     * @param now    what is known since
     */
    void changed(TopologySnapshot before, TopologySnapshot now);
}
