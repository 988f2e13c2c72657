package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class MergeabilityTest {
    // of derived tables

    @Test
    void distinctRowsOfSeveralShards_areMadeDistinctAgain() {
        assertEquals("""
                Complex SELECT (customer.customer)
                  Distinct
                    collations: (0:1)
                    result columns: 1
                    Route Scatter in customer
                      query: select distinct t.email, weight_string(t.email) from (select email from customer) as t
                """, Cluster.explain("select * from (select distinct email from customer) t"));
    }

    @Test
    void distinctRowsThatTellTheirShard_areDistinct() {
        assertEquals("""
                Scatter SELECT (customer.customer)
                  Route Scatter in customer
                    query: select customer_id, email from (select distinct customer_id, email from customer) as t
                """, Cluster.explain("select * from (select distinct customer_id, email from customer) t"));
    }

    @Test
    void groupsOfAUnion_areOfSeveralShards() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer)
                  Aggregate Ordered
                    aggregates: sum_count_star(1) AS count(*)
                    group by: (0|2)
                    result columns: 2
                    Route Scatter in customer
                      query: select n, count(*), weight_string(n) from (select customer_id as n from customer union all \
                select oid from corder) as t group by n, weight_string(n) order by n asc
                      order by: (0|2) ASC
                """,
                Cluster.explain("select n, count(*) from (select customer_id n from customer union all select oid from "
                        + "corder) t group by n"));
    }
}
