package dev.shardroute.tablet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.executor.ShardConnection;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Results that would not fit into the memory that the build gives to these tests. */
@ExtendWith(MariaDb.class)
class StreamingTest {
    private static final Shard SHARD = new Shard("ks", ShardName.parse("0"));

    private final TabletPools pools;

    StreamingTest(MariaDbServer server) {
        this.pools = TabletPools.builder().options(MariaDbServer.patient().build())
                .backend(SHARD, TabletType.PRIMARY, server.config()).build();
    }

    @Test
    void rows_areNotCollected() {
        long count = 0;
        long sum = 0;
        try (pools;
                ShardConnection connection = pools.lease(SHARD, TabletType.PRIMARY);
                ResultStream result = connection.execute("select seq, repeat('x', 300) from seq_1_to_1000000")) {
            for (Row row = result.next(); row != null; row = result.next()) {
                count++;
                sum += Long.parseLong(row.values().getFirst().text());
            }
        }
        assertEquals(1_000_000, count);
        assertEquals(500_000_500_000L, sum);
    }
}
