package dev.shardroute.executor;

import dev.shardroute.planner.route.Router;
import java.util.Optional;

/**
 * A router and an executor together: what sessions of clients run on. Thread-safe.
 *
 * @param router   tells which shards must run what
 * @param executor runs it
 */
public record Gateway(Router router, Executor executor) {
    /**
     * A new session, with a keyspace or target string chosen if there is one.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link GatewaySession#use}
     */
    public GatewaySession open(Optional<String> target) {
        GatewaySession session = new GatewaySession(this);
        target.ifPresent(session::use);
        return session;
    }
}
