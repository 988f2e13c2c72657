package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class ExpandRecursionTest {
    // fires

    @Test
    void columnsOfTheRowBefore_areVariables() {
        assertEquals("""
                Complex SELECT (commerce.dual, customer.corder, customer.customer)
                  RecurseCTE
                    join vars: {"c_n":0}
                    Route EqualUnique in customer
                      query: select customer_id as n from customer where customer_id = 3
                      vindex: hash
                      values: 3
                    Route Scatter in customer
                      query: select o.customer_id from corder as o where o.qty = :c_n + 1
                """,
                Cluster.explain(
                        "with recursive c as (select customer_id n from customer where customer_id = 3 union all "
                                + "select o.customer_id from c join corder o on o.qty = c.n + 1) select n from c"));
    }

    @Test
    void stepWithoutTables_hasVariablesToo() {
        assertEquals("""
                Complex SELECT (commerce.dual, customer.customer)
                  RecurseCTE
                    join vars: {"n":0}
                    Aggregate Scalar
                      aggregates: sum_count_star(0) AS n
                      Route Scatter in customer
                        query: select count(*) as n from customer
                    Route Reference in commerce
                      query: select :n - 1 from dual where :n > 0
                """,
                Cluster.explain(
                        "with recursive c as (select count(*) n from customer union all select n - 1 from c where "
                                + "n > 0) select n from c"));
    }

    @Test
    void order_asksBothQueriesForWeightStrings() {
        assertEquals("""
                Complex SELECT (commerce.dual, customer.corder, customer.customer)
                  Sort Memory
                    order by: (0|1) ASC
                    result columns: 1
                    RecurseCTE
                      join vars: {"c_n":0}
                      Route EqualUnique in customer
                        query: select dt.c0 as n, weight_string(dt.c0) from (select customer_id as n from customer where \
                customer_id = 3) as dt(c0)
                        vindex: hash
                        values: 3
                      Route EqualUnique in customer
                        query: select o.qty, weight_string(o.qty) from corder as o where o.customer_id = :c_n
                        vindex: hash
                        values: :c_n
                """, Cluster
                .explain("with recursive c as (select customer_id n from customer where customer_id = 3 union all "
                        + "select o.qty from c, corder o where o.customer_id = c.n) select n from c order by n"));
    }

    // refuses

    @Test
    void distinctRowsOverSeveralShards_areUnsupported() {
        assertEquals("VT12001: unsupported: UNION of distinct rows over several shards in the recursive common table"
                + " expression 'c'",
                Cluster.refusal(
                        "with recursive c as (select customer_id n from customer union select o.qty from c join "
                                + "corder o on o.oid = c.n) select n from c"));
    }

    @Test
    void limit_isUnsupported() {
        assertEquals("VT12001: unsupported: LIMIT of the recursive common table expression 'c'",
                Cluster.refusal("with recursive c as (select customer_id n from customer union all select n + 1 from c "
                        + "limit 3) select n from c"));
    }
}
