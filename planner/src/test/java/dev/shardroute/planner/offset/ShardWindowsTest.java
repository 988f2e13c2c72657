package dev.shardroute.planner.offset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardWindowsTest {
    private static final String REFUSED =
            "VT12001: unsupported: a window function over the rows of several shards";

    @ParameterizedTest
    @ValueSource(strings = {
        "select rank() over (order by email) from customer where customer_id = 1",
        "select rank() over (partition by customer_id order by email) from customer",
        "select rank() over (partition by email, customer_id) from customer",
        "select rank() over (partition by c.customer_id) from customer c join corder o"
                + " on c.customer_id = o.customer_id",
        "select rank() over (partition by t.customer_id) from (select customer_id from customer) t",
        "select rank() over (order by id) from product",
    })
    void partitionOnOneShard_isItsShards(String sql) {
        assertTrue(Cluster.explain(sql).contains("rank() over"), sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select rank() over (order by email) from customer",
        "select rank() over (partition by email) from customer",
        // one window is enough
        "select rank() over (partition by customer_id), rank() over (order by email) from customer",
        // rows without partner are on all shards
        "select rank() over (partition by o.customer_id) from customer c left join corder o"
                + " on c.customer_id = o.customer_id",
        // texts that MySQL has for equal are not equal to the vindex
        "select rank() over (partition by url) from page",
        // so are NULLs, which the lookup does not know
        "select rank() over (partition by email) from member",
        "select rank() over w from customer window w as (order by email)",
    })
    void partitionOnSeveralShards_isRefused(String sql) {
        assertEquals(REFUSED, Cluster.refusal(sql));
    }

    @Test
    void windowOverGroupsOfSeveralShards_isRefused() {
        assertTrue(Cluster.refusal("select sum(count(*)) over (partition by email) from customer group by email")
                .startsWith("VT12001"));
    }
}
