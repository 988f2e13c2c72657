package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class PushLimitTest {
    // over a union

    @Test
    void union_boundsEachQuery() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.customer)
                  Limit
                    count: 2
                    Concatenate
                      Route Scatter in customer
                        query: select customer_id from customer limit :__upper_limit
                      Route Unsharded in commerce
                        query: select sku from product limit :__upper_limit
                """, Cluster.explain("select customer_id from customer union all select sku from product limit 2"));
    }

    @Test
    void unionOfDistinctRows_boundsDistinctRows() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.customer)
                  Limit
                    count: 2
                    Distinct
                      collations: (0:1)
                      result columns: 1
                      Concatenate
                        Route Scatter in customer
                          query: select dt.c0 as customer_id, weight_string(dt.c0) from (select distinct customer_id from \
                customer limit :__upper_limit) as dt(c0)
                        Route Unsharded in commerce
                          query: select dt.c0 as sku, weight_string(dt.c0) from (select distinct sku from product limit \
                :__upper_limit) as dt(c0)
                """, Cluster.explain("select customer_id from customer union select sku from product limit 2"));
    }

    @Test
    void orderedUnion_boundsNothing() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.customer)
                  Limit
                    count: 2
                    Sort Memory
                      order by: (0|1) ASC
                      result columns: 1
                      Concatenate
                        Route Scatter in customer
                          query: select dt.c0 as customer_id, weight_string(dt.c0) from (select customer_id from \
                customer) as dt(c0)
                        Route Unsharded in commerce
                          query: select dt.c0 as sku, weight_string(dt.c0) from (select sku from product) as dt(c0)
                """,
                Cluster.explain(
                        "select customer_id from customer union all select sku from product order by customer_id "
                                + "limit 2"));
    }
}
