package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.operator.Stage;
import org.junit.jupiter.api.Test;

class IsolateDistinctTest {
    // isolates

    @Test
    void distinctUnion_isAnOperatorOfItsOwn() {
        assertEquals("""
                Union distinct
                  Route Scatter of customer
                    Horizon select customer_id from customer
                      Table customer
                  Route Unsharded of commerce
                    Horizon select sku from product
                      Table product
                =>
                Distinct
                  Union all
                    Route Scatter of customer
                      Horizon select customer_id from customer
                        Table customer
                    Route Unsharded of commerce
                      Horizon select sku from product
                        Table product
                """, Traced.of("select customer_id from customer union select sku from product")
                .begun(Stage.PULL_DISTINCT_FROM_UNION));
    }

    @Test
    void distinctUnionInAJoin_isAnOperatorOfItsOwn() {
        assertEquals("""
                ApplyJoin inner on t.`name` = c.email (c.customer_id, c.email, t.`name`)
                  Route Scatter of customer
                    Projection c.customer_id as customer_id, c.email as email
                      Table customer as c
                  Projection t.`name` as name
                    Projection t:\s
                      Union distinct
                        Route Scatter of customer
                          Horizon select `name` from corder
                            Filter `name` = :c_email /* VARCHAR */
                              Table corder
                        Route Unsharded of commerce
                          Horizon select sku from product
                            Filter sku = :c_email /* VARCHAR */
                              Table product
                =>
                ApplyJoin inner on t.`name` = c.email (c.customer_id, c.email, t.`name`)
                  Route Scatter of customer
                    Projection c.customer_id as customer_id, c.email as email
                      Table customer as c
                  Projection t.`name` as name
                    Projection t:\s
                      Distinct
                        Union all
                          Route Scatter of customer
                            Horizon select `name` from corder
                              Filter `name` = :c_email /* VARCHAR */
                                Table corder
                          Route Unsharded of commerce
                            Horizon select sku from product
                              Filter sku = :c_email /* VARCHAR */
                                Table product
                """,
                Traced.of("select * from customer c join (select name from corder union select sku from product) t on "
                        + "t.name = c.email").begun(Stage.PULL_DISTINCT_FROM_UNION));
    }

    @Test
    void distinctUnionOfAllOfADistinctUnion_isDistinctOnce() {
        assertEquals("""
                Union distinct
                  Route Scatter of customer
                    Union distinct
                      Horizon select customer_id from customer
                        Table customer
                      Horizon select qty from corder
                        Table corder
                  Route Unsharded of commerce
                    Horizon select sku from product
                      Table product
                =>
                Distinct
                  Union all
                    Route Scatter of customer
                      Union distinct
                        Horizon select customer_id from customer
                          Table customer
                        Horizon select qty from corder
                          Table corder
                    Route Unsharded of commerce
                      Horizon select sku from product
                        Table product
                """, Traced
                .of("select customer_id from customer union all select sku from product union select qty from corder")
                .begun(Stage.PULL_DISTINCT_FROM_UNION));
    }

    // does not

    @Test
    void unionAll_staysAsItIs() {
        assertEquals("""
                Union all
                  Route Scatter of customer
                    Horizon select customer_id from customer
                      Table customer
                  Route Unsharded of commerce
                    Horizon select sku from product
                      Table product
                =>
                Union all
                  Route Scatter of customer
                    Horizon select customer_id from customer
                      Table customer
                  Route Unsharded of commerce
                    Horizon select sku from product
                      Table product
                """, Traced.of("select customer_id from customer union all select sku from product")
                .begun(Stage.PULL_DISTINCT_FROM_UNION));
    }

    @Test
    void distinctUnionUnderARoute_staysAsItIs() {
        assertEquals("""
                Distinct
                  Route Scatter of customer
                    Union distinct
                      Horizon select email from customer
                        Table customer
                      Horizon select email from `member`
                        Table member
                =>
                Distinct
                  Route Scatter of customer
                    Union distinct
                      Horizon select email from customer
                        Table customer
                      Horizon select email from `member`
                        Table member
                """, Traced.of("select email from customer union select email from member")
                .begun(Stage.PULL_DISTINCT_FROM_UNION));
    }

    @Test
    void distinctQueryOfAUnion_staysAsItIs() {
        assertEquals("""
                Union all
                  Distinct
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection `name` as name
                          Table corder
                  Route Unsharded of commerce
                    Horizon select sku from product
                      Table product
                =>
                Union all
                  Distinct
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection `name` as name
                          Table corder
                  Route Unsharded of commerce
                    Horizon select sku from product
                      Table product
                """, Traced.of("select distinct name from corder union all select sku from product")
                .begun(Stage.PULL_DISTINCT_FROM_UNION));
    }
}
