package dev.shardroute.planner.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class JoinColumnsTest {
    @Test
    void constantOfADerivedTable_isFetchedFromTheSideThatHasIt() {
        assertEquals("""
                Join SELECT (customer.corder, customer.page)
                  Join Join
                    join column indexes: L:1,R:0,R:1
                    join vars: {"c_oid":3,"qty":1,"x":0}
                    Route Scatter in customer
                      query: select x, qty, x, t.`c.oid` from (select 1 as x, c.qty, c.oid as `c.oid` from corder as c) \
                as t
                    Route Scatter in customer
                      query: select :x /* INT64 */ + :qty as `x + qty`, :x /* INT64 */ + b as `x + b` from (select p.b \
                from page as p where p.oid = :c_oid) as t
                """, Cluster.explain("select qty, x + qty, x + b from "
                + "(select 1 as x, c.qty, p.b from corder c join page p on c.oid = p.oid) t"));
    }
}
