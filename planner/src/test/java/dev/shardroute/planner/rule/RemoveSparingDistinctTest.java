package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.operator.Stage;
import org.junit.jupiter.api.Test;

class RemoveSparingDistinctTest {
    // takes out

    @Test
    void sparingDistinctOverAFilter_isTakenOut() {
        assertEquals("""
                Distinct
                  Union all
                    Distinct to spare rows
                      Projection c.email as email
                        Filter c.customer_id + o.qty is null
                          ApplyJoin left on c.email = o.`name`
                            Route Scatter of customer
                              Table customer as c
                            Route Scatter of customer
                              Filter :c_email /* VARCHAR */ = o.`name`
                                Table corder as o
                    Route Unsharded of commerce
                      Distinct to spare rows
                        Horizon select sku from product
                          Table product
                =>
                Distinct
                  Union all
                    Projection c.email as email
                      Filter c.customer_id + o.qty is null
                        ApplyJoin left on c.email = o.`name`
                          Route Scatter of customer
                            Table customer as c
                          Route Scatter of customer
                            Filter :c_email /* VARCHAR */ = o.`name`
                              Table corder as o
                    Route Unsharded of commerce
                      Distinct to spare rows
                        Horizon select sku from product
                          Table product
                """,
                Traced.of("select c.email from customer c left join corder o on c.email = o.name where c.customer_id + "
                        + "o.qty is null union select sku from product").begun(Stage.CLEAN_OUT_DISTINCT));
    }

    @Test
    void sparingDistinctOverALimit_isTakenOut() {
        assertEquals("""
                Distinct
                  ApplyJoin inner (t.`name`, c.email)
                    Distinct to spare rows
                      LimitRows 3
                        Route Scatter of customer
                          Projection t.`name` as name
                            LimitRows 3
                              Projection t: `name` as name
                                Table corder
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection c.email as email
                          Table customer as c
                =>
                Distinct
                  ApplyJoin inner (t.`name`, c.email)
                    LimitRows 3
                      Route Scatter of customer
                        Projection t.`name` as name
                          LimitRows 3
                            Projection t: `name` as name
                              Table corder
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection c.email as email
                          Table customer as c
                """, Traced.of("select distinct t.name, c.email from (select name from corder limit 3) t, customer c")
                .begun(Stage.CLEAN_OUT_DISTINCT));
    }

    @Test
    void sparingDistinctOverGroups_isTakenOut() {
        assertEquals("""
                Distinct
                  ApplyJoin inner (t.n, c.email)
                    Distinct to spare rows
                      Projection t.n as n
                        Aggregator t: count(*) as n group by `name`
                          Route Scatter of customer
                            Ordering `name`
                              Aggregator count(*) as n group by `name`
                                Table corder
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection c.email as email
                          Table customer as c
                =>
                Distinct
                  ApplyJoin inner (t.n, c.email)
                    Projection t.n as n
                      Aggregator t: count(*) as n group by `name`
                        Route Scatter of customer
                          Ordering `name`
                            Aggregator count(*) as n group by `name`
                              Table corder
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection c.email as email
                          Table customer as c
                """,
                Traced.of(
                        "select distinct t.n, c.email from (select count(*) n from corder group by name) t, customer c")
                        .begun(Stage.CLEAN_OUT_DISTINCT));
    }

    // keeps

    @Test
    void distinctOfTheStatement_isKept() {
        assertEquals("""
                Distinct
                  Route Scatter of customer
                    Distinct to spare rows
                      Projection `name` as name
                        Table corder
                =>
                Distinct
                  Route Scatter of customer
                    Distinct to spare rows
                      Projection `name` as name
                        Table corder
                """, Traced.of("select distinct name from corder").begun(Stage.CLEAN_OUT_DISTINCT));
    }

    @Test
    void sparingDistinctUnderARoute_isKept() {
        assertEquals("""
                Distinct
                  ApplyJoin inner on c.email = o.`name` (c.email, o.qty)
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection c.email as email
                          Table customer as c
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection o.qty as qty
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                =>
                Distinct
                  ApplyJoin inner on c.email = o.`name` (c.email, o.qty)
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection c.email as email
                          Table customer as c
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection o.qty as qty
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced.of("select distinct c.email, o.qty from customer c join corder o on c.email = o.name")
                .begun(Stage.CLEAN_OUT_DISTINCT));
    }
}
