package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.operator.Operator;
import org.junit.jupiter.api.Test;

class PushLimitTest {
    // over a route

    @Test
    void limit_overOneShard_isDoneThere() {
        assertEquals("""
                LimitRows 3
                  Route EqualUnique of customer by hash
                    Projection oid
                      Filter qty in (select qty from corder where customer_id = 7)
                        Table corder where customer_id = 7
                => the shard does it
                Route EqualUnique of customer by hash
                  LimitRows 3
                    Projection oid
                      Filter qty in (select qty from corder where customer_id = 7)
                        Table corder where customer_id = 7
                """, Traced.of("select oid from corder where customer_id = 7 and qty in (select qty from corder where "
                + "customer_id = 7) limit 3")
                .fired(Operator.LimitRows.class, "the shard does it"));
    }

    @Test
    void rightSideOnOneShard_isLimitedThere() {
        assertEquals("""
                LimitRows 3
                  Route Unsharded of commerce
                    Projection p.sku as sku
                      Filter :c_email /* VARCHAR */ = p.sku
                        Table product as p
                => the shard does it
                Route Unsharded of commerce
                  LimitRows 3
                    Projection p.sku as sku
                      Filter :c_email /* VARCHAR */ = p.sku
                        Table product as p
                """, Traced.of("select c.email, p.sku from customer c left join product p on c.email = p.sku limit 3")
                .fired(Operator.LimitRows.class, "the shard does it"));
    }

    @Test
    void limit_overScatter_isKeptAbove() {
        assertEquals("""
                LimitRows 3
                  Route Scatter of customer
                    Projection oid
                      Table corder
                => each shard gives no more
                LimitRows 3
                  Route Scatter of customer
                    LimitRows 3
                      Projection oid
                        Table corder
                """, Traced.of("select oid from corder limit 3")
                .fired(Operator.LimitRows.class));
    }

    @Test
    void offset_overScatter_isOnlyLeftOutAbove() {
        assertEquals("""
                LimitRows 4, 3
                  Route Scatter of customer
                    Projection oid
                      Table corder
                => each shard gives no more
                LimitRows 4, 3
                  Route Scatter of customer
                    LimitRows 7
                      Projection oid
                        Table corder
                """, Traced.of("select oid from corder limit 4, 3")
                .fired(Operator.LimitRows.class));
    }

    @Test
    void offsetOfVariable_isAddedWhenTheStatementRuns() {
        assertEquals("""
                LimitRows :v1, 3
                  Route Scatter of customer
                    Projection oid
                      Table corder
                => each shard gives no more
                LimitRows :v1, 3
                  Route Scatter of customer
                    LimitRows :__upper_limit
                      Projection oid
                        Table corder
                """, Traced.of("select oid from corder limit 3 offset ?")
                .fired(Operator.LimitRows.class));
    }

    @Test
    void endlessLimit_isNoSumThatCanBeWritten() {
        assertEquals("""
                LimitRows 10, 18446744073709551615
                  Route Scatter of customer
                    Projection oid
                      Table corder
                => each shard gives no more
                LimitRows 10, 18446744073709551615
                  Route Scatter of customer
                    LimitRows :__upper_limit
                      Projection oid
                        Table corder
                """, Traced.of("select oid from corder limit 10, 18446744073709551615")
                .fired(Operator.LimitRows.class));
    }

    @Test
    void orderedRoute_isLimitedBehindTheOrder() {
        assertEquals("""
                LimitRows 3
                  Route Scatter of customer
                    Ordering qty
                      Projection oid
                        Table corder
                => each shard gives no more
                LimitRows 3
                  Route Scatter of customer
                    LimitRows 3
                      Ordering qty
                        Projection oid
                          Table corder
                """, Traced.of("select oid from corder order by qty limit 3")
                .fired(Operator.LimitRows.class));
    }

    @Test
    void scatter_isLimitedOnce() {
        assertEquals("""
                LimitRows 3
                  Route Scatter of customer
                    LimitRows 3
                      Projection oid
                        Table corder
                kept: the shards have it already
                """, Traced.of("select oid from corder limit 3")
                .kept(Operator.LimitRows.class));
    }

    // over a join

    @Test
    void limit_overInnerJoin_boundsTheRightSideOnly() {
        assertEquals("""
                LimitRows 3
                  ApplyJoin inner on c.email = o.`name` (c.email, o.qty)
                    Projection c.email as email
                      Route Scatter of customer
                        Table customer as c
                    Projection o.qty as qty
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                => the sides of the join give no more
                LimitRows 3
                  ApplyJoin inner on c.email = o.`name` (c.email, o.qty)
                    Projection c.email as email
                      Route Scatter of customer
                        Table customer as c
                    LimitRows 3
                      Projection o.qty as qty
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced.of("select c.email, o.qty from customer c join corder o on c.email = o.name limit 3")
                .fired(Operator.LimitRows.class));
    }

    @Test
    void limit_overLeftJoin_boundsBothSides() {
        assertEquals("""
                LimitRows 4, 3
                  ApplyJoin left on c.email = o.`name` (c.email, o.qty)
                    Projection c.email as email
                      Route Scatter of customer
                        Table customer as c
                    Projection o.qty as qty
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                => the sides of the join give no more
                LimitRows 4, 3
                  ApplyJoin left on c.email = o.`name` (c.email, o.qty)
                    LimitRows 7
                      Projection c.email as email
                        Route Scatter of customer
                          Table customer as c
                    LimitRows 7
                      Projection o.qty as qty
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """,
                Traced.of(
                        "select c.email, o.qty from customer c left join corder o on c.email = o.name limit 3 offset 4")
                        .fired(Operator.LimitRows.class));
    }

    @Test
    void join_isLimitedOnce() {
        assertEquals("""
                LimitRows 3
                  ApplyJoin inner on c.email = o.`name` (c.email, o.qty)
                    Route Scatter of customer
                      Projection c.email as email
                        Table customer as c
                    LimitRows 3
                      Route Scatter of customer
                        LimitRows 3
                          Projection o.qty as qty
                            Filter :c_email /* VARCHAR */ = o.`name`
                              Table corder as o
                kept: the sides of the join have it already
                """, Traced.of("select c.email, o.qty from customer c join corder o on c.email = o.name limit 3")
                .kept(Operator.LimitRows.class, "the sides of the join have it already"));
    }

    @Test
    void boundOfAJoin_isOnlyForItsSides() {
        assertEquals("""
                LimitRows 3
                  ApplyJoin left on p.sku = o.`name` (c.email, o.qty, p.sku)
                    Projection c.email as email, o.qty as qty
                      ApplyJoin inner on c.email = o.`name`
                        Route Scatter of customer
                          Table customer as c
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                    Projection p.sku as sku
                      Route Unsharded of commerce
                        Filter p.sku = :o_name
                          Table product as p
                => the sides of the join give no more
                LimitRows 3
                  ApplyJoin left on p.sku = o.`name` (c.email, o.qty, p.sku)
                    LimitRows 3
                      Projection c.email as email, o.qty as qty
                        ApplyJoin inner on c.email = o.`name`
                          Route Scatter of customer
                            Table customer as c
                          Route Scatter of customer
                            Filter :c_email /* VARCHAR */ = o.`name`
                              Table corder as o
                    LimitRows 3
                      Projection p.sku as sku
                        Route Unsharded of commerce
                          Filter p.sku = :o_name
                            Table product as p
                """, Traced
                .of("select c.email, o.qty, p.sku from customer c join corder o on c.email = o.name left join product "
                        + "p on p.sku = o.name limit 3")
                .fired(Operator.LimitRows.class, "the sides of the join give no more"));
    }

    @Test
    void limitOfJoinInDerivedTable_staysUnderAnOuterLimit() {
        // the outer limit bounds the left side: put together, the two are still no mere bound
        assertEquals("""
                LimitRows 10
                  ApplyJoin left on p.sku = t.`name` (t.`name`)
                    LimitRows 5
                      ApplyJoin inner on t.email = o.`name` (t.`name`)
                        Route Scatter of customer
                          Projection t: c.email as email
                            Table customer as c
                        LimitRows 5
                          Route Scatter of customer
                            LimitRows 5
                              Projection t: o.`name` as name
                                Filter :c_email /* VARCHAR */ = o.`name`
                                  Table corder as o
                    Route Unsharded of commerce
                      LimitRows 10
                        Filter p.sku = :t_name
                          Table product as p
                """,
                Traced.of(
                        "select t.name from (select c.email, o.name from customer c join corder o on c.email = o.name "
                                + "limit 5) t left join product p on p.sku = t.name limit 10")
                        .tree());
    }

    @Test
    void filterOverJoin_mayTakeAnyRow() {
        assertEquals("""
                LimitRows 3
                  Projection c.email as email
                    Filter o.qty + c.customer_id is null
                      ApplyJoin left on c.email = o.`name`
                        Route Scatter of customer
                          Table customer as c
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                kept: no route can tell which of its rows are left
                """, Traced.of("select c.email from customer c left join corder o on c.email = o.name where o.qty + "
                + "c.customer_id is null limit 3")
                .kept(Operator.LimitRows.class));
    }

    // over a limit

    @Test
    void limitOfLimit_isOneLimit() {
        assertEquals("""
                LimitRows 2, 9
                  LimitRows 7
                    Projection `name` as name
                      Route Scatter of customer
                        LimitRows 7
                          Projection t: `name` as name
                            Table corder
                => two limits are one
                LimitRows 2, 5
                  Projection `name` as name
                    Route Scatter of customer
                      LimitRows 7
                        Projection t: `name` as name
                          Table corder
                """, Traced.of("select name from (select name from corder limit 7) t limit 2, 9")
                .fired(Operator.LimitRows.class, "two limits are one"));
    }

    @Test
    void limitOfEndlessLimit_isTheOuterOne() {
        assertEquals("""
                LimitRows 10
                  LimitRows 18446744073709551615
                    Projection oid
                      Route Scatter of customer
                        LimitRows 18446744073709551615
                          Projection t: oid
                            Table corder
                => two limits are one
                LimitRows 10
                  Projection oid
                    Route Scatter of customer
                      LimitRows 18446744073709551615
                        Projection t: oid
                          Table corder
                """, Traced.of("select oid from (select oid from corder limit 18446744073709551615) t limit 10")
                .fired(Operator.LimitRows.class, "two limits are one"));
    }

    @Test
    void limitOfVariableLimit_isKept() {
        assertEquals("""
                LimitRows 3
                  LimitRows :v1
                    Projection `name` as name
                      Route Scatter of customer
                        LimitRows :v1
                          Projection t: `name` as name
                            Table corder
                kept: no route can tell which of its rows are left
                """, Traced.of("select name from (select name from corder limit ?) t limit 3")
                .kept(Operator.LimitRows.class));
    }

    @Test
    void limitOverFilterOfLimit_isKept() {
        assertEquals("""
                LimitRows 3
                  Projection `name` as name
                    Filter `name` = 'a'
                      LimitRows 7
                        Route Scatter of customer
                          LimitRows 7
                            Projection t: `name` as name
                              Table corder
                kept: no route can tell which of its rows are left
                """, Traced.of("select name from (select name from corder limit 7) t where name = 'a' limit 3")
                .kept(Operator.LimitRows.class));
    }

    @Test
    void boundOverALimitOfTheShards_isOneLimit() {
        assertEquals("""
                Join SELECT (commerce.product, customer.corder, customer.customer)
                  Limit
                    count: 10
                    Join LeftJoin
                      join column indexes: L:0
                      join vars: {"t_name":0}
                      Limit
                        count: 5
                        Join Join
                          join column indexes: R:0
                          join vars: {"c_email":0}
                          Route Scatter in customer
                            query: select t.email from (select c.email from customer as c) as t
                          Limit
                            count: 5
                            Route Scatter in customer
                              query: select t.`name` from (select o.`name` from corder as o where o.`name` = :c_email /* \
                VARCHAR */) as t limit 5
                      Route Unsharded in commerce
                        query: select 1 from product as p where p.sku = :t_name limit 10
                """,
                Cluster.explain(
                        "select t.name from (select c.email, o.name from customer c join corder o on c.email = o.name "
                                + "limit 5) t left join product p on p.sku = t.name limit 10"));
    }

    // over groups and order

    @Test
    void limit_overGroups_isKept() {
        assertEquals("""
                LimitRows 4
                  Aggregator `name`, count(*) group by `name`
                    Route Scatter of customer
                      Table corder
                kept: it counts groups
                """, Traced.of("select name, count(*) from corder group by name limit 4")
                .kept(Operator.LimitRows.class));
    }

    @Test
    void limit_overOrderedGroups_isKept() {
        assertEquals("""
                LimitRows 4
                  Ordering count(*)
                    Aggregator `name`, count(*) group by `name`
                      Route Scatter of customer
                        Table corder
                kept: no route can tell which of its rows are left
                """, Traced.of("select name, count(*) from corder group by name order by count(*) limit 4")
                .kept(Operator.LimitRows.class));
    }

    @Test
    void limit_overGroupsOnOneShardEach_isPushed() {
        assertEquals("""
                LimitRows 4
                  Route Scatter of customer
                    Aggregator customer_id, count(*) group by customer_id
                      Table corder
                => each shard gives no more
                LimitRows 4
                  Route Scatter of customer
                    LimitRows 4
                      Aggregator customer_id, count(*) group by customer_id
                        Table corder
                """, Traced.of("select customer_id, count(*) from corder group by customer_id limit 4")
                .fired(Operator.LimitRows.class));
    }

    @Test
    void limit_overSort_isKept() {
        assertEquals("""
                LimitRows 3
                  Ordering o.qty
                    ApplyJoin inner on c.email = o.`name` (c.email, o.qty)
                      Projection c.email as email
                        Route Scatter of customer
                          Table customer as c
                      Projection o.qty as qty
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                kept: no route can tell which of its rows are left
                """, Traced
                .of("select c.email, o.qty from customer c join corder o on c.email = o.name order by o.qty limit 3")
                .kept(Operator.LimitRows.class, "no route can tell which of its rows are left"));
    }

    // over distinct rows

    @Test
    void limit_overDistinct_boundsDistinctRows() {
        assertEquals("""
                LimitRows 4
                  Distinct
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection `name` as name
                          Table corder
                => the routes get a bound
                LimitRows 4
                  Distinct
                    Route Scatter of customer
                      LimitRows :__upper_limit
                        Distinct to spare rows
                          Projection `name` as name
                            Table corder
                """, Traced.of("select distinct name from corder limit 4")
                .fired(Operator.LimitRows.class));
    }

    @Test
    void distinct_isBoundedOnce() {
        assertEquals("""
                LimitRows 4
                  Distinct
                    Route Scatter of customer
                      LimitRows :__upper_limit
                        Distinct to spare rows
                          Projection `name` as name
                            Table corder
                kept: the routes have a bound already
                """, Traced.of("select distinct name from corder limit 4")
                .kept(Operator.LimitRows.class));
    }

    // over a union

    @Test
    void union_boundsEachQuery() {
        assertEquals("""
                LimitRows 2
                  Union all
                    Route Scatter of customer
                      Horizon select customer_id from customer
                        Table customer
                    Route Unsharded of commerce
                      Horizon select sku from product
                        Table product
                => the routes get a bound
                LimitRows 2
                  Union all
                    Route Scatter of customer
                      LimitRows :__upper_limit
                        Horizon select customer_id from customer
                          Table customer
                    Route Unsharded of commerce
                      LimitRows :__upper_limit
                        Horizon select sku from product
                          Table product
                """, Traced.of("select customer_id from customer union all select sku from product limit 2")
                .fired(Operator.LimitRows.class));
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
                LimitRows 2
                  Ordering customer_id
                    Union all
                      Route Scatter of customer
                        Horizon select customer_id from customer
                          Table customer
                      Route Unsharded of commerce
                        Horizon select sku from product
                          Table product
                kept: no route can tell which of its rows are left
                """, Traced
                .of("select customer_id from customer union all select sku from product order by customer_id limit 2")
                .kept(Operator.LimitRows.class));
    }

    @Test
    void unionOfOneShard_isLimitedThere() {
        assertEquals("""
                Route EqualUnique of customer by hash
                  Horizon select customer_id from customer where customer_id = 3 union all select oid from corder where \
                customer_id = 3 limit 2
                    Union all
                      Horizon select customer_id from customer where customer_id = 3
                        Table customer where customer_id = 3
                      Horizon select oid from corder where customer_id = 3
                        Table corder where customer_id = 3
                """,
                Traced.of(
                        "select customer_id from customer where customer_id = 3 union all select oid from corder where "
                                + "customer_id = 3 limit 2")
                        .tree());
    }

    @Test
    void limitOfAQueryOfAUnion_isOfThatQuery() {
        assertEquals("""
                Union all
                  LimitRows 3
                    Route Scatter of customer
                      LimitRows 3
                        Projection oid
                          Table corder
                  Route Unsharded of commerce
                    Horizon select sku from product
                      Table product
                """, Traced.of("(select oid from corder limit 3) union all select sku from product").tree());
    }

    @Test
    void orderOfAQueryOfAUnion_isNoColumnOfTheUnion() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  Distinct
                    collations: (0:1)
                    result columns: 1
                    Concatenate
                      Limit
                        count: 3
                        Route Scatter in customer
                          query: select dt.c0 as `name`, weight_string(dt.c0), dt.c1 as qty, weight_string(dt.c1) from \
                (select `name`, qty from corder order by qty asc limit 3) as dt(c0, c1)
                          order by: (2|3) ASC
                          result columns: 2
                      Route Unsharded in commerce
                        query: select dt.c0 as sku, weight_string(dt.c0) from (select distinct sku from product) as dt(c0)
                """, Cluster.explain("(select name from corder order by qty limit 3) union (select sku from product)"));
    }

    // beside subqueries

    @Test
    void limit_overExists_isKept() {
        assertEquals("""
                LimitRows 3
                  SubQueryContainer
                    Projection email
                      Route Scatter of customer
                        Table customer
                    SubQuery :__sq1 exists
                      Route Scatter of customer
                        Projection 1
                          Table corder as o where o.`name` = :customer_email /* VARCHAR */
                kept: no route can tell which of its rows are left
                """, Traced
                .of("select email from customer where exists (select 1 from corder o where o.name = customer.email) "
                        + "limit 3")
                .kept(Operator.LimitRows.class));
    }

    @Test
    void limit_overPulledOutSubquery_isKept() {
        assertEquals("""
                LimitRows 3
                  SubQueryContainer
                    Projection email
                      Route Scatter of customer
                        Table customer
                    SubQuery :__sq1 in
                      Route Scatter of customer
                        Projection `name` as name
                          Table corder
                kept: no route can tell which of its rows are left
                """, Traced.of("select email from customer where email in (select name from corder) limit 3")
                .kept(Operator.LimitRows.class));
    }
}
