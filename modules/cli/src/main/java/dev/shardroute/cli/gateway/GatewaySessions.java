package dev.shardroute.cli.gateway;

import dev.shardroute.executor.Gateway;
import dev.shardroute.executor.GatewaySession;
import dev.shardroute.mysql.ConnectionInfo;
import dev.shardroute.mysql.MysqlSession;
import dev.shardroute.mysql.SessionFactory;
import dev.shardroute.mysql.SessionState;
import dev.shardroute.type.ResultStream;
import java.util.Optional;

/** Opens a session of the gateway for each client of the MySQL server. */
public record GatewaySessions(Gateway gateway) implements SessionFactory {
    @Override
    public MysqlSession open(ConnectionInfo info) {
        return new Session(gateway.open(Optional.ofNullable(info.database()).filter(name -> !name.isEmpty())));
    }

    private record Session(GatewaySession session) implements MysqlSession {
        @Override
        public ResultStream query(byte[] sql) {
            return session.execute(sql);
        }

        @Override
        public void useDatabase(String name) {
            session.use(name);
        }

        @Override
        public SessionState state() {
            return SessionState.autocommit(session.keyspace().orElse(null));
        }

        @Override
        public void close() {
            // it holds nothing: connections to shards are given back after each statement
        }
    }
}
