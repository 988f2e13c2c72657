package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.operator.Operator;
import org.junit.jupiter.api.Test;

class AggregationOverJoinTest {
    // counts and sums

    @Test
    void countOfRows_isTheProductOfThoseOfTheSides() {
        assertEquals("""
                Aggregator count(*)
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator count(*)
                  Projection count(*) * count(*) as count(*)
                    ApplyJoin inner on c.email = o.`name` (count(*), count(*))
                      Aggregator count(*), c.email group by c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator count(*)
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced.of("select count(*) from customer c join corder o on c.email = o.name")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void countOfRowsOfALeftJoin_isNeverNone() {
        // a row without partner is one row
        assertEquals("""
                Aggregator count(*)
                  ApplyJoin left on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator count(*)
                  Projection count(*) * coalesce(count(*), 1) as count(*)
                    ApplyJoin left on c.email = o.`name` (count(*), count(*))
                      Aggregator count(*), c.email group by c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator count(*)
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced.of("select count(*) from customer c left join corder o on c.email = o.name")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void sumOfTheLeftSide_isMultipliedByTheRowsOfTheRight() {
        assertEquals("""
                Aggregator sum(c.customer_id)
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator sum(c.customer_id)
                  Projection sum(c.customer_id) * count(*) as sum(c.customer_id)
                    ApplyJoin inner on c.email = o.`name` (sum(c.customer_id), count(*))
                      Aggregator sum(c.customer_id), c.email group by c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator count(*)
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced.of("select sum(c.customer_id) from customer c join corder o on c.email = o.name")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void sumOfTheLeftSideOfALeftJoin_isNeverLess() {
        assertEquals("""
                Aggregator sum(c.customer_id), count(c.customer_id)
                  ApplyJoin left on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator sum(c.customer_id), count(c.customer_id)
                  Projection sum(c.customer_id) * coalesce(count(*), 1) as sum(c.customer_id), count(c.customer_id) * \
                coalesce(count(*), 1) as count(c.customer_id)
                    ApplyJoin left on c.email = o.`name` (sum(c.customer_id), count(*), count(c.customer_id))
                      Aggregator sum(c.customer_id), count(c.customer_id), c.email group by c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator count(*)
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced
                .of("select sum(c.customer_id), count(c.customer_id) from customer c left join corder o on c.email = "
                        + "o.name")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void countOfTheRightSideOfALeftJoin_isNullWithoutPartner() {
        // NULL for a row without partner, which neither count nor sum heeds
        assertEquals("""
                Aggregator count(o.qty), sum(o.qty)
                  ApplyJoin left on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator count(o.qty), sum(o.qty)
                  Projection count(*) * count(o.qty) as count(o.qty), count(*) * sum(o.qty) as sum(o.qty)
                    ApplyJoin left on c.email = o.`name` (count(o.qty), count(*), sum(o.qty))
                      Aggregator count(*), c.email group by c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator count(o.qty), sum(o.qty)
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced.of("select count(o.qty), sum(o.qty) from customer c left join corder o on c.email = o.name")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void countOfAConstant_isOfTheLeftSide() {
        assertEquals("""
                Aggregator count(5)
                  ApplyJoin left on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator count(5)
                  Projection count(5) * coalesce(count(*), 1) as count(5)
                    ApplyJoin left on c.email = o.`name` (count(5), count(*))
                      Aggregator count(5), c.email group by c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator count(*)
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced.of("select count(5) from customer c left join corder o on c.email = o.name")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void averages_areSumsAndCountsBefore() {
        assertEquals("""
                Projection sum(o.qty) / count(o.qty) as avg(o.qty)
                  Aggregator sum(o.qty), count(o.qty)
                    Projection count(*) * sum(o.qty) as sum(o.qty), count(*) * count(o.qty) as count(o.qty)
                      ApplyJoin inner on c.email = o.`name` (sum(o.qty), count(*), count(o.qty))
                        Route Scatter of customer
                          Aggregator count(*), c.email group by c.email
                            Table customer as c
                        Route Scatter of customer
                          Aggregator sum(o.qty), count(o.qty) group by .0
                            Filter :c_email /* VARCHAR */ = o.`name`
                              Table corder as o
                """, Traced.of("select avg(o.qty) from customer c join corder o on c.email = o.name").tree());
    }

    // least and greatest

    @Test
    void extremes_areThoseOfTheirSide() {
        assertEquals("""
                Aggregator min(c.email), max(o.qty), any_value(o.oid)
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator min(c.email), max(o.qty), any_value(o.oid)
                  Projection min(c.email), max(o.qty), any_value(o.oid)
                    ApplyJoin inner on c.email = o.`name` (min(c.email), max(o.qty), any_value(o.oid))
                      Aggregator min(c.email), c.email group by c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator max(o.qty), any_value(o.oid)
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced
                .of("select min(c.email), max(o.qty), any_value(o.oid) from customer c join corder o on c.email = "
                        + "o.name")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    // keys

    @Test
    void keys_areKeysOfTheirSide() {
        assertEquals("""
                Aggregator c.customer_id, o.qty, count(*) group by c.customer_id, o.qty
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator c.customer_id, o.qty, count(*) group by c.customer_id, o.qty
                  Projection c.customer_id as customer_id, o.qty as qty, count(*) * count(*) as count(*)
                    ApplyJoin inner on c.email = o.`name` (count(*), count(*), c.customer_id, o.qty)
                      Aggregator count(*), c.customer_id, c.email group by c.customer_id, c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator count(*), o.qty group by o.qty
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced
                .of("select c.customer_id, o.qty, count(*) from customer c join corder o on c.email = o.name group by "
                        + "c.customer_id, o.qty")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void keyOfBothSides_isSplit() {
        assertEquals("""
                Aggregator c.customer_id + o.qty, count(*) group by c.customer_id + o.qty
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator c.customer_id + o.qty, count(*) group by c.customer_id + o.qty
                  Projection c.customer_id + o.qty, count(*) * count(*) as count(*)
                    ApplyJoin inner on c.email = o.`name` (count(*), count(*))
                      Aggregator count(*), c.customer_id, c.email group by c.customer_id, c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator count(*), :c_customer_id /* INT64 */ + o.qty group by :c_customer_id /* INT64 */ + o.qty
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced
                .of("select c.customer_id + o.qty, count(*) from customer c join corder o on c.email = o.name group "
                        + "by c.customer_id + o.qty")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void columnOfThePredicate_isNoSecondKey() {
        assertEquals("""
                Aggregator c.email, count(*) group by c.email
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator c.email, count(*) group by c.email
                  Projection c.email as email, count(*) * count(*) as count(*)
                    ApplyJoin inner on c.email = o.`name` (count(*), count(*), c.email)
                      Aggregator count(*), c.email group by c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator count(*)
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """,
                Traced.of("select c.email, count(*) from customer c join corder o on c.email = o.name group by c.email")
                        .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void joinOfJoins_isSplitAgain() {
        assertEquals("""
                Aggregator count(*)
                  Projection count(*) * count(*) as count(*)
                    ApplyJoin inner on c.email = o.`name` (count(*), count(*))
                      Route Scatter of customer
                        Aggregator count(*), c.email group by c.email
                          Table customer as c
                      Projection count(*) * count(*) as count(*)
                        ApplyJoin inner on p.sku = o.qty (count(*), count(*))
                          Route Scatter of customer
                            Aggregator count(*), o.qty group by o.qty
                              Filter :c_email /* VARCHAR */ = o.`name`
                                Table corder as o
                          Route Unsharded of commerce
                            Aggregator count(*) group by .0
                              Filter p.sku = :o_qty
                                Table product as p
                """,
                Traced.of("select count(*) from customer c join corder o on c.email = o.name join product p on p.sku = "
                        + "o.qty").tree());
    }

    @Test
    void columnThatASubqueryNeeds_isAKey() {
        // a subquery on the right side needs another column of the left row
        assertEquals("""
                Aggregator count(*)
                  Projection count(*) * count(*) as count(*)
                    ApplyJoin inner on c.email = o.`name` (count(*), count(*))
                      Route Scatter of customer
                        Aggregator count(*), c.email, c.customer_id group by c.email, c.customer_id
                          Table customer as c
                      Route Scatter of customer
                        Aggregator count(*) group by .0
                          Filter exists (select 1 from corder as x where x.customer_id = o.customer_id and x.qty = \
                :c_customer_id /* INT64 */)
                            Filter :c_email /* VARCHAR */ = o.`name`
                              Table corder as o
                """,
                Traced.of(
                        "select count(*) from customer c join corder o on c.email = o.name where exists (select 1 from "
                                + "corder x where x.customer_id = o.customer_id and x.qty = c.customer_id)")
                        .tree());
    }

    // hash joins

    @Test
    void hashJoin_isGroupedByWhatIsCompared() {
        assertEquals("""
                Aggregator count(*), max(e.email)
                  HashJoin inner on d.customer_id = e.customer_id
                    LimitRows 10
                      Route Scatter of customer /*vt+ ALLOW_HASH_JOIN */
                        LimitRows 10
                          Projection d: customer_id
                            Table customer
                    LimitRows 10
                      Route Scatter of customer /*vt+ ALLOW_HASH_JOIN */
                        LimitRows 10
                          Projection e: customer_id, email
                            Table customer
                => each shard aggregates its own rows
                Aggregator count(*), max(e.email)
                  Projection count(*) * count(*) as count(*), max(e.email)
                    HashJoin inner on d.customer_id = e.customer_id (count(*), count(*), max(e.email), d.customer_id, \
                e.customer_id)
                      Aggregator count(*), d.customer_id group by d.customer_id
                        LimitRows 10
                          Route Scatter of customer /*vt+ ALLOW_HASH_JOIN */
                            LimitRows 10
                              Projection d: customer_id
                                Table customer
                      Aggregator count(*), max(e.email), e.customer_id group by e.customer_id
                        LimitRows 10
                          Route Scatter of customer /*vt+ ALLOW_HASH_JOIN */
                            LimitRows 10
                              Projection e: customer_id, email
                                Table customer
                """, Traced
                .of("select /*vt+ ALLOW_HASH_JOIN */ count(*), max(e.email) from (select customer_id from customer "
                        + "limit 10) d join (select customer_id, email from customer limit 10) e on d.customer_id = "
                        + "e.customer_id")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void leftHashJoin_isNeverNone() {
        assertEquals("""
                Aggregator d.customer_id, count(*) group by d.customer_id
                  HashJoin left on d.customer_id = e.customer_id
                    LimitRows 10
                      Route Scatter of customer /*vt+ ALLOW_HASH_JOIN */
                        LimitRows 10
                          Projection d: customer_id
                            Table customer
                    LimitRows 10
                      Route Scatter of customer /*vt+ ALLOW_HASH_JOIN */
                        LimitRows 10
                          Projection e: customer_id, email
                            Table customer
                => each shard aggregates its own rows
                Aggregator d.customer_id, count(*) group by d.customer_id
                  Projection d.customer_id as customer_id, count(*) * coalesce(count(*), 1) as count(*)
                    HashJoin left on d.customer_id = e.customer_id (count(*), count(*), d.customer_id, e.customer_id, \
                d.customer_id)
                      Aggregator count(*), d.customer_id, d.customer_id group by d.customer_id, d.customer_id
                        LimitRows 10
                          Route Scatter of customer /*vt+ ALLOW_HASH_JOIN */
                            LimitRows 10
                              Projection d: customer_id
                                Table customer
                      Aggregator count(*), e.customer_id group by e.customer_id
                        LimitRows 10
                          Route Scatter of customer /*vt+ ALLOW_HASH_JOIN */
                            LimitRows 10
                              Projection e: customer_id, email
                                Table customer
                """, Traced
                .of("select /*vt+ ALLOW_HASH_JOIN */ d.customer_id, count(*) from (select customer_id from customer "
                        + "limit 10) d left join (select customer_id, email from customer limit 10) e on d.customer_id = "
                        + "e.customer_id group by d.customer_id")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void keyOfBothSidesOfAHashJoin_needsPairs() {
        assertEquals("""
                Aggregator count(*) group by d.customer_id + e.email
                  HashJoin inner on d.customer_id = e.customer_id
                    LimitRows 10
                      Route Scatter of customer /*vt+ ALLOW_HASH_JOIN */
                        LimitRows 10
                          Projection d: customer_id
                            Table customer
                    LimitRows 10
                      Route Scatter of customer /*vt+ ALLOW_HASH_JOIN */
                        LimitRows 10
                          Projection e: customer_id, email
                            Table customer
                kept: it cannot be split over HashJoin
                """, Traced
                .of("select /*vt+ ALLOW_HASH_JOIN */ count(*) from (select customer_id from customer limit 10) d join "
                        + "(select customer_id, email from customer limit 10) e on d.customer_id = e.customer_id group by "
                        + "d.customer_id + e.email")
                .kept(Operator.Aggregator.class, "it cannot be split over HashJoin"));
    }

    // does not split

    @Test
    void sumOfBothSides_needsPairs() {
        assertEquals("""
                Aggregator sum(c.customer_id * o.qty)
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                kept: it cannot be split over ApplyJoin
                """, Traced.of("select sum(c.customer_id * o.qty) from customer c join corder o on c.email = o.name")
                .kept(Operator.Aggregator.class, "it cannot be split over ApplyJoin"));
    }

    @Test
    void greatestOfBothSides_needsPairs() {
        assertEquals("""
                Aggregator max(c.customer_id * o.qty)
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                kept: it cannot be split over ApplyJoin
                """, Traced.of("select max(c.customer_id * o.qty) from customer c join corder o on c.email = o.name")
                .kept(Operator.Aggregator.class, "it cannot be split over ApplyJoin"));
    }

    @Test
    void texts_needPairs() {
        assertEquals("""
                Aggregator group_concat(o.`name`)
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                kept: it cannot be split over ApplyJoin
                """, Traced.of("select group_concat(o.name) from customer c join corder o on c.email = o.name")
                .kept(Operator.Aggregator.class, "it cannot be split over ApplyJoin"));
    }

    @Test
    void countOfWhatIsNotNullWithoutPartner_needsPairs() {
        // the shards would give NULL for a row without partner
        assertEquals("""
                Aggregator count(ifnull(o.qty, 0))
                  ApplyJoin left on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                kept: it cannot be split over ApplyJoin
                """, Traced.of("select count(ifnull(o.qty, 0)) from customer c left join corder o on c.email = o.name")
                .kept(Operator.Aggregator.class, "it cannot be split over ApplyJoin"));
    }

    @Test
    void keyThatIsNotNullWithoutPartner_needsPairs() {
        assertEquals("""
                Aggregator ifnull(o.qty, 0), count(*) group by ifnull(o.qty, 0)
                  ApplyJoin left on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                kept: it cannot be split over ApplyJoin
                """, Traced
                .of("select ifnull(o.qty, 0), count(*) from customer c left join corder o on c.email = o.name group "
                        + "by ifnull(o.qty, 0)")
                .kept(Operator.Aggregator.class, "it cannot be split over ApplyJoin"));
    }

    @Test
    void arithmeticOfTheRightSide_isNullWithoutPartner() {
        assertEquals("""
                Aggregator sum(-o.qty * 2 + 1)
                  ApplyJoin left on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator sum(-o.qty * 2 + 1)
                  Projection count(*) * sum(-o.qty * 2 + 1) as sum(-o.qty * 2 + 1)
                    ApplyJoin left on c.email = o.`name` (sum(-o.qty * 2 + 1), count(*))
                      Aggregator count(*), c.email group by c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator sum(-o.qty * 2 + 1)
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced.of("select sum(-o.qty * 2 + 1) from customer c left join corder o on c.email = o.name")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void countOfWhatIsNotNull_isSplitOverAnInnerJoin() {
        assertEquals("""
                Aggregator count(ifnull(o.qty, 0))
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => each shard aggregates its own rows
                Aggregator count(ifnull(o.qty, 0))
                  Projection count(*) * count(ifnull(o.qty, 0)) as count(ifnull(o.qty, 0))
                    ApplyJoin inner on c.email = o.`name` (count(ifnull(o.qty, 0)), count(*))
                      Aggregator count(*), c.email group by c.email
                        Route Scatter of customer
                          Table customer as c
                      Aggregator count(ifnull(o.qty, 0))
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced.of("select count(ifnull(o.qty, 0)) from customer c join corder o on c.email = o.name")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void differentValues_needPairs() {
        // a value would be in groups of several names
        assertEquals("""
                Aggregator count(distinct o.customer_id)
                  ApplyJoin inner on o.`name` = c.email
                    Route Scatter of customer
                      Table corder as o
                    Route Scatter of customer
                      Filter :o_name = c.email
                        Table customer as c
                kept: equal values must be seen in one place
                """, Traced.of("select count(distinct o.customer_id) from corder o join customer c on o.name = c.email")
                .kept(Operator.Aggregator.class, "equal values must be seen in one place"));
    }

    @Test
    void sumOfDifferentValues_needsPairs() {
        assertEquals("""
                Aggregator sum(distinct o.customer_id)
                  ApplyJoin inner on o.`name` = c.email
                    Route Scatter of customer
                      Table corder as o
                    Route Scatter of customer
                      Filter :o_name = c.email
                        Table customer as c
                kept: equal values must be seen in one place
                """, Traced.of("select sum(distinct o.customer_id) from corder o join customer c on o.name = c.email")
                .kept(Operator.Aggregator.class, "equal values must be seen in one place"));
    }
}
