package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.operator.Operator;
import org.junit.jupiter.api.Test;

class MergeApplyJoinTest {
    // fires

    @Test
    void outerJoin_withAPredicateThatTellsTheShardOfTheLeftSide_isForTheShards() {
        assertEquals("""
                ApplyJoin left on c.customer_id = 5 and c.sku = z.x
                  Route Reference of customer
                    Table zone as z
                  Route EqualUnique of customer by hash
                    Filter c.sku = :z_x and c.customer_id = 5
                      Table corder as c
                => the shards join
                Route EqualUnique of customer by hash
                  ApplyJoin left on c.customer_id = 5 and c.sku = z.x
                    Table zone as z
                    Table corder as c
                """,
                Traced.of("select z.x, c.oid from zone z left join corder c on c.customer_id = 5 and c.sku = " + "z.x")
                        .fired(Operator.ApplyJoin.class));
    }

    @Test
    void valuesOfTheJoinPredicate_tellTheShardOfTheLeftSide() {
        assertEquals("""
                ApplyJoin left on m.id = 5
                  Route EqualUnique of customer by hash
                    Table corder as c where c.customer_id = 5
                  Route EqualUnique of customer by hash
                    Filter m.id = 5
                      Table member as m
                => the shards join
                Route EqualUnique of customer by hash
                  ApplyJoin left on m.id = 5
                    Table corder as c where c.customer_id = 5
                    Table member as m
                """, Traced
                .of("select c.oid, m.email from corder c left join member m on m.id = 5 where " + "c.customer_id = 5")
                .fired(Operator.ApplyJoin.class));
    }

    @Test
    void outerJoin_ofDual_whereOneShardIsTold_isForThatShard() {
        assertEquals("""
                Join left on c.customer_id = 4
                  Route Reference
                    Horizon d: select 1 as a from dual
                      Table dual
                  Route Scatter of customer
                    Table corder as c
                => the shards join
                Route EqualUnique of customer by hash
                  ApplyJoin left on c.customer_id = 4
                    Horizon d: select 1 as a from dual
                      Table dual
                    Table corder as c
                """, Traced
                .of("select d.a, c.oid from (select 1 as a from dual) d left join corder c on " + "c.customer_id = 4")
                .fired(Operator.Join.class));
    }

    // does not fire

    @Test
    void routesOfOtherKeyspaces_cannotBeOne() {
        assertEquals("""
                ApplyJoin inner on p.sku = c.sku
                  Route Scatter of customer
                    Table corder as c
                  Route Unsharded of commerce
                    Filter p.sku = :c_sku
                      Table product as p
                kept: the two sides cannot be one route
                """,
                Traced.of("select c.oid from corder c join product p on p.sku = c.sku").kept(Operator.ApplyJoin.class));
    }

    @Test
    void rowsOfSeveralShards_cannotBeOne() {
        assertEquals("""
                ApplyJoin inner on m.`name` = c.sku
                  Route Scatter of customer
                    Table corder as c
                  Route Scatter of customer
                    Filter m.`name` = :c_sku
                      Table member as m
                kept: the two sides cannot be one route
                """,
                Traced.of("select c.oid from corder c join member m on m.name = c.sku").kept(Operator.ApplyJoin.class));
    }

    @Test
    void derivedTable_thatCountsRowsOfAllShards_isNoRoute() {
        assertEquals("""
                ApplyJoin inner on c.sku = t.sku
                  Horizon t: select sku from corder limit 3
                    Route Scatter of customer
                      Table corder
                  Route Scatter of customer
                    Filter c.sku = :t_sku
                      Table corder as c
                kept: the two sides cannot be one route
                """, Traced
                .of("select t.sku, c.oid from (select sku from corder limit 3) t join corder c on c.sku " + "= t.sku")
                .kept(Operator.ApplyJoin.class));
    }

    @Test
    void outerJoin_ofAReferenceTable_toTheShardOfEachRow_wouldRepeatRowsWithoutPartner() {
        assertEquals("""
                ApplyJoin left on c.customer_id = z.x
                  Route Reference of customer
                    Table zone as z
                  Route EqualUnique of customer by hash
                    Filter c.customer_id = :z_x
                      Table corder as c
                kept: a row without partner would come from every shard
                """, Traced.of("select z.x, c.oid from zone z left join corder c on c.customer_id = z.x")
                .kept(Operator.ApplyJoin.class));
    }

    @Test
    void outerJoin_ofDual_toTheShardOfItsRow_wouldRepeatTheRowWithoutPartner() {
        assertEquals("""
                ApplyJoin left on c.customer_id = d.a
                  Route Reference
                    Horizon d: select 1 as a from dual
                      Table dual
                  Route EqualUnique of customer by hash
                    Filter c.customer_id = :d_a /* INT64 */
                      Table corder as c
                kept: a row without partner would come from every shard
                """, Traced
                .of("select d.a, c.oid from (select 1 as a from dual) d left join corder c on " + "c.customer_id = d.a")
                .kept(Operator.ApplyJoin.class));
    }

    @Test
    void outerJoin_ofAReferenceTable_toNoShard_needsItsRows() {
        assertEquals("""
                ApplyJoin left on c.customer_id = null
                  Route Reference of customer
                    Table zone as z
                  Route None of customer
                    Filter c.customer_id = null
                      Table corder as c
                kept: the two sides cannot be one route
                """, Traced.of("select z.x, c.oid from zone z left join corder c on c.customer_id = null")
                .kept(Operator.ApplyJoin.class));
    }
}
