package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import org.junit.jupiter.api.Test;

class PushLockAndCommentTest {
    // fires

    @Test
    void route_hasThem() {
        assertEquals("""
                LockAndComment /*vt+ x */ for update
                  Route EqualUnique of customer by hash
                    Table corder where customer_id = 5
                => the route has them
                Route EqualUnique of customer by hash /*vt+ x */ for update
                  Table corder where customer_id = 5
                """, Traced.of("select /*vt+ x */ oid from corder where customer_id = 5 for update")
                .fired(Operator.LockAndComment.class));
    }

    @Test
    void join_givesThemToBothSides() {
        assertEquals("""
                LockAndComment /* hi */ for share
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => further down
                ApplyJoin inner on p.sku = c.sku
                  LockAndComment /* hi */ for share
                    Route Scatter of customer
                      Table corder as c
                  LockAndComment /* hi */ for share
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select /* hi */ c.oid from corder c join product p on p.sku = c.sku for share")
                .fired(Operator.LockAndComment.class));
    }

    @Test
    void subquery_hasThemToo() {
        assertEquals("""
                LockAndComment for update
                  SubQueryContainer
                    Route Scatter of customer
                      Table corder as c
                    SubQuery :__sq1 in
                      Horizon select sku from product
                        Route Unsharded of commerce
                          Table product
                => the subqueries have them too
                SubQueryContainer
                  LockAndComment for update
                    Route Scatter of customer
                      Table corder as c
                  SubQuery :__sq1 in
                    LockAndComment for update
                      Horizon select sku from product
                        Route Unsharded of commerce
                          Table product
                """, Traced.of("select c.oid from corder c where c.sku in (select sku from product) for update")
                .fired(Operator.LockAndComment.class));
    }

    @Test
    void projection_isAboveThem() {
        assertEquals("""
                LockAndComment for update
                  Projection sku
                    Route Unsharded of commerce
                      Table product
                => further down
                Projection sku
                  LockAndComment for update
                    Route Unsharded of commerce
                      Table product
                """, Traced.of("select c.oid from corder c where c.sku in (select sku from product) for update")
                .fired(Operator.LockAndComment.class, "further down"));
    }

    @Test
    void lock_isPartOfTheQueries() {
        assertEquals("""
                Join SELECT (commerce.product, customer.corder)
                  Join Join
                    join column indexes: L:0
                    join vars: {"c_sku":1}
                    Route Scatter in customer
                      query: select /* hi */ c.oid, c.sku from corder as c for share
                    Route Unsharded in commerce
                      query: select /* hi */ 1 from product as p where p.sku = :c_sku for share
                """, Cluster.explain("select /* hi */ c.oid from corder c join product p on p.sku = c.sku for share"));
    }

    // locks

    @Test
    void strongerLock_ofTheSubquery_stays() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutIn
                    pullout vars: __sq_has_values, __sq1
                    SubQuery: Route Unsharded in commerce
                      query: select sku from product for update
                    Outer: Route Scatter in customer
                      query: select c.oid from corder as c where :__sq_has_values and c.sku in ::__sq1 for share
                """, Cluster.explain(
                "select c.oid from corder c where c.sku in (select sku from product for update) for " + "share"));
    }

    @Test
    void strongerLock_ofTheQuery_isForTheSubqueryToo() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutIn
                    pullout vars: __sq_has_values, __sq1
                    SubQuery: Route Unsharded in commerce
                      query: select sku from product for update
                    Outer: Route Scatter in customer
                      query: select c.oid from corder as c where :__sq_has_values and c.sku in ::__sq1 for update
                """, Cluster.explain(
                "select c.oid from corder c where c.sku in (select sku from product for share) for " + "update"));
    }

    @Test
    void lockOfATable_isForItsRoute() {
        assertEquals("""
                Join SELECT (commerce.product, customer.corder)
                  Join Join
                    join column indexes: L:0
                    join vars: {"c_sku":1}
                    Route Scatter in customer
                      query: select c.oid, c.sku from corder as c
                    Route Unsharded in commerce
                      query: select 1 from product as p where p.sku = :c_sku for update of p
                """, Cluster.explain("select c.oid from corder c join product p on p.sku = c.sku for update of p"));
    }

    @Test
    void locksOfTables_areForTheirRoutes() {
        assertEquals("""
                Join SELECT (commerce.product, customer.corder)
                  Join Join
                    join column indexes: L:0
                    join vars: {"c_sku":1}
                    Route Scatter in customer
                      query: select c.oid, c.sku from corder as c for update of c
                    Route Unsharded in commerce
                      query: select 1 from product as p where p.sku = :c_sku for share of p nowait
                """, Cluster.explain("select c.oid from corder c join product p on p.sku = c.sku for update of c for "
                + "share of p nowait"));
    }

    @Test
    void locksOfTables_ofOneRoute_stayTogether() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select c.oid from corder as c, `member` as m where m.id = c.customer_id for update of \
                c, m skip locked
                """,
                Cluster.explain("select c.oid from corder c join member m on m.id = c.customer_id for update of c, m "
                        + "skip locked"));
    }

    @Test
    void lockOfATable_isNotForASubquery() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutIn
                    pullout vars: __sq_has_values, __sq1
                    SubQuery: Route Unsharded in commerce
                      query: select sku from product
                    Outer: Route Scatter in customer
                      query: select c.oid from corder as c where :__sq_has_values and c.sku in ::__sq1 for update \
                of c
                """,
                Cluster.explain("select c.oid from corder c where c.sku in (select sku from product) for update of c"));
    }

    @Test
    void lockOfADerivedTable_isInside() {
        assertEquals("""
                Scatter SELECT (customer.corder)
                  Route Scatter in customer
                    query: select x.oid from (select oid from corder for update) as x
                """, Cluster.explain("select x.oid from (select oid from corder for update) x"));
    }

    @Test
    void lockOfADerivedTable_isInsideOfThatAroundIt() {
        assertEquals("""
                Join SELECT (commerce.product, customer.corder)
                  Join Join
                    join column indexes: L:0
                    Route Scatter in customer
                      query: select x.oid from (select oid from corder for share) as x for update
                    Route Unsharded in commerce
                      query: select 1 from product as p for update
                """, Cluster.explain("select x.oid from (select oid from corder for share) x, product p for update"));
    }

    // does not fire yet

    @Test
    void subquery_waitsForItsRoutes() {
        assertEquals("""
                LockAndComment for update
                  Horizon select sku from product
                    Route Unsharded of commerce
                      Table product
                kept: the query has no routes yet
                """, Traced.of("select c.oid from corder c where c.sku in (select sku from product) for update")
                .kept(Operator.LockAndComment.class));
    }

    // the order of steps

    @Test
    void tablesHaveTheirRoutes_before() {
        assertEquals("""
                PHYSICAL_TRANSFORM: rewrote LockAndComment: further down
                PHYSICAL_TRANSFORM: rewrote LockAndComment: the route has them
                """, Traced.of("select /* hi */ c.oid from corder c join product p on p.sku = c.sku for share")
                .said(Operator.LockAndComment.class));
    }

    @Test
    void tablesWithoutRoutes_wait() {
        Traced traced = Traced.of("select oid from corder for update");
        Operator.Horizon query = (Operator.Horizon) traced.before(Stage.PHYSICAL_TRANSFORM);
        assertEquals(new Rewrite.Keep("the tables have no routes yet"),
                PushLockAndComment.apply((Operator.LockAndComment) query.input(), traced.planning()));
    }
}
