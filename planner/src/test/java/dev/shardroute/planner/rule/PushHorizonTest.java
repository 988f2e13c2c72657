package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.operator.Operator;
import org.junit.jupiter.api.Test;

class PushHorizonTest {
    // under the route

    @Test
    void queryOfOneShard_isForThatShard() {
        assertEquals("""
                Horizon select oid, count(*) from corder where customer_id = 5 group by oid order by count(*) asc \
                limit 3
                  Route EqualUnique of customer by hash
                    Table corder where customer_id = 5
                => all of it
                Route EqualUnique of customer by hash
                  Horizon select oid, count(*) from corder where customer_id = 5 group by oid order by count(*) \
                asc limit 3
                    Table corder where customer_id = 5
                """,
                Traced.of("select oid, count(*) from corder where customer_id = 5 group by oid order by 2 " + "limit 3")
                        .fired(Operator.Horizon.class));
    }

    @Test
    void rowsOfSeveralShards_followOneAnother() {
        assertEquals("""
                Horizon select oid, qty + 1 from corder
                  Route Scatter of customer
                    Table corder
                => all of it
                Route Scatter of customer
                  Horizon select oid, qty + 1 from corder
                    Table corder
                """, Traced.of("select oid, qty + 1 from corder").fired(Operator.Horizon.class));
    }

    @Test
    void joinOfTheShards_isTheirs() {
        assertEquals("""
                Horizon select c.oid, m.email from corder as c join `member` as m on m.id = c.customer_id
                  Route Scatter of customer
                    ApplyJoin inner on m.id = c.customer_id
                      Table corder as c
                      Table member as m
                => all of it
                Route Scatter of customer
                  Horizon select c.oid, m.email from corder as c join `member` as m on m.id = c.customer_id
                    ApplyJoin inner on m.id = c.customer_id
                      Table corder as c
                      Table member as m
                """, Traced.of("select c.oid, m.email from corder c join member m on m.id = c.customer_id")
                .fired(Operator.Horizon.class));
    }

    @Test
    void unionOfOneShard_isForThatShard() {
        assertEquals("""
                Horizon t: select oid from corder where customer_id = 5 union select id from `member` where id = 5
                  Route EqualUnique of customer by hash
                    Union distinct
                      Horizon select oid from corder where customer_id = 5
                        Table corder where customer_id = 5
                      Horizon select id from `member` where id = 5
                        Table member where id = 5
                => the derived table
                Route EqualUnique of customer by hash
                  Horizon t: select oid from corder where customer_id = 5 union select id from `member` where id = 5
                    Union distinct
                      Horizon select oid from corder where customer_id = 5
                        Table corder where customer_id = 5
                      Horizon select id from `member` where id = 5
                        Table member where id = 5
                """, Traced.of("select * from (select oid from corder where customer_id = 5 union select id from "
                + "member where id = 5) t").fired(Operator.Horizon.class, "the derived table"));
    }

    @Test
    void derivedTableOfOneShard_isPushedBeforeJoinsAreDecided() {
        assertEquals("""
                Horizon t: select count(*) as n from corder where customer_id = 5
                  Route EqualUnique of customer by hash
                    Table corder where customer_id = 5
                => the derived table
                Route EqualUnique of customer by hash
                  Horizon t: select count(*) as n from corder where customer_id = 5
                    Table corder where customer_id = 5
                """, Traced.of("select t.n from (select count(*) n from corder where customer_id = 5) t")
                .fired(Operator.Horizon.class, "the derived table"));
    }

    @Test
    void derivedTable_thatKeepsRowsOfShardsApart_isPushedBeforeJoinsAreDecided() {
        assertEquals("""
                Horizon t: select customer_id, count(*) as n from corder group by customer_id
                  Route Scatter of customer
                    Table corder
                => the derived table
                Route Scatter of customer
                  Horizon t: select customer_id, count(*) as n from corder group by customer_id
                    Table corder
                """, Traced.of("select t.n from (select customer_id, count(*) n from corder group by customer_id) t")
                .fired(Operator.Horizon.class, "the derived table"));
    }

    @Test
    void derivedTableOfDifferentRows_isPushed_whenTheyTellTheirShard() {
        assertEquals("""
                Horizon t: select distinct customer_id, oid from corder
                  Route Scatter of customer
                    Table corder
                => the derived table
                Route Scatter of customer
                  Horizon t: select distinct customer_id, oid from corder
                    Table corder
                """, Traced.of("select * from (select distinct customer_id, oid from corder) t")
                .fired(Operator.Horizon.class, "the derived table"));
    }

    @Test
    void conditionOnAnAlias_isAskedOfTheRows() {
        assertEquals("""
                Horizon select sku as s from corder where corder.sku > 3
                  Route Scatter of customer
                    Table corder where corder.sku > 3
                => all of it
                Route Scatter of customer
                  Horizon select sku as s from corder where corder.sku > 3
                    Table corder where corder.sku > 3
                """, Traced.of("select sku s from corder having s > 3").fired(Operator.Horizon.class));
    }

    // taken apart

    @Test
    void distinct_isDoneTwice() {
        assertEquals("""
                Horizon select distinct sku from corder
                  Route Scatter of customer
                    Table corder
                => taken apart: projection, distinct
                Distinct
                  Projection sku
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select distinct sku from corder").fired(Operator.Horizon.class));
    }

    @Test
    void groups_areAggregated() {
        assertEquals("""
                Horizon select sku, count(*) from corder group by sku
                  Route Scatter of customer
                    Table corder
                => taken apart: aggregation
                Aggregator sku, count(*) group by sku
                  Route Scatter of customer
                    Table corder
                """, Traced.of("select sku, count(*) from corder group by sku").fired(Operator.Horizon.class));
    }

    @Test
    void condition_onGroups_isAFilter() {
        assertEquals("""
                Horizon select sku from corder group by sku having count(*) > 3
                  Route Scatter of customer
                    Table corder
                => taken apart: aggregation, having
                Filter count(*) > 3
                  Aggregator sku group by sku
                    Route Scatter of customer
                      Table corder
                """,
                Traced.of("select sku from corder group by sku having count(*) > 3").fired(Operator.Horizon.class));
    }

    @Test
    void order_isMerged() {
        assertEquals("""
                Horizon select oid from corder order by qty desc
                  Route Scatter of customer
                    Table corder
                => taken apart: projection, order
                Ordering qty desc
                  Projection oid
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select oid from corder order by qty desc").fired(Operator.Horizon.class));
    }

    @Test
    void limit_isCountedAgain() {
        assertEquals("""
                Horizon select oid from corder limit 3
                  Route Scatter of customer
                    Table corder
                => taken apart: projection, limit
                LimitRows 3
                  Projection oid
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select oid from corder limit 3").fired(Operator.Horizon.class));
    }

    @Test
    void windows_areChecked() {
        assertEquals("""
                Horizon select oid, row_number() over (partition by customer_id) from corder
                  Route Scatter of customer
                    Table corder
                => taken apart: projection, windows
                Window
                  Projection oid, row_number() over (partition by customer_id)
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select oid, row_number() over (partition by customer_id) from corder")
                .fired(Operator.Horizon.class));
    }

    @Test
    void queryOfOneShard_withASubquery_isTakenApart() {
        assertEquals("""
                PHYSICAL_TRANSFORM: kept Horizon: the routes may still change
                INITIAL_PLANNING: rewrote Horizon: taken apart: projection
                """, Traced.of("select oid from corder where customer_id = 5 and sku in (select sku from product)")
                .said(Operator.Horizon.class));
    }

    @Test
    void join_ofTheGateway_isUnderAProjection() {
        assertEquals("""
                Horizon select c.oid, p.price from corder as c join product as p on p.sku = c.sku
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => taken apart: projection
                Projection c.oid as oid, p.price as price
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select c.oid, p.price from corder c join product p on p.sku = c.sku")
                .fired(Operator.Horizon.class));
    }

    @Test
    void derivedTable_ofGroupsOfSeveralShards() {
        assertEquals("""
                Horizon t: select sku, count(*) as n from corder group by sku
                  Route Scatter of customer
                    Table corder
                => taken apart: aggregation
                Aggregator t: sku, count(*) as n group by sku
                  Route Scatter of customer
                    Table corder
                """, Traced.of("select t.sku from (select sku, count(*) n from corder group by sku) t")
                .fired(Operator.Horizon.class));
    }

    @Test
    void derivedTable_withASubqueryInItsItems() {
        assertEquals("""
                Horizon t: select (select max(price) from product) as s from corder where customer_id = 5
                  Route EqualUnique of customer by hash
                    Table corder where customer_id = 5
                => taken apart: projection
                Projection t: :__sq1 as s
                  SubQueryContainer
                    Route EqualUnique of customer by hash
                      Table corder where customer_id = 5
                    SubQuery :__sq1 value
                      Horizon select max(price) from product
                        QueryGraph product
                """, Traced.of(
                "select t.s from (select (select max(price) from product) s from corder where " + "customer_id = 5) t")
                .fired(Operator.Horizon.class));
    }

    @Test
    void union_isSortedByTheGateway() {
        assertEquals("""
                Horizon select oid from corder union all select sku from product order by oid asc limit 2
                  Union all
                    Route Scatter of customer
                      Horizon select oid from corder
                        Table corder
                    Route Unsharded of commerce
                      Horizon select sku from product
                        Table product
                => taken apart: order, limit
                LimitRows 2
                  Ordering oid
                    Union all
                      Route Scatter of customer
                        Horizon select oid from corder
                          Table corder
                      Route Unsharded of commerce
                        Horizon select sku from product
                          Table product
                """, Traced.of("select oid from corder union all select sku from product order by oid limit 2")
                .fired(Operator.Horizon.class, "taken apart: order, limit"));
    }

    // does not fire yet

    @Test
    void query_waitsForItsRoutes() {
        assertEquals("""
                Horizon select oid from corder where customer_id = 5
                  Route EqualUnique of customer by hash
                    Table corder where customer_id = 5
                kept: the routes may still change
                """, Traced.of("select oid from corder where customer_id = 5").kept(Operator.Horizon.class));
    }

    @Test
    void derivedTable_withLimit_waits() {
        assertEquals("""
                Horizon t: select oid from corder limit 3
                  Route Scatter of customer
                    Table corder
                kept: the routes may still change
                """, Traced.of("select t.oid from (select oid from corder limit 3) t").kept(Operator.Horizon.class));
    }

    @Test
    void derivedTable_ofAJoinOfTheGateway_waits() {
        assertEquals("""
                Horizon t: select c.oid from corder as c join product as p on p.sku = c.sku
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                kept: the routes may still change
                """, Traced.of("select t.oid from (select c.oid from corder c join product p on p.sku = c.sku) t")
                .kept(Operator.Horizon.class));
    }

    @Test
    void derivedTable_withWindows_waits() {
        assertEquals("""
                Horizon t: select row_number() over (order by qty asc) as r from corder
                  Route Scatter of customer
                    Table corder
                kept: the routes may still change
                """, Traced.of("select t.r from (select row_number() over (order by qty) r from corder) t")
                .kept(Operator.Horizon.class));
    }

    @Test
    void derivedTable_ofDifferentRowsOfSeveralShards_waits() {
        assertEquals("""
                Horizon t: select distinct sku from corder
                  Route Scatter of customer
                    Table corder
                kept: the routes may still change
                """, Traced.of("select t.sku from (select distinct sku from corder) t").kept(Operator.Horizon.class));
    }
}
