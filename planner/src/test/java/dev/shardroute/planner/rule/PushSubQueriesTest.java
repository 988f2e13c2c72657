package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class PushSubQueriesTest {
    // merged

    @Test
    void subquery_thatSharesTheVindex_isMerged() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.customer)
                  Route Scatter in customer
                    query: select oid from corder where customer_id in (select customer_id from customer where email = 'a')
                """, Cluster.explain("select oid from corder where customer_id in "
                + "(select customer_id from customer where email = 'a')"));
    }

    @Test
    void subquery_thatMustHaveRows_narrowsTheRoute() {
        assertEquals("""
                Passthrough SELECT (customer.corder, customer.customer)
                  Route EqualUnique in customer
                    query: select oid from corder where customer_id in (select customer_id from customer where customer_id = 5)
                    vindex: hash
                    values: 5
                """, Cluster.explain("select oid from corder where customer_id in "
                + "(select customer_id from customer where customer_id = 5)"));
    }

    @Test
    void subquery_thatNeedHaveNoRows_doesNotNarrowTheRoute() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.customer)
                  Route Scatter in customer
                    query: select oid from corder as c where not exists (select 1 from customer as u where u.customer_id = c.customer_id and u.customer_id = 5)
                """, Cluster.explain("select oid from corder c where not exists (select 1 from customer u "
                + "where u.customer_id = c.customer_id and u.customer_id = 5)"));
    }

    @Test
    void value_ofASelectList_doesNotNarrowTheRoute() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.customer)
                  Route Scatter in customer
                    query: select oid, (select email from customer as u where u.customer_id = c.customer_id and u.customer_id = 5) as e from corder as c
                """, Cluster.explain("select oid, (select email from customer u "
                + "where u.customer_id = c.customer_id and u.customer_id = 5) e from corder c"));
    }

    @Test
    void subquery_withoutRows_leavesTheRowsOfNotIn() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.customer)
                  Route Scatter in customer
                    query: select oid from corder where customer_id not in (select customer_id from customer where customer_id = null)
                """, Cluster.explain("select oid from corder where customer_id not in "
                + "(select customer_id from customer where customer_id = null)"));
    }

    @Test
    void subquery_inAnAlternative_isMergedAndKept() {
        assertEquals("""
                Join SELECT (commerce.product, customer.corder, customer.customer)
                  Join Join
                    join column indexes: R:0
                    Route Unsharded in commerce
                      query: select 1 from product as p
                    Route Scatter in customer
                      query: select c.oid from corder as c where c.qty = 1 or c.sku in (select email from customer as u where u.customer_id = c.customer_id)
                """, Cluster.explain("select c.oid from product p join corder c where c.qty = 1 or c.sku in "
                + "(select email from customer u where u.customer_id = c.customer_id)"));
    }

    @Test
    void subquery_thatAloneTellsTheShard_isMergedIntoARowOfAnyShard() {
        assertEquals("""
                Passthrough SELECT (customer.customer, customer.zone)
                  Route EqualUnique in customer
                    query: select z.id, (select email from customer where customer_id = 5) as e from zone as z
                    vindex: hash
                    values: 5
                """, Cluster.explain("select z.id, (select email from customer where customer_id = 5) e from zone z"));
    }

    // not merged

    @Test
    void subquery_thatIsComparedOtherwise_isNotMerged() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer)
                  UncorrelatedSubquery PulloutValue
                    pullout vars: __sq1
                    SubQuery: Route Scatter in customer
                      query: select customer_id from customer where email = 'a'
                    Outer: Route Scatter in customer
                      query: select oid from corder where customer_id != :__sq1
                """, Cluster.explain("select oid from corder where customer_id != "
                + "(select customer_id from customer where email = 'a')"));
    }

    @Test
    void subquery_whoseOuterJoinIsOnTheVindex_isNotMerged() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer, customer.member)
                  SemiJoin
                    join vars: {"c_customer_id":0}
                    Outer: Route Scatter in customer
                      query: select c.customer_id from corder as c
                    SubQuery: Limit
                      count: 1
                      Route Scatter in customer
                        query: select 1 from `member` as m left join customer as u on m.id = u.customer_id and u.customer_id = :c_customer_id limit 1
                """, Cluster.explain("select c.customer_id from corder c where exists (select 1 from member m "
                + "left join customer u on m.id = u.customer_id and u.customer_id = c.customer_id)"));
    }

    @Test
    void value_inADerivedTable_isNotLeftToTheShardsOfTheTable() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutValue
                    pullout vars: __sq1
                    SubQuery: Route Unsharded in commerce
                      query: select max(price) from product
                    Outer: Route EqualUnique in customer
                      query: select m from (select :__sq1 as m from corder where customer_id = 5) as t
                      vindex: hash
                      values: 5
                """, Cluster.explain("select m from (select (select max(price) from product) m from corder "
                + "where customer_id = 5) t"));
    }

    // joins

    @Test
    void correlatedSubquery_ofBothSides_goesToTheRightSide() {
        assertEquals("""
                Join SELECT (commerce.product, customer.corder, customer.customer)
                  Join Join
                    join column indexes: R:0
                    join vars: {"u_email":0}
                    Route Scatter in customer
                      query: select u.email from customer as u
                    SemiJoin
                      join vars: {"c_sku":1}
                      Outer: Route Scatter in customer
                        query: select c.oid, c.sku from corder as c where c.sku = :u_email /* VARCHAR */
                      SubQuery: Route Unsharded in commerce
                        query: select 1 from product as p where p.sku = :c_sku and p.price = :u_email /* VARCHAR */ limit 1
                """, Cluster.explain("select c.oid from customer u join corder c on u.email = c.sku where exists "
                + "(select 1 from product p where p.sku = c.sku and p.price = u.email)"));
    }

    @Test
    void value_thatNeedsNoTable_goesToTheLeftSideEvenIfTheRightOneCouldRunIt() {
        assertEquals("""
                Join SELECT (commerce.product, customer.corder)
                  Join Join
                    join column indexes: L:0
                    UncorrelatedSubquery PulloutValue
                      pullout vars: __sq1
                      SubQuery: Route Unsharded in commerce
                        query: select max(price) from product
                      Outer: Route Scatter in customer
                        query: select :__sq1 as m from corder as c
                    Route Unsharded in commerce
                      query: select 1 from product as p
                """, Cluster.explain("select (select max(price) from product) m from corder c join product p"));
    }

    @Test
    void value_overAnOuterJoin_staysAboveIt() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder, customer.customer)
                  UncorrelatedSubquery PulloutValue
                    pullout vars: __sq1
                    SubQuery: Route Unsharded in commerce
                      query: select max(price) from product
                    Outer: Projection
                      expressions: :__sq1 as m
                      Join LeftJoin
                        join vars: {"u_email":0}
                        Route Scatter in customer
                          query: select u.email from customer as u
                        Route Scatter in customer
                          query: select 1 from corder as c where c.sku = :u_email /* VARCHAR */
                """, Cluster.explain("select (select max(price) from product) m from customer u "
                + "left join corder c on u.email = c.sku"));
    }

    @Test
    void subquery_inAConditionOnBothSides_staysAboveTheJoin() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder, customer.customer)
                  UncorrelatedSubquery PulloutValue
                    pullout vars: __sq1
                    SubQuery: Route Unsharded in commerce
                      query: select max(price) from product
                    Outer: Filter
                      predicate: c.qty + :__sq1 > u.email
                      result columns: 1
                      Join Join
                        join column indexes: R:0,R:1,L:0
                        join vars: {"u_email":0}
                        Route Scatter in customer
                          query: select u.email from customer as u
                        Route Scatter in customer
                          query: select c.oid, c.qty from corder as c where c.sku = :u_email /* VARCHAR */
                """, Cluster.explain("select c.oid from customer u join corder c on u.email = c.sku "
                + "where c.qty + (select max(price) from product) > u.email"));
    }
}
