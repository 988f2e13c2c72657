package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.operator.Stage;
import org.junit.jupiter.api.Test;

class OrderAggregationsTest {
    // orders

    @Test
    void groups_comeOneBehindAnother() {
        assertEquals("""
                Aggregator `name`, count(*) group by `name`
                  Route Scatter of customer
                    Aggregator `name`, count(*) group by `name`
                      Table corder
                =>
                Aggregator `name`, count(*) group by `name`
                  Ordering `name`
                    Route Scatter of customer
                      Aggregator `name`, count(*) group by `name`
                        Table corder
                """,
                Traced.of("select name, count(*) from corder group by name").begun(Stage.ADD_AGGREGATION_ORDERING));
    }

    @Test
    void groupsByTwoKeys_comeInTheirOrder() {
        assertEquals("""
                Aggregator `name`, qty, count(*) group by `name`, qty
                  Route Scatter of customer
                    Aggregator `name`, qty, count(*) group by `name`, qty
                      Table corder
                =>
                Aggregator `name`, qty, count(*) group by `name`, qty
                  Ordering `name`, qty
                    Route Scatter of customer
                      Aggregator `name`, qty, count(*) group by `name`, qty
                        Table corder
                """, Traced.of("select name, qty, count(*) from corder group by name, qty")
                .begun(Stage.ADD_AGGREGATION_ORDERING));
    }

    @Test
    void differentValues_comeOneBehindAnotherInTheirGroup() {
        assertEquals("""
                Aggregator `name`, count(distinct qty) group by `name`
                  Route Scatter of customer
                    Aggregator `name`, qty group by `name`, qty
                      Table corder
                =>
                Aggregator `name`, count(distinct qty) group by `name`
                  Ordering `name`, qty
                    Route Scatter of customer
                      Aggregator `name`, qty group by `name`, qty
                        Table corder
                """, Traced.of("select name, count(distinct qty) from corder group by name")
                .begun(Stage.ADD_AGGREGATION_ORDERING));
    }

    @Test
    void differentValues_withoutGroups_comeOneBehindAnother() {
        assertEquals("""
                Aggregator count(distinct qty)
                  Route Scatter of customer
                    Aggregator qty group by qty
                      Table corder
                =>
                Aggregator count(distinct qty)
                  Ordering qty
                    Route Scatter of customer
                      Aggregator qty group by qty
                        Table corder
                """, Traced.of("select count(distinct qty) from corder").begun(Stage.ADD_AGGREGATION_ORDERING));
    }

    @Test
    void groupsOfAnotherOrder_areOrderedAgain() {
        assertEquals("""
                Aggregator t.`name`, count(*) group by t.`name`
                  LimitRows 3
                    Route Scatter of customer
                      LimitRows 3
                        Ordering t.qty
                          Projection t: `name` as name, qty
                            Table corder
                =>
                Aggregator t.`name`, count(*) group by t.`name`
                  Ordering t.`name`
                    LimitRows 3
                      Route Scatter of customer
                        LimitRows 3
                          Ordering t.qty
                            Projection t: `name` as name, qty
                              Table corder
                """,
                Traced.of("select t.name, count(*) from (select name, qty from corder order by qty limit 3) t group by "
                        + "t.name").begun(Stage.ADD_AGGREGATION_ORDERING));
    }

    @Test
    void groupsOfMoreThanAnOrder_areOrderedAgain() {
        assertEquals("""
                Aggregator t.`name`, t.qty, count(*) group by t.`name`, t.qty
                  LimitRows 3
                    Route Scatter of customer
                      LimitRows 3
                        Ordering t.`name`
                          Projection t: `name` as name, qty
                            Table corder
                =>
                Aggregator t.`name`, t.qty, count(*) group by t.`name`, t.qty
                  Ordering t.`name`, t.qty
                    LimitRows 3
                      Route Scatter of customer
                        LimitRows 3
                          Ordering t.`name`
                            Projection t: `name` as name, qty
                              Table corder
                """, Traced
                .of("select t.name, t.qty, count(*) from (select name, qty from corder order by name limit 3) t group "
                        + "by t.name, t.qty")
                .begun(Stage.ADD_AGGREGATION_ORDERING));
    }

    @Test
    void aggregationOfAnAggregation_isOrderedAgain() {
        assertEquals("""
                Aggregator n, count(*) group by n
                  Aggregator t: `name`, count(*) as n group by `name`
                    Route Scatter of customer
                      Aggregator `name`, count(*) as n group by `name`
                        Table corder
                =>
                Aggregator n, count(*) group by n
                  Ordering n
                    Aggregator t: `name`, count(*) as n group by `name`
                      Ordering `name`
                        Route Scatter of customer
                          Aggregator `name`, count(*) as n group by `name`
                            Table corder
                """,
                Traced.of("select n, count(*) from (select name, count(*) n from corder group by name) t group by n")
                        .begun(Stage.ADD_AGGREGATION_ORDERING));
    }

    // does not order

    @Test
    void groupOfAllRows_needsNoOrder() {
        assertEquals("""
                Aggregator count(*), max(qty)
                  Route Scatter of customer
                    Aggregator count(*), max(qty)
                      Table corder
                =>
                Aggregator count(*), max(qty)
                  Route Scatter of customer
                    Aggregator count(*), max(qty)
                      Table corder
                """, Traced.of("select count(*), max(qty) from corder").begun(Stage.ADD_AGGREGATION_ORDERING));
    }

    @Test
    void orderedByItsKeys_isNotOrderedAgain() {
        assertEquals("""
                Aggregator `name`, count(*) group by `name`
                  Route Scatter of customer
                    Ordering corder.`name` desc
                      Aggregator `name`, count(*) group by `name`
                        Table corder
                =>
                Aggregator `name`, count(*) group by `name`
                  Route Scatter of customer
                    Ordering corder.`name` desc
                      Aggregator `name`, count(*) group by `name`
                        Table corder
                """, Traced.of("select name, count(*) from corder group by name order by name desc")
                .begun(Stage.ADD_AGGREGATION_ORDERING));
    }

    @Test
    void orderedByMoreThanItsKeys_isNotOrderedAgain() {
        assertEquals("""
                Aggregator t.`name`, count(*) group by t.`name`
                  LimitRows 3
                    Route Scatter of customer
                      LimitRows 3
                        Ordering t.`name`, t.qty
                          Projection t: `name` as name, qty
                            Table corder
                =>
                Aggregator t.`name`, count(*) group by t.`name`
                  LimitRows 3
                    Route Scatter of customer
                      LimitRows 3
                        Ordering t.`name`, t.qty
                          Projection t: `name` as name, qty
                            Table corder
                """, Traced
                .of("select t.name, count(*) from (select name, qty from corder order by name, qty limit 3) t group "
                        + "by t.name")
                .begun(Stage.ADD_AGGREGATION_ORDERING));
    }

    @Test
    void aggregationUnderARoute_isTheShards() {
        assertEquals("""
                Route Scatter of customer
                  Aggregator customer_id, count(*) group by customer_id
                    Table corder
                =>
                Route Scatter of customer
                  Aggregator customer_id, count(*) group by customer_id
                    Table corder
                """, Traced.of("select customer_id, count(*) from corder group by customer_id")
                .begun(Stage.ADD_AGGREGATION_ORDERING));
    }
}
