package dev.shardroute.topo.contract;

import dev.shardroute.key.KeyRange;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletAlias;
import dev.shardroute.key.TabletType;
import dev.shardroute.topo.Shard;
import dev.shardroute.topo.Tablet;
import dev.shardroute.topo.TabletHealth;
import dev.shardroute.topo.TopologySnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the topologies of the contract hold. */
final class Contents {
    static final Shard LEFT = new Shard("customer", ShardName.parse("-80"));
    static final TabletAlias OLD_PRIMARY = TabletAlias.parse("zone1-100");
    static final TabletAlias NEW_PRIMARY = TabletAlias.parse("zone2-200");
    static final TabletAlias REPLICA = TabletAlias.parse("zone1-101");

    private Contents() {}

    /** Everything that a snapshot can tell. */
    static TopologySnapshot full() {
        return TopologySnapshot.builder()
                .cells("zone1", "zone2", "zone3")
                .cellAlias("east", List.of("zone1", "zone2"))
                .keyspace("commerce", List.of("0"))
                .keyspace("customer", TabletType.PRIMARY, List.of("-80", "80-"))
                .keyspace("customer", TabletType.REPLICA, List.of("-40", "40-80", "80-"))
                .tablet(tablet(OLD_PRIMARY, TabletType.PRIMARY))
                .tablet(tablet(NEW_PRIMARY, TabletType.PRIMARY))
                .tablet(tablet(REPLICA, TabletType.REPLICA))
                .health(OLD_PRIMARY, TabletHealth.primarySince(Instant.parse("2026-01-02T03:04:05Z")))
                .health(NEW_PRIMARY, TabletHealth.primarySince(Instant.parse("2026-01-02T03:04:06Z")))
                .health(REPLICA, TabletHealth.serving(7))
                .vschema("{\"keyspaces\":{\"commerce\":{},\"customer\":{\"sharded\":true}}}")
                .build();
    }

    /** As many even shards in one keyspace as in another: whoever sees different numbers sees half of a change. */
    static TopologySnapshot even(int count) {
        List<String> names = KeyRange.evenNames(count, 4);
        return TopologySnapshot.builder().keyspace("left", names).keyspace("right", names).build();
    }

    private static Tablet tablet(TabletAlias alias, TabletType type) {
        return new Tablet(alias, type, LEFT, "host-" + alias.uid(), Map.of("mysql", 3306, "grpc", 16001),
                Map.of("rack", "a"));
    }
}
