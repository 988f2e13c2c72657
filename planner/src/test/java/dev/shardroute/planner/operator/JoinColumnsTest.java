package dev.shardroute.planner.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class JoinColumnsTest {
    @Test
    void constantOfADerivedTable_isNoSidesOwn() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.page)
                  Projection
                    expressions: :1 as qty, x + qty as x + qty, x + b as x + b
                    Projection
                      expressions: 1 as x, :0 as qty, :1 as b
                      Join Join
                        join column indexes: L:0,R:0
                        join vars: {"c_oid":1}
                        Route Scatter in customer
                          query: select c.qty, c.oid from corder as c
                        Route Scatter in customer
                          query: select p.b from page as p where p.oid = :c_oid
                """, Cluster.explain("select qty, x + qty, x + b from "
                + "(select 1 as x, c.qty, p.b from corder c join page p on c.oid = p.oid) t"));
    }
}
