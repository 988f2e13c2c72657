package dev.shardroute.planner.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class QueryProjectionsTest {
    // DISTINCT as groups

    @Test
    void distinctInItsOrder_isGroups() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Ordered
                    group by: (0|1)
                    result columns: 1
                    Route Scatter in customer
                      query: select `name`, weight_string(`name`) from corder group by `name`, weight_string(`name`) order by \
                corder.`name` asc
                      order by: (0|1) ASC
                """, Cluster.explain("select distinct name from corder order by name"));
    }

    @Test
    void distinctOfShownKeys_isNeedless() {
        assertEquals(Cluster.explain("select name, count(*) from corder group by name"),
                Cluster.explain("select distinct name, count(*) from corder group by name"));
    }

    // DISTINCT of its own

    @Test
    void distinctOfSomeKeys_isStillDistinct() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Sort Memory
                    order by: (0|1) ASC
                    result columns: 1
                    Distinct
                      collations: (0:1), 1
                      Route Scatter in customer
                        query: select distinct `name`, weight_string(`name`) from corder
                """, Cluster.explain("select distinct name from corder group by qty, name order by name"));
    }

    @Test
    void distinctOfAggregates_isStillDistinct() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Distinct
                    collations: 0
                    result columns: 1
                    Aggregate Ordered
                      aggregates: sum_count_star(0) AS count(*)
                      group by: (1|2)
                      Route Scatter in customer
                        query: select count(*), `name`, weight_string(`name`) from corder group by `name`, \
                weight_string(`name`) order by `name` asc
                        order by: (1|2) ASC
                """, Cluster.explain("select distinct count(*) from corder group by name"));
    }

    @Test
    void distinctWithRollup_keepsTheRowOfAll() {
        assertEquals("VT12001: unsupported: GROUP BY WITH ROLLUP over several shards",
                Cluster.refusal("select distinct name from corder group by name with rollup"));
    }
}
