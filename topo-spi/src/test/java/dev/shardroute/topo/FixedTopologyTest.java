package dev.shardroute.topo;

import dev.shardroute.topo.contract.TopologyContract;
import dev.shardroute.topo.contract.TopologyUnderTest;

final class FixedTopologyTest extends TopologyContract {
    @Override
    protected TopologyUnderTest open(TopologySnapshot content) {
        return new Subject(Topologies.fixed(content));
    }

    private record Subject(Topology topology) implements TopologyUnderTest {
        @Override
        public boolean canChange() {
            return false;
        }

        @Override
        public void change(TopologySnapshot content) {
            throw new UnsupportedOperationException();
        }
    }
}
