package dev.shardroute.cli.serve;

import dev.shardroute.key.TabletType;
import dev.shardroute.mysql.Authenticator;
import dev.shardroute.mysql.MysqlServerOptions;
import dev.shardroute.tablet.BackendConfig;
import dev.shardroute.tablet.TabletOptions;
import dev.shardroute.tablet.TabletPools;
import dev.shardroute.topo.Shard;
import dev.shardroute.topo.Topologies;
import dev.shardroute.topo.Topology;
import dev.shardroute.vschema.VSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the command is told.
 *
 * @param vschema       the VSchema
 * @param server        how clients are served
 * @param authenticator who may connect
 * @param pool          the bounds of the connections to each shard
 * @param shards        the backend of each shard
 */
record ServeConfig(VSchema vschema, MysqlServerOptions server, Authenticator authenticator, TabletOptions pool,
        Map<Shard, BackendConfig> shards) {
    /** Copies the map. */
    ServeConfig {
        shards = Collections.unmodifiableMap(new LinkedHashMap<>(shards));
    }

    /** The shards of each keyspace. */
    Topology topology() {
        Map<String, List<String>> names = shards.keySet().stream().collect(
                Collectors.groupingBy(Shard::keyspace,
                        Collectors.mapping(shard -> shard.name().name(), Collectors.toList())));
        return Topologies.fixed(names);
    }

    /** New pools; no connection is open yet. */
    TabletPools pools() {
        TabletPools.Builder pools = TabletPools.builder().options(pool);
        shards.forEach((shard, backend) -> pools.backend(shard, TabletType.PRIMARY, backend));
        return pools.build();
    }
}
