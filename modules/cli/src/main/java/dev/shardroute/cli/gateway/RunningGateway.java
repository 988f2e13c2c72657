package dev.shardroute.cli.gateway;

import dev.shardroute.executor.Executor;
import dev.shardroute.executor.ExecutorOptions;
import dev.shardroute.executor.Gateway;
import dev.shardroute.mysql.Authenticator;
import dev.shardroute.mysql.MysqlServer;
import dev.shardroute.mysql.MysqlServerOptions;
import dev.shardroute.mysql.ServerListener;
import dev.shardroute.planner.route.Router;
import dev.shardroute.tablet.TabletPools;
import dev.shardroute.topo.Topology;
import dev.shardroute.vschema.VSchema;
import java.net.InetSocketAddress;

/**
 * A gateway that listens. Closing it sends its clients away as soon as their statements are answered.
 *
 * @param gateway what its sessions run on
 * @param pools   its connections to the shards
 * @param server  what clients connect to
 */
public record RunningGateway(Gateway gateway, TabletPools pools, MysqlServer server) implements Closeables.Resource {
    /**
     * Starts to listen; from then on the gateway owns {@code pools}.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR07001} when the address cannot be bound
     */
    public static RunningGateway start(VSchema vschema, Topology topology, TabletPools pools,
            MysqlServerOptions options,
            Authenticator authenticator) {
        Router router = Router.builder().vschema(vschema).topology(topology).build();
        Gateway gateway = new Gateway(router, new Executor(pools, ExecutorOptions.DEFAULTS));
        MysqlServer server = new MysqlServer(options, new GatewaySessions(gateway), authenticator, ServerListener.NONE);
        server.start();
        return new RunningGateway(gateway, pools, server);
    }

    /** Where clients connect to. */
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        pools.close();
    }
}
