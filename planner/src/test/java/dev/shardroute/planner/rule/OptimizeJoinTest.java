package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.operator.Operator;
import org.junit.jupiter.api.Test;

class OptimizeJoinTest {
    // the shards join

    @Test
    void tablesOfTheSameShard_areOneRoute() {
        assertEquals("""
                Join left on m.id = c.customer_id
                  Route Scatter of customer
                    Table corder as c
                  Route Scatter of customer
                    Table member as m
                => the shards join
                Route Scatter of customer
                  ApplyJoin left on m.id = c.customer_id
                    Table corder as c
                    Table member as m
                """, Traced.of("select c.oid, m.email from corder c left join member m on m.id = c.customer_id")
                .fired(Operator.Join.class));
    }

    @Test
    void referenceTable_onTheRight_isOnEachShard() {
        assertEquals("""
                Join left on z.x = c.sku
                  Route Scatter of customer
                    Table corder as c
                  Route Reference of customer
                    Table zone as z
                => the shards join
                Route Scatter of customer
                  ApplyJoin left on z.x = c.sku
                    Table corder as c
                    Table zone as z
                """, Traced.of("select c.oid, z.x from corder c left join zone z on z.x = c.sku")
                .fired(Operator.Join.class));
    }

    @Test
    void referenceTables_areOnAnyShard() {
        assertEquals("""
                Join left on a.x = b.x
                  Route Reference of customer
                    Table zone as a
                  Route Reference of customer
                    Table zone as b
                => the shards join
                Route Reference of customer
                  ApplyJoin left on a.x = b.x
                    Table zone as a
                    Table zone as b
                """, Traced.of("select a.x, b.x from zone a left join zone b on a.x = b.x").fired(Operator.Join.class));
    }

    @Test
    void derivedTable_ofTheSameShard_isPartOfTheRoute() {
        assertEquals("""
                Join left on t.id = c.customer_id
                  Route Scatter of customer
                    Table corder as c
                  Route Scatter of customer
                    Horizon t: select id, email from `member`
                      Table member
                => the shards join
                Route Scatter of customer
                  ApplyJoin left on t.id = c.customer_id
                    Table corder as c
                    Horizon t: select id, email from `member`
                      Table member
                """, Traced.of("select c.oid, t.email from corder c left join (select id, email from member) t on "
                + "t.id = c.customer_id").fired(Operator.Join.class));
    }

    // the gateway joins, for each row

    @Test
    void tablesOfOtherShards_areJoinedByVariables() {
        assertEquals("""
                Join left on m.email = c.sku
                  Route Scatter of customer
                    Table corder as c
                  Route Scatter of customer
                    Table member as m
                => the gateway joins
                ApplyJoin left on m.email = c.sku
                  Route Scatter of customer
                    Table corder as c
                  Route EqualUnique of customer by email_map
                    Filter m.email = :c_sku
                      Table member as m
                """, Traced.of("select c.oid, m.email from corder c left join member m on m.email = c.sku")
                .fired(Operator.Join.class));
    }

    @Test
    void tablesOfOtherValues_areJoinedByVariables() {
        assertEquals("""
                Join left on m.id = 6
                  Route EqualUnique of customer by hash
                    Table corder as c where c.customer_id = 5
                  Route Scatter of customer
                    Table member as m
                => the gateway joins
                ApplyJoin left on m.id = 6
                  Route EqualUnique of customer by hash
                    Table corder as c where c.customer_id = 5
                  Route EqualUnique of customer by hash
                    Filter m.id = 6
                      Table member as m
                """, Traced
                .of("select c.oid, m.email from corder c left join member m on m.id = 6 where " + "c.customer_id = 5")
                .fired(Operator.Join.class));
    }

    @Test
    void referenceTable_onTheLeft_wouldHaveRowsWithoutPartnerOnEachShard() {
        assertEquals("""
                Join left on c.sku = z.x
                  Route Reference of customer
                    Table zone as z
                  Route Scatter of customer
                    Table corder as c
                => the gateway joins
                ApplyJoin left on c.sku = z.x
                  Route Reference of customer
                    Table zone as z
                  Route Scatter of customer
                    Filter c.sku = :z_x
                      Table corder as c
                """, Traced.of("select z.x, c.oid from zone z left join corder c on c.sku = z.x")
                .fired(Operator.Join.class));
    }

    @Test
    void conditionOfTheLeftSide_isAskedOnTheRight() {
        assertEquals("""
                Join left on p.sku = c.sku and c.qty > 5
                  Route Scatter of customer
                    Table corder as c
                  Route Unsharded of commerce
                    Table product as p
                => the gateway joins
                ApplyJoin left on p.sku = c.sku and c.qty > 5
                  Route Scatter of customer
                    Table corder as c
                  Route Unsharded of commerce
                    Filter :c_qty > 5 and p.sku = :c_sku
                      Table product as p
                """,
                Traced.of("select c.oid, p.price from corder c left join product p on p.sku = c.sku and c.qty " + "> 5")
                        .fired(Operator.Join.class));
    }

    @Test
    void groupsOfOneShard_canBeFoundForEachRow() {
        assertEquals(
                """
                Join left on t.customer_id = p.price
                  Route Unsharded of commerce
                    Table product as p
                  Route Scatter of customer
                    Horizon t: select customer_id, count(*) as n from corder group by customer_id
                      Table corder
                => the gateway joins
                ApplyJoin left on t.customer_id = p.price
                  Route Unsharded of commerce
                    Table product as p
                  Route Scatter of customer
                    Horizon t: select customer_id, count(*) as n from corder group by customer_id
                      Filter customer_id = :p_price
                        Table corder
                """, Traced
                        .of("select p.sku, t.n from product p left join (select customer_id, count(*) n from "
                                + "corder group by customer_id) t on t.customer_id = p.price")
                        .fired(Operator.Join.class));
    }

    @Test
    void withoutPredicate_isForEachRow() {
        assertEquals("""
                Join inner
                  Route Unsharded of commerce
                    Table product as p
                  Horizon t: select count(*) as n from corder
                    Route Scatter of customer
                      Table corder
                => the gateway joins
                ApplyJoin inner
                  Route Unsharded of commerce
                    Table product as p
                  Horizon t: select count(*) as n from corder
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select t.n, p.sku from product p join (select count(*) n from corder) t")
                .fired(Operator.Join.class));
    }

    @Test
    void limit_onTheRightOfACrossJoin_isOnTheLeft() {
        assertEquals("""
                Join inner
                  Route Unsharded of commerce
                    Table product as p
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                => the gateway joins
                ApplyJoin inner
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                  Route Unsharded of commerce
                    Table product as p
                """, Traced.of("select t.sku, p.sku from product p join (select sku from corder limit 3) t")
                .fired(Operator.Join.class));
    }

    @Test
    void randomValues_onTheRightOfACrossJoin_areOnTheLeft() {
        assertEquals("""
                Join inner
                  Route Unsharded of commerce
                    Table product as p
                  Route Scatter of customer
                    Horizon t: select uuid() as id from corder
                      Table corder
                => the gateway joins
                ApplyJoin inner
                  Route Scatter of customer
                    Horizon t: select uuid() as id from corder
                      Table corder
                  Route Unsharded of commerce
                    Table product as p
                """, Traced.of("select t.id, p.sku from product p join (select uuid() id from corder) t")
                .fired(Operator.Join.class));
    }

    @Test
    void limit_onTheRightOfAnInnerJoin_isOnTheLeft() {
        assertEquals("""
                Join inner on t.sku = c.sku
                  Route Scatter of customer
                    Table corder as c
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                => the gateway joins
                ApplyJoin inner on t.sku = c.sku
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                  Route Scatter of customer
                    Filter :t_sku = c.sku
                      Table corder as c
                """, Traced.of("select c.oid from corder c join (select sku from corder limit 3) t on t.sku = c.sku")
                .fired(Operator.Join.class));
    }

    // the gateway joins, by hash

    @Test
    void limit_onTheRightOfAnOuterJoin_isReadOnce() {
        assertEquals("""
                Join left on t.sku = c.sku
                  Route Scatter of customer
                    Table corder as c
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                => the gateway joins
                HashJoin left on c.sku = t.sku
                  Route Scatter of customer
                    Table corder as c
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                """,
                Traced.of(
                        "select c.oid from corder c left join (select sku from corder limit 3) t on t.sku = " + "c.sku")
                        .fired(Operator.Join.class));
    }

    @Test
    void groupsOfSeveralShards_areReadOnce() {
        assertEquals("""
                Join left on t.sku = p.sku
                  Route Unsharded of commerce
                    Table product as p
                  Horizon t: select sku, count(*) as n from corder group by sku
                    Route Scatter of customer
                      Table corder
                => the gateway joins
                HashJoin left on p.sku = t.sku
                  Route Unsharded of commerce
                    Table product as p
                  Horizon t: select sku, count(*) as n from corder group by sku
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select p.sku, t.n from product p left join (select sku, count(*) n from corder "
                + "group by sku) t on t.sku = p.sku").fired(Operator.Join.class));
    }

    @Test
    void limits_onBothSides_areReadOnce() {
        assertEquals("""
                Join inner on t.sku = u.sku
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                  Horizon u: select sku from corder limit 4
                    Route Scatter of customer
                      Table corder
                => the gateway joins
                HashJoin inner on t.sku = u.sku
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                  Horizon u: select sku from corder limit 4
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select t.sku from (select sku from corder limit 3) t join (select sku from corder "
                + "limit 4) u on t.sku = u.sku").fired(Operator.Join.class));
    }

    @Test
    void limits_onBothSidesOfACrossJoin_areReadOnce() {
        assertEquals("""
                Join inner
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                  Horizon u: select sku from corder limit 4
                    Route Scatter of customer
                      Table corder
                => the gateway joins
                HashJoin inner on 1 = 1
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                  Horizon u: select sku from corder limit 4
                    Route Scatter of customer
                      Table corder
                """, Traced
                .of("select t.sku from (select sku from corder limit 3) t join (select sku from corder " + "limit 4) u")
                .fired(Operator.Join.class));
    }

    @Test
    void limit_onTheRightOfAStraightJoin_isReadOnce() {
        assertEquals("""
                Join straight
                  Route Unsharded of commerce
                    Table product as p
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                => the gateway joins
                HashJoin inner on 1 = 1
                  Route Unsharded of commerce
                    Table product as p
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select t.sku, p.sku from product p straight_join (select sku from corder limit 3) t")
                .fired(Operator.Join.class));
    }

    @Test
    void outerJoin_byAnInequality_isRefused() {
        assertEquals("VT12001: unsupported: a hash join on t.sku < c.sku", Cluster.refusal(
                "select c.oid from corder c left join (select sku from corder limit 3) t on t.sku < " + "c.sku"));
    }
}
