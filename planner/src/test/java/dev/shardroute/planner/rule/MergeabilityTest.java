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

    /** Each shard has rows without partner. */
    @Test
    void nullsOfALeftJoin_areOfSeveralShards() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer)
                  Distinct
                    collations: (0:1)
                    result columns: 1
                    Route Scatter in customer
                      query: select distinct t.customer_id, weight_string(t.customer_id) from (select o.customer_id from \
                customer as c left join corder as o on c.customer_id = o.customer_id) as t
                """,
                Cluster.explain("select * from (select distinct o.customer_id from customer c left join corder o on "
                        + "c.customer_id = o.customer_id) t"));
    }

    @Test
    void groupsOfTheNullsOfALeftJoin_areOfSeveralShards() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer)
                  Aggregate Ordered
                    aggregates: sum_count_star(1) AS n
                    group by: (0|2)
                    result columns: 2
                    Route Scatter in customer
                      query: select o.customer_id, count(*) as n, weight_string(o.customer_id) from customer as c left join \
                corder as o on c.customer_id = o.customer_id group by o.customer_id, weight_string(o.customer_id) order by \
                o.customer_id asc
                      order by: (0|2) ASC
                """,
                Cluster.explain("select * from (select o.customer_id, count(*) n from customer c left join corder o on "
                        + "c.customer_id = o.customer_id group by o.customer_id) t"));
    }
}
