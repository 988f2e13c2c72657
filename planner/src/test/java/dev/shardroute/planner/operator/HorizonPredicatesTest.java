package dev.shardroute.planner.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class HorizonPredicatesTest {
    // goes inside

    @Test
    void predicateOnAColumn_reachesTheRoute() {
        assertEquals("""
                Passthrough SELECT (customer.corder)
                  Route EqualUnique in customer
                    query: select customer_id, c from (select customer_id, count(*) as c from corder where customer_id = \
                3 group by customer_id) as t
                    vindex: hash
                    values: 3
                """,
                Cluster.explain(
                        "select * from (select customer_id, count(*) c from corder group by customer_id) t where "
                                + "customer_id = 3"));
    }

    @Test
    void predicateOnAUnion_goesByPlaceIntoEachQuery() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.customer)
                  Concatenate
                    Route EqualUnique in customer
                      query: select customer_id as n from customer where customer_id = 3
                      vindex: hash
                      values: 3
                    Route Unsharded in commerce
                      query: select sku from product where sku = 3
                """,
                Cluster.explain(
                        "select t.n from (select customer_id n from customer union all select sku from product) t "
                                + "where t.n = 3"));
    }

    @Test
    void predicateOnPartitions_leavesWholePartitionsOut() {
        assertEquals("""
                Passthrough SELECT (customer.customer)
                  Route EqualUnique in customer
                    query: select customer_id, r from (select customer_id, row_number() over (partition by customer_id) \
                as r from customer where customer_id = 3) as t
                    vindex: hash
                    values: 3
                """,
                Cluster.explain(
                        "select * from (select customer_id, row_number() over (partition by customer_id) r from "
                                + "customer) t where customer_id = 3"));
    }

    @Test
    void columnBehindAStar_isOfTheOnlyTable() {
        assertEquals("""
                Passthrough SELECT (customer.corder)
                  Route EqualUnique in customer
                    query: select t.oid from (select * from corder where customer_id = 3) as t
                    vindex: hash
                    values: 3
                """, Cluster.explain("select t.oid from (select * from corder) t where t.customer_id = 3"));
    }

    // stays above

    @Test
    void predicateOnAnAggregate_needsTheGroups() {
        assertEquals("""
                Scatter SELECT (customer.corder)
                  Route Scatter in customer
                    query: select customer_id, c from (select customer_id, count(*) as c from corder group by \
                customer_id) as t where c = 3
                """,
                Cluster.explain(
                        "select * from (select customer_id, count(*) c from corder group by customer_id) t where "
                                + "c = 3"));
    }

    @Test
    void predicateOnAConstantOfAnAggregation_mustNotMakeARow() {
        assertEquals("""
                Complex SELECT (customer.customer)
                  Filter
                    predicate: five = 6
                    Aggregate Scalar
                      aggregates: sum_count_star(0) AS c, constant_aggr(5) AS five
                      Route Scatter in customer
                        query: select count(*) as c, 5 as five from customer
                """, Cluster.explain("select * from (select count(*) c, 5 as five from customer) t where five = 6"));
    }

    @Test
    void predicateOverALimit_isForItsRowsOnly() {
        assertEquals("""
                Complex SELECT (customer.customer)
                  Filter
                    predicate: customer_id = 3
                    Limit
                      count: 5
                      Route Scatter in customer
                        query: select t.customer_id from (select customer_id from customer) as t limit 5
                """,
                Cluster.explain("select * from (select customer_id from customer limit 5) t where customer_id = 3"));
    }

    @Test
    void predicateOverAWindow_mustNotChangeIt() {
        assertEquals("""
                Passthrough SELECT (customer.customer)
                  Route EqualUnique in customer
                    query: select customer_id, r from (select customer_id, row_number() over (partition by email) as r \
                from customer where customer_id = 4) as t where customer_id = 3
                    vindex: hash
                    values: 4
                """, Cluster.explain("select * from (select customer_id, row_number() over (partition by email) r from "
                + "customer where customer_id = 4) t where customer_id = 3"));
    }

    @Test
    void predicateOnAUnion_staysAboveTheLimitOfAQuery() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer)
                  Concatenate
                    Filter
                      predicate: customer_id = 5
                      Route EqualUnique in customer
                        query: select customer_id from customer where customer_id = 1 limit 3
                        vindex: hash
                        values: 1
                    Route EqualUnique in customer
                      query: select oid from corder where customer_id = 1 and oid = 5
                      vindex: hash
                      values: 1
                """,
                Cluster.explain("select * from ((select customer_id from customer where customer_id = 1 limit 3) union "
                        + "all (select oid from corder where customer_id = 1)) t where customer_id = 5"));
    }

    @Test
    void predicateOnRand_isEvaluatedOnce() {
        assertEquals("""
                Scatter SELECT (customer.customer)
                  Route Scatter in customer
                    query: select customer_id, r from (select customer_id, rand() as r from customer) as t where r < 1
                """, Cluster.explain("select * from (select customer_id, rand() r from customer) t where r < 1"));
    }
}
