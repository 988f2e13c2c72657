package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.operator.Stage;
import org.junit.jupiter.api.Test;

class PrepareAggregationTest {
    // adds

    @Test
    void aggregateOfHaving_isAColumn() {
        assertEquals("""
                Filter sum(qty) > 1
                  Aggregator `name` group by `name`
                    Route Scatter of customer
                      Table corder
                =>
                Filter sum(qty) > 1
                  Aggregator `name`, sum(qty) group by `name`
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select name from corder group by name having sum(qty) > 1")
                .begun(Stage.DELEGATE_AGGREGATION));
    }

    @Test
    void aggregatesOfOneCondition_areColumns() {
        assertEquals("""
                Filter sum(qty) > 1 and max(oid) < 3 or count(*) = sum(qty)
                  Aggregator `name` group by `name`
                    Route Scatter of customer
                      Table corder
                =>
                Filter sum(qty) > 1 and max(oid) < 3 or count(*) = sum(qty)
                  Aggregator `name`, sum(qty), max(oid), count(*) group by `name`
                    Route Scatter of customer
                      Table corder
                """,
                Traced.of("select name from corder group by name having sum(qty) > 1 and (max(oid) < 3 or count(*) = "
                        + "sum(qty))").begun(Stage.DELEGATE_AGGREGATION));
    }

    @Test
    void aggregateBesideASubquery_isAColumn() {
        assertEquals("""
                SubQueryContainer
                  Filter sum(qty) > 1
                    Aggregator `name` group by `name`
                      Route Scatter of customer
                        Table corder
                  SubQuery :__sq1 value
                    Route Unsharded of commerce
                      Projection 1
                        Table product
                =>
                SubQueryContainer
                  Filter sum(qty) > 1
                    Aggregator `name`, count(*), sum(qty) group by `name`
                      Route Scatter of customer
                        Table corder
                  SubQuery :__sq1 value
                    Route Unsharded of commerce
                      Projection 1
                        Table product
                """, Traced
                .of("select name from corder group by name having count(*) > (select 1 from product) and sum(qty) > 1")
                .begun(Stage.DELEGATE_AGGREGATION));
    }

    @Test
    void aggregateBelowAProjection_isAColumn() {
        assertEquals("""
                Projection sum(qty) + 1
                  Filter max(oid) > 3
                    Aggregator `name`, sum(qty), 1 group by `name`
                      Route Scatter of customer
                        Table corder
                =>
                Projection sum(qty) + 1
                  Filter max(oid) > 3
                    Aggregator `name`, sum(qty), 1, max(oid) group by `name`
                      Route Scatter of customer
                        Table corder
                """, Traced.of("select sum(qty) + 1 from corder group by name having max(oid) > 3")
                .begun(Stage.DELEGATE_AGGREGATION));
    }

    @Test
    void havingOfADerivedTable_isAColumn() {
        assertEquals("""
                Projection `name` as name
                  Projection t: `name` as name, sum(qty) > 1
                    Filter sum(qty) > 1
                      Aggregator `name`, sum(qty), 1 group by `name`
                        Route Scatter of customer
                          Table corder where `name` = 'a'
                =>
                Projection `name` as name
                  Projection t: `name` as name, sum(qty) > 1
                    Filter sum(qty) > 1
                      Aggregator `name`, sum(qty), 1 group by `name`
                        Route Scatter of customer
                          Table corder where `name` = 'a'
                """, Traced
                .of("select * from (select name from corder group by name having sum(qty) > 1) t where t.name = 'a'")
                .begun(Stage.DELEGATE_AGGREGATION));
    }

    // does not

    @Test
    void aggregateOfTheSelectList_isThere() {
        assertEquals("""
                Filter sum(qty) > 1
                  Aggregator `name`, sum(qty) group by `name`
                    Route Scatter of customer
                      Table corder
                =>
                Filter sum(qty) > 1
                  Aggregator `name`, sum(qty) group by `name`
                    Route Scatter of customer
                      Table corder
                """, Traced.of("select name, sum(qty) from corder group by name having sum(qty) > 1")
                .begun(Stage.DELEGATE_AGGREGATION));
    }

    @Test
    void havingOfAKey_needsNone() {
        assertEquals("""
                Aggregator `name`, count(*) group by `name`
                  Route Scatter of customer
                    Table corder where corder.`name` > 'a'
                =>
                Aggregator `name`, count(*) group by `name`
                  Route Scatter of customer
                    Table corder where corder.`name` > 'a'
                """, Traced.of("select name, count(*) from corder group by name having name > 'a'")
                .begun(Stage.DELEGATE_AGGREGATION));
    }

    @Test
    void aggregateOfASubquery_isItsOwn() {
        assertEquals("""
                Aggregator `name`, count(*) group by `name`
                  SubQueryContainer
                    Route Scatter of customer
                      Table corder
                    SubQuery :__sq1 value
                      Route Unsharded of commerce
                        Aggregator max(sku)
                          Table product
                =>
                Aggregator `name`, count(*) group by `name`
                  SubQueryContainer
                    Route Scatter of customer
                      Table corder
                    SubQuery :__sq1 value
                      Route Unsharded of commerce
                        Aggregator max(sku)
                          Table product
                """,
                Traced.of(
                        "select name, count(*) from corder group by name having name > (select max(sku) from product)")
                        .begun(Stage.DELEGATE_AGGREGATION));
    }

    @Test
    void filterOfRows_needsNone() {
        assertEquals("""
                Aggregator count(*)
                  Filter c.customer_id + o.qty is null
                    ApplyJoin left on c.email = o.`name`
                      Route Scatter of customer
                        Table customer as c
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                =>
                Aggregator count(*)
                  Filter c.customer_id + o.qty is null
                    ApplyJoin left on c.email = o.`name`
                      Route Scatter of customer
                        Table customer as c
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                """,
                Traced.of(
                        "select count(*) from customer c left join corder o on c.email = o.name where c.customer_id + "
                                + "o.qty is null")
                        .begun(Stage.DELEGATE_AGGREGATION));
    }

    @Test
    void aggregationUnderARoute_isTheShards() {
        assertEquals("""
                Route Scatter of customer
                  Filter count(*) > 1
                    Aggregator customer_id group by customer_id
                      Table corder
                =>
                Route Scatter of customer
                  Filter count(*) > 1
                    Aggregator customer_id group by customer_id
                      Table corder
                """, Traced.of("select customer_id from corder group by customer_id having count(*) > 1")
                .begun(Stage.DELEGATE_AGGREGATION));
    }
}
