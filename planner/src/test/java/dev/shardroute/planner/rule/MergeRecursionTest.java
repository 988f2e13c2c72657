package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class MergeRecursionTest {
    // fires

    @Test
    void stepOverItsOwnRowsOnly_isForEachShard() {
        assertEquals("""
                Scatter SELECT (commerce.dual, customer.customer)
                  Route Scatter in customer
                    query: with recursive c as (select customer_id as n from customer union all select n + 1 from c where \
                n < 5) select n from c
                """,
                Cluster.explain("with recursive c as (select customer_id n from customer union all select n + 1 from c "
                        + "where n < 5) select n from c"));
    }

    @Test
    void withoutTables_isForAnyShard() {
        assertEquals("""
                Passthrough SELECT (commerce.dual)
                  Route Reference in commerce
                    query: with recursive c as (select 1 as n from dual union all select n + 1 from c where n < 5) select \
                n from c
                """,
                Cluster.explain(
                        "with recursive c as (select 1 as n union all select n + 1 from c where n < 5) select n "
                                + "from c"));
    }

    @Test
    void stepToTheShardOfTheSeed_isForThatShard() {
        assertEquals("""
                Passthrough SELECT (commerce.dual, customer.corder, customer.customer)
                  Route EqualUnique in customer
                    query: with recursive c as (select customer_id as n from customer where customer_id = 3 union all \
                select o.qty from c, corder as o where o.customer_id = 3 and o.oid = c.n) select n from c
                    vindex: hash
                    values: 3
                """, Cluster
                .explain("with recursive c as (select customer_id n from customer where customer_id = 3 union all "
                        + "select o.qty from c join corder o on o.oid = c.n where o.customer_id = 3) select n from "
                        + "c"));
    }

    @Test
    void distinctOverSeveralShards_isMadeDistinctAgain() {
        assertEquals("""
                Complex SELECT (commerce.dual, customer.customer)
                  Distinct
                    collations: (0:1)
                    result columns: 1
                    Route Scatter in customer
                      query: with recursive c as (select customer_id as n from customer union select n + 1 from c where n \
                < 5) select c.n, weight_string(c.n) from c
                """,
                Cluster.explain(
                        "with recursive c as (select customer_id n from customer union select n + 1 from c where "
                                + "n < 5) select n from c"));
    }

    @Test
    void limit_ofARecursionOnOneShard_isPartOfIt() {
        assertEquals("""
                Passthrough SELECT (commerce.dual, customer.corder)
                  Route EqualUnique in customer
                    query: with recursive c as (select customer_id as n from corder where customer_id = 5 union all select n + \
                1 from c where n < 10 limit 4) select n from c where n > 2
                    vindex: hash
                    values: 5
                """, Cluster.explain("with recursive c as (select customer_id as n from corder where customer_id = 5 "
                + "union all select n + 1 from c where n < 10 limit 4) select n from c where n > 2"));
    }

    // does not fire

    @Test
    void limit_ofRowsOfSeveralShards_isRefused() {
        String step = " union all select n + 1 from c where n < 10 limit 4) select n from c";
        assertEquals("VT12001: unsupported: LIMIT of the recursive common table expression 'c'",
                Cluster.refusal("with recursive c as (select customer_id as n from corder" + step));
        assertEquals("VT12001: unsupported: LIMIT of the recursive common table expression 'c'",
                Cluster.refusal("with recursive c as (select id as n from zone" + step + ", corder"));
    }

    @Test
    void seedWithoutTables_isNotRepeatedOnEachShard() {
        assertEquals("""
                Complex SELECT (commerce.dual, customer.corder)
                  RecurseCTE
                    join vars: {"c_n":0}
                    Route Reference in commerce
                      query: select 1 as n from dual
                    Route Scatter in customer
                      query: select o.qty from corder as o where o.oid = :c_n
                """,
                Cluster.explain(
                        "with recursive c as (select 1 as n union all select o.qty from c join corder o on o.oid "
                                + "= c.n) select n from c"));
    }

    @Test
    void stepToTheShardOfARow_mayNeedAnotherShard() {
        assertEquals("""
                Complex SELECT (commerce.dual, customer.corder, customer.customer)
                  RecurseCTE
                    join vars: {"c_n":0}
                    Route EqualUnique in customer
                      query: select customer_id as n from customer where customer_id = 3
                      vindex: hash
                      values: 3
                    Route EqualUnique in customer
                      query: select o.qty from corder as o where o.customer_id = :c_n
                      vindex: hash
                      values: :c_n
                """,
                Cluster.explain(
                        "with recursive c as (select customer_id n from customer where customer_id = 3 union all "
                                + "select o.qty from c, corder o where o.customer_id = c.n) select n from c"));
    }
}
