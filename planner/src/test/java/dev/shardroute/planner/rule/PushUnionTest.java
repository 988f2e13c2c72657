package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class PushUnionTest {
    // unites

    @Test
    void oneRoute_whereBothGoToAllShards() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.customer)
                  Route Scatter in customer
                    query: select customer_id from customer union all select customer_id from corder
                """, Cluster.explain("select customer_id from customer union all select customer_id from corder"));
    }

    @Test
    void oneRoute_whereBothGoToTheSameShard() {
        assertEquals("""
                Passthrough SELECT (customer.corder, customer.customer)
                  Route EqualUnique in customer
                    query: select customer_id from customer where customer_id = 3 union select customer_id from corder \
                where customer_id = 3
                    vindex: hash
                    values: 3
                """,
                Cluster.explain("select customer_id from customer where customer_id = 3 union select customer_id from "
                        + "corder where customer_id = 3"));
    }

    @Test
    void distinctOverSeveralShards_isMadeDistinctAgain() {
        assertEquals("""
                Complex SELECT (customer.customer, customer.member)
                  Distinct
                    collations: (0:1)
                    result columns: 1
                    Route Scatter in customer
                      query: select email, weight_string(email) from customer union select email, weight_string(email) \
                from `member`
                """, Cluster.explain("select email from customer union select email from member"));
    }

    @Test
    void distinct_unitesQueriesThatAreNoNeighbours() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder, customer.customer)
                  Distinct
                    collations: (0:1)
                    result columns: 1
                    Concatenate
                      Route Scatter in customer
                        query: select customer_id, weight_string(customer_id) from customer union select customer_id, \
                weight_string(customer_id) from corder
                      Route Unsharded in commerce
                        query: select dt.c0 as sku, weight_string(dt.c0) from (select distinct sku from product) as dt(c0)
                """,
                Cluster.explain(
                        "select customer_id from customer union select sku from product union select customer_id "
                                + "from corder"));
    }

    // keeps apart

    @Test
    void queriesOfOtherShards_areConcatenated() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer)
                  Concatenate
                    Route EqualUnique in customer
                      query: select customer_id from customer where customer_id = 3
                      vindex: hash
                      values: 3
                    Route EqualUnique in customer
                      query: select customer_id from corder where customer_id = 4
                      vindex: hash
                      values: 4
                """,
                Cluster.explain(
                        "select customer_id from customer where customer_id = 3 union all select customer_id from "
                                + "corder where customer_id = 4"));
    }

    @Test
    void allRows_stayInTheOrderOfTheQueries() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder, customer.customer)
                  Concatenate
                    Route Scatter in customer
                      query: select customer_id from customer
                    Route Unsharded in commerce
                      query: select sku from product
                    Route Scatter in customer
                      query: select customer_id from corder
                """,
                Cluster.explain("select customer_id from customer union all select sku from product union all select "
                        + "customer_id from corder"));
    }

    @Test
    void distinctBeforeAll_isOfTheFirstQueriesOnly() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder, customer.customer)
                  Concatenate
                    Distinct
                      collations: (0:1)
                      result columns: 1
                      Concatenate
                        Route Scatter in customer
                          query: select dt.c0 as customer_id, weight_string(dt.c0) from (select distinct customer_id \
                from customer) as dt(c0)
                        Route Unsharded in commerce
                          query: select dt.c0 as sku, weight_string(dt.c0) from (select distinct sku from product) as \
                dt(c0)
                    Route Scatter in customer
                      query: select customer_id from corder
                """, Cluster.explain("select customer_id from customer union select sku from product union all select "
                + "customer_id from corder"));
    }

    @Test
    void queriesWithLocks_keepTheirOwn() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer)
                  Concatenate
                    Route EqualUnique in customer
                      query: select customer_id from customer where customer_id = 3 for update
                      vindex: hash
                      values: 3
                    Route EqualUnique in customer
                      query: select customer_id from corder where customer_id = 3 for share
                      vindex: hash
                      values: 3
                """,
                Cluster.explain("(select customer_id from customer where customer_id = 3 for update) union all (select "
                        + "customer_id from corder where customer_id = 3 for share)"));
    }

    // refuses

    @Test
    void unionOnTheRight_isUnsupported() {
        assertEquals("VT12001: unsupported: a UNION in parentheses on the right of another",
                Cluster.refusal("select customer_id from customer union all (select sku from product union select 1)"));
    }

    @Test
    void except_isUnsupported() {
        assertEquals("VT12001: unsupported: EXCEPT outside of an unsharded keyspace",
                Cluster.refusal("select customer_id from customer except select customer_id from corder"));
    }

    @Test
    void locksOfTheWhole_areUnsupported() {
        assertEquals(
                "VT12001: unsupported: locking of the rows of a UNION; write it behind its queries, in parentheses",
                Cluster.refusal("select customer_id from customer union select customer_id from corder for update"));
    }
}
