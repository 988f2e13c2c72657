package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class EqualSubQueriesTest {
    @Test
    void equalSubqueries_ofWhichOneIsMerged_haveTheirOwnPlaces() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.member, customer.page)
                  UncorrelatedSubquery PulloutValue
                    pullout vars: __sq2
                    SubQuery: Route EqualUnique in customer
                      query: select max(id) from `member` where id = 5
                      vindex: hash
                      values: 5
                    Outer: UncorrelatedSubquery PulloutExists
                      pullout vars: __sq_has_values
                      SubQuery: Limit
                        count: 1
                        Route Scatter in customer
                          query: select 1 from page limit 1
                      Outer: Route EqualUnique in customer
                        query: select (select max(`member`.id) from `member` where `member`.id = 5) as x, oid from corder \
                where customer_id = 5 and (:__sq_has_values or :__sq2 > 3)
                        vindex: hash
                        values: 5
                """, Cluster.explain("select (select max(id) from member where id = 5) as x, oid from corder "
                + "where customer_id = 5 having exists (select 1 from page) or x > 3"));
    }

    @Test
    void equalSubqueries_runOnce() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.member, customer.page)
                  UncorrelatedSubquery PulloutValue
                    pullout vars: __sq2
                    SubQuery: Route EqualUnique in customer
                      query: select max(`member`.id) from `member` where `member`.id = 5
                      vindex: hash
                      values: 5
                    Outer: Join Join
                      join column indexes: L:0,L:1
                      join vars: {"c_oid":1}
                      UncorrelatedSubquery PulloutExists
                        pullout vars: __sq_has_values
                        SubQuery: Limit
                          count: 1
                          Route Scatter in customer
                            query: select 1 from page limit 1
                        Outer: Route EqualUnique in customer
                          query: select :__sq2 as x, c.oid from corder as c where c.customer_id = 5 and \
                (:__sq_has_values or :__sq2 > 3)
                          vindex: hash
                          values: 5
                      Route Scatter in customer
                        query: select 1 from page as p where p.oid = :c_oid
                """, Cluster.explain("select (select max(id) from member where id = 5) as x, c.oid from corder c "
                + "join page p on c.customer_id = 5 and p.oid = c.oid having exists (select 1 from page) or x > 3"));
    }

    @Test
    void mergedSubquery_keepsTheNameOfItsColumn() {
        assertEquals("""
                Passthrough SELECT (commerce.dual)
                  Route Reference in commerce
                    query: select 1 as x, (select x from dual) from dual
                """, Cluster.explain("select 1 as x, (select x)"));
    }
}
