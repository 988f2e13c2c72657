package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class GroupOfNoRowsTest {
    @Test
    void itemThatNeedsNoRow_isComputedForTheGroup() {
        assertAggregates("sum_count_star(0) AS count(*), constant_aggr(now()) AS now()",
                "select count(*), now() from corder c join product p on c.sku = p.sku");
    }

    // does not fire

    @Test
    void itemThatNeedsARow_isOfAnyRow() {
        assertAggregates("sum_count_star(0) AS count(*), any_value(1) AS sku",
                "select count(*), p.sku from corder c join product p on c.sku = p.sku");
    }

    @Test
    void withKeys_eachGroupHasARow() {
        assertAggregates("any_value(1) AS now(), sum_count_star(2) AS count(*)",
                "select p.sku, now(), count(*) from corder c join product p on c.sku = p.sku group by p.sku");
    }

    @Test
    void overARoute_eachShardHasAGroup() {
        assertAggregates("sum_count_star(0) AS count(*), any_value(1) AS now()", "select count(*), now() from corder");
    }

    private static void assertAggregates(String aggregates, String sql) {
        String plan = Cluster.explain(sql);
        assertTrue(plan.contains("aggregates: " + aggregates + "\n"), plan);
    }
}
