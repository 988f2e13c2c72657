package dev.shardroute.tablet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.vorburger.exec.ManagedProcessException;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.executor.ShardConnection;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Results;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server that goes away and comes back. */
class RestartTest {
    private static final Shard SHARD = new Shard("ks", ShardName.parse("0"));

    private static void use(TabletPools pools) {
        try (ShardConnection connection = pools.lease(SHARD, TabletType.PRIMARY)) {
            assertEquals(1, Results.drain(connection.execute("select 1")).size());
        }
    }

    private static ErrorCode error(Runnable action) {
        return assertThrows(ShardrouteException.class, action::run).code();
    }

    @Test
    void pool_failsFastWhileTheServerIsDown_andRecoversByItself()
            throws ManagedProcessException, IOException, SQLException {
        TabletOptions options = MariaDbServer.patient().pingAfter(Duration.ZERO).build();
        try (MariaDbServer server = MariaDbServer.start("restart");
                TabletPools pools = TabletPools.builder()
                        .options(options)
                        .backend(SHARD, TabletType.PRIMARY, server.config())
                        .build()) {
            use(pools);
            try (ShardConnection reading = pools.lease(SHARD, TabletType.PRIMARY);
                    ShardConnection waiting = pools.lease(SHARD, TabletType.PRIMARY)) {
                ResultStream rows = reading.execute("select repeat('x', 1000) from seq_1_to_100000000");
                assertNotNull(rows.next());
                server.stop();
                assertEquals(ErrorCode.SR05008, error(() -> waiting.execute("select 1")));
                assertEquals(ErrorCode.SR05008, error(() -> Results.drain(rows)));
            }
            assertEquals(ErrorCode.SR05004, error(() -> use(pools)));
            server.start();
            use(pools);
        }
    }
}
