package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class GroupRightSidesTest {
    // gives a group

    @Test
    void count_onTheRight_isNoRowForNoRows() {
        assertEquals("""
                Aggregator count(*)
                  Projection count(*) * count(*) as count(*)
                    ApplyJoin inner on c.sku = p.sku (count(*), count(*))
                      Route Unsharded of commerce
                        Aggregator count(*), p.sku group by p.sku
                          Table product as p
                      Route Scatter of customer
                        Aggregator count(*) group by .0
                          Filter c.sku = :p_sku
                            Table corder as c
                """, Traced.of("select count(*) from product p join corder c on c.sku = p.sku").tree());
    }

    @Test
    void count_onTheRightOfAnOuterJoin_isNoRowForNoRows() {
        assertEquals("""
                Aggregator count(*)
                  Projection count(*) * coalesce(count(*), 1) as count(*)
                    ApplyJoin left on c.sku = p.sku (count(*), count(*))
                      Route Unsharded of commerce
                        Aggregator count(*), p.sku group by p.sku
                          Table product as p
                      Route Scatter of customer
                        Aggregator count(*) group by .0
                          Filter c.sku = :p_sku
                            Table corder as c
                """, Traced.of("select count(*) from product p left join corder c on c.sku = p.sku").tree());
    }

    @Test
    void greatestValueOfTheRight_needsRowsOnTheLeft() {
        assertEquals("""
                Aggregator count(*), max(p.price)
                  Projection count(*) * count(*) as count(*), max(p.price)
                    ApplyJoin inner (count(*), count(*), max(p.price))
                      Route Scatter of customer
                        Aggregator count(*) group by .0
                          Table corder as c
                      Route Unsharded of commerce
                        Aggregator count(*), max(p.price) group by .0
                          Table product as p
                """, Traced.of("select count(*), max(p.price) from corder c, product p").tree());
    }

    @Test
    void sumOfTheRight_isNullWithoutRowsOnTheLeft() {
        assertEquals("""
                Aggregator sum(c.qty)
                  Projection count(*) * sum(c.qty) as sum(c.qty)
                    ApplyJoin inner (sum(c.qty), count(*))
                      Route Unsharded of commerce
                        Aggregator count(*) group by .0
                          Table product as p
                      Route Scatter of customer
                        Aggregator sum(c.qty) group by .0
                          Table corder as c
                """, Traced.of("select sum(c.qty) from product p, corder c").tree());
    }

    @Test
    void joinOfJoins_hasGroupsInAllOfThem() {
        assertEquals("""
                Aggregator sum(p.price), max(m.`name`)
                  Projection count(*) * sum(p.price) as sum(p.price), max(m.`name`)
                    ApplyJoin inner (sum(p.price), count(*), max(m.`name`))
                      Route Scatter of customer
                        Aggregator count(*), max(m.`name`) group by .0
                          Table member as m
                      Projection count(*) * sum(p.price) as sum(p.price)
                        ApplyJoin inner (sum(p.price), count(*))
                          Route Scatter of customer
                            Aggregator count(*) group by .0
                              Table corder as c
                          Route Unsharded of commerce
                            Aggregator sum(p.price) group by .0
                              Table product as p
                """, Traced.of("select sum(p.price), max(m.name) from corder c, product p, member m").tree());
    }

    // gives none

    @Test
    void countsOnly_multiplyToZero() {
        assertEquals("""
                Aggregator count(*)
                  Projection count(*) * count(*) as count(*)
                    ApplyJoin inner (count(*), count(*))
                      Route Unsharded of commerce
                        Aggregator count(*)
                          Table product as p
                      Route Scatter of customer
                        Aggregator count(*) group by .0
                          Table corder as c
                """, Traced.of("select count(*) from product p, corder c").tree());
    }

    @Test
    void greatestValueOfTheLeft_isNullWithoutRows() {
        assertEquals("""
                Aggregator max(p.price)
                  Projection max(p.price)
                    ApplyJoin inner (max(p.price))
                      Route Unsharded of commerce
                        Aggregator max(p.price)
                          Table product as p
                      Route Scatter of customer
                        Aggregator  group by .0
                          Table corder as c
                """, Traced.of("select max(p.price) from product p, corder c").tree());
    }

    @Test
    void groupsOfTheRight_haveTheirKeys() {
        assertEquals("""
                Aggregator count(*), c.qty group by c.qty
                  Projection count(*) * count(*) as count(*), c.qty as qty
                    Ordering c.qty
                      ApplyJoin inner on c.sku = p.sku (count(*), count(*), c.qty)
                        Route Unsharded of commerce
                          Aggregator count(*), p.sku group by p.sku
                            Table product as p
                        Route Scatter of customer
                          Aggregator count(*), c.qty group by c.qty
                            Filter c.sku = :p_sku
                              Table corder as c
                """, Traced.of("select count(*), c.qty from product p join corder c on c.sku = p.sku group by c.qty")
                .tree());
    }

    @Test
    void countOfADerivedTable_isARowForNoRows() {
        assertEquals("""
                ApplyJoin inner (p.sku, t.n)
                  Route Unsharded of commerce
                    Projection p.sku as sku
                      Table product as p
                  Projection t.n as n
                    Aggregator t: count(*) as n
                      Route Scatter of customer
                        Aggregator count(*) as n
                          Table corder
                """, Traced.of("select p.sku, t.n from product p join (select count(*) n from corder) t").tree());
    }

    @Test
    void conditionOnTheCountOfADerivedTable_isAskedForNoRows() {
        assertEquals("""
                ApplyJoin inner (p.sku, t.n)
                  Route Unsharded of commerce
                    Projection p.sku as sku
                      Table product as p
                  Projection t.n as n
                    Projection t: count(*) as n, count(*) < 3
                      Filter count(*) < 3
                        Aggregator count(*) as n, count(*), 3
                          Route Scatter of customer
                            Aggregator count(*) as n, count(*), 3
                              Table corder
                """, Traced
                .of("select p.sku, t.n from product p join (select count(*) n from corder having " + "count(*) < 3) t")
                .tree());
    }

    @Test
    void countOfADerivedTableOfOneShard_isARowForNoRows() {
        assertEquals("""
                Join SELECT (commerce.product, customer.corder)
                  Join Join
                    join column indexes: L:0,R:0
                    Route Unsharded in commerce
                      query: select p.sku from product as p
                    Route EqualUnique in customer
                      query: select t.n from (select count(*) as n from corder where customer_id = 5) as t
                      vindex: hash
                      values: 5
                """, Cluster.explain(
                "select p.sku, t.n from product p join (select count(*) n from corder where " + "customer_id = 5) t"));
    }

    @Test
    void hashJoin_readsItsRightSideOnce() {
        assertEquals("""
                HashJoin left on p.price = t.n (p.sku, t.n)
                  Route Unsharded of commerce
                    Table product as p
                  Aggregator t: count(*) as n
                    Route Scatter of customer
                      Aggregator count(*) as n
                        Table corder
                """, Traced.of(
                "select p.sku, t.n from product p left join (select count(*) n from corder) t on t.n " + "= p.price")
                .tree());
    }
}
