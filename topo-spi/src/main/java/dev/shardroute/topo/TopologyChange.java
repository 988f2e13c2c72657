package dev.shardroute.topo;

import java.util.List;

/**
 * How a change of a topology went. The change stands in any case.
 *
 * @param now      what is known since; the snapshot from before when nothing was different
 * @param failures what listeners threw, in the order in which they were told
 */
public record TopologyChange(TopologySnapshot now, List<Throwable> failures) {
    /** Copies the list. */
    public TopologyChange {
        failures = List.copyOf(failures);
    }
}
