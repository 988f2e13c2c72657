package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Distinct;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.TreeText;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.OrderItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class PushDistinctTest {
    // over a route

    @Test
    void distinct_overScatter_isDoneAgain() {
        assertEquals("""
                Distinct
                  Route Scatter of customer
                    Projection `name` as name
                      Table corder
                => each shard spares rows
                Distinct
                  Route Scatter of customer
                    Distinct to spare rows
                      Projection `name` as name
                        Table corder
                """, Traced.of("select distinct name from corder")
                .fired(Operator.Distinct.class));
    }

    @Test
    void distinct_overOneShard_isDoneThere() {
        assertEquals("""
                Distinct
                  Route EqualUnique of customer by hash
                    Projection oid
                      Filter qty in (select qty from corder where customer_id = 7)
                        Table corder where customer_id = 7
                => the shard does it
                Route EqualUnique of customer by hash
                  Distinct
                    Projection oid
                      Filter qty in (select qty from corder where customer_id = 7)
                        Table corder where customer_id = 7
                """, Traced
                .of("select distinct oid from corder where customer_id = 7 and qty in (select qty from corder where "
                        + "customer_id = 7)")
                .fired(Operator.Distinct.class, "the shard does it"));
    }

    @Test
    void sparingDistinct_isForTheShards() {
        assertEquals("""
                Distinct to spare rows
                  Route Scatter of customer
                    Projection c.email as email
                      Table customer as c
                => the shard does it
                Route Scatter of customer
                  Distinct to spare rows
                    Projection c.email as email
                      Table customer as c
                """, Traced.of("select distinct c.email, o.qty from customer c join corder o on c.email = o.name")
                .fired(Operator.Distinct.class, "the shard does it"));
    }

    @Test
    void distinct_isPushedOnce() {
        assertEquals("""
                Distinct
                  Route Scatter of customer
                    Distinct to spare rows
                      Projection `name` as name
                        Table corder
                kept: those below have one already
                """, Traced.of("select distinct name from corder")
                .kept(Operator.Distinct.class, "those below have one already"));
    }

    @Test
    void distinctUnionOfShards_isMadeDistinctAgain() {
        assertEquals("""
                Distinct
                  Route Scatter of customer
                    Union distinct
                      Horizon select email from customer
                        Table customer
                      Horizon select email from `member`
                        Table member
                kept: the shards do it already, each for itself
                """, Traced.of("select email from customer union select email from member")
                .kept(Operator.Distinct.class, "the shards do it already, each for itself"));
    }

    @Test
    void sparingDistinct_overALimit_isNotNeeded() {
        assertEquals("""
                Distinct to spare rows
                  Route EqualUnique of customer by hash
                    Horizon select `name` from corder where customer_id = 7 limit 3
                      Table corder where customer_id = 7
                => a limit spares rows already
                Route EqualUnique of customer by hash
                  Horizon select `name` from corder where customer_id = 7 limit 3
                    Table corder where customer_id = 7
                """,
                Traced.of("(select name from corder where customer_id = 7 limit 3) union (select sku from product)")
                        .fired(Operator.Distinct.class, "a limit spares rows already"));
    }

    @Test
    void distinctOfADerivedTableOfWhichNoColumnIsAskedFor_comparesItsColumns() {
        // the shards compare its columns, not the one that is asked for
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Scalar
                    aggregates: count_star(0) AS count(*)
                    Projection
                      expressions: 1 as 1
                      Distinct
                        collations: (0:1)
                        Route Scatter in customer
                          query: select distinct t.`name`, weight_string(t.`name`) from (select `name` from corder) as t
                """, Cluster.explain("select count(*) from (select distinct name from corder) t"));
    }

    // over a join

    @Test
    void distinct_overJoin_sparesRowsOfBothSides() {
        assertEquals("""
                Distinct
                  ApplyJoin inner on c.email = o.`name` (c.email, o.qty)
                    Projection c.email as email
                      Route Scatter of customer
                        Table customer as c
                    Projection o.qty as qty
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                => each side spares rows
                Distinct
                  ApplyJoin inner on c.email = o.`name` (c.email, o.qty)
                    Distinct to spare rows
                      Projection c.email as email
                        Route Scatter of customer
                          Table customer as c
                    Distinct to spare rows
                      Projection o.qty as qty
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced.of("select distinct c.email, o.qty from customer c join corder o on c.email = o.name")
                .fired(Operator.Distinct.class, "each side spares rows"));
    }

    @Test
    void distinct_overLeftJoin_sparesRowsOfBothSides() {
        assertEquals("""
                Distinct
                  ApplyJoin left on c.email = o.`name` (c.email, o.qty)
                    Projection c.email as email
                      Route Scatter of customer
                        Table customer as c
                    Projection o.qty as qty
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                => each side spares rows
                Distinct
                  ApplyJoin left on c.email = o.`name` (c.email, o.qty)
                    Distinct to spare rows
                      Projection c.email as email
                        Route Scatter of customer
                          Table customer as c
                    Distinct to spare rows
                      Projection o.qty as qty
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """, Traced.of("select distinct c.email, o.qty from customer c left join corder o on c.email = o.name")
                .fired(Operator.Distinct.class, "each side spares rows"));
    }

    @Test
    void sparingDistinct_overJoin_isNotNeededThere() {
        assertEquals("""
                Distinct
                  ApplyJoin inner on c.email = o.`name` (c.email, o.qty, p.sku)
                    Projection c.email as email
                      Route Scatter of customer
                        Table customer as c
                    Projection o.qty as qty, p.sku as sku
                      ApplyJoin inner on p.sku = o.qty
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                        Route Unsharded of commerce
                          Filter p.sku = :o_qty
                            Table product as p
                => each side spares rows
                Distinct
                  ApplyJoin inner on c.email = o.`name` (c.email, o.qty, p.sku)
                    Distinct to spare rows
                      Projection c.email as email
                        Route Scatter of customer
                          Table customer as c
                    Distinct to spare rows
                      Projection o.qty as qty, p.sku as sku
                        ApplyJoin inner on p.sku = o.qty
                          Route Scatter of customer
                            Filter :c_email /* VARCHAR */ = o.`name`
                              Table corder as o
                          Route Unsharded of commerce
                            Filter p.sku = :o_qty
                              Table product as p
                """, Traced
                .of("select distinct c.email, o.qty, p.sku from customer c join corder o on c.email = o.name join "
                        + "product p on p.sku = o.qty")
                .fired(Operator.Distinct.class, "each side spares rows"));
    }

    @Test
    void joinOfDistinctSides_isMadeDistinct() {
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
                """,
                Traced.of("select distinct c.email, o.qty from customer c join corder o on c.email = o.name").tree());
    }

    // over a union

    @Test
    void distinct_overUnion_sparesRowsOfEachQuery() {
        assertEquals("""
                Distinct
                  Union all
                    Route Scatter of customer
                      Horizon select customer_id from customer
                        Table customer
                    Route Unsharded of commerce
                      Horizon select sku from product
                        Table product
                => into the queries
                Distinct
                  Union all
                    Distinct to spare rows
                      Route Scatter of customer
                        Horizon select customer_id from customer
                          Table customer
                    Distinct to spare rows
                      Route Unsharded of commerce
                        Horizon select sku from product
                          Table product
                """, Traced.of("select customer_id from customer union select sku from product")
                .fired(Operator.Distinct.class, "into the queries"));
    }

    @Test
    void distinctOfADistinctQueryOfAUnion_isOne() {
        assertEquals("""
                Distinct
                  Union all
                    Route Scatter of customer
                      Distinct to spare rows
                        Distinct to spare rows
                          Projection `name` as name
                            Table corder
                    Route Unsharded of commerce
                      Horizon select distinct sku from product
                        Table product
                """, Traced.of("(select distinct name from corder) union (select distinct sku from product)").tree());
    }

    // does not go below

    @Test
    void distinct_overLimit_isKept() {
        assertEquals("""
                Distinct
                  LimitRows 4
                    Projection `name` as name
                      Route Scatter of customer
                        LimitRows 4
                          Projection t: `name` as name
                            Table corder
                kept: it cannot be under LimitRows
                """, Traced.of("select distinct name from (select name from corder limit 4) t")
                .kept(Operator.Distinct.class));
    }

    @Test
    void distinct_overGroups_isKept() {
        assertEquals("""
                Distinct
                  Aggregator count(*) group by `name`
                    Route Scatter of customer
                      Table corder
                kept: it cannot be under Aggregator
                """, Traced.of("select distinct count(*) from corder group by name")
                .kept(Operator.Distinct.class));
    }

    @Test
    void distinct_overFilter_isKept() {
        assertEquals("""
                Distinct
                  Filter count(*) > 1
                    Aggregator `name` group by `name`, qty
                      Route Scatter of customer
                        Table corder
                kept: it cannot be under Filter
                """, Traced.of("select distinct name from corder group by name, qty having count(*) > 1")
                .kept(Operator.Distinct.class));
    }

    @Test
    void distinct_overComputedColumns_isKept() {
        assertEquals("""
                Distinct
                  Projection c.email as email
                    Filter c.customer_id + o.qty is null
                      ApplyJoin left on c.email = o.`name`
                        Route Scatter of customer
                          Table customer as c
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                kept: it cannot be under Projection
                """, Traced.of("select distinct c.email from customer c left join corder o on c.email = o.name where "
                + "c.customer_id + o.qty is null")
                .kept(Operator.Distinct.class));
    }

    // over another, and over an order

    /** Rows as a query has them when its Distinct is tried first. */
    private static Operator rows(Traced query) {
        return ((Distinct) query.steps(Distinct.class).getFirst().operator()).input();
    }

    /** What becomes of a Distinct of rows. */
    private static String rewritten(Distinct distinct, Traced query) {
        return PushDistinct.apply(distinct, query.planning()) instanceof Rewrite.To(var next, var what)
                ? what + "\n" + TreeText.of(next)
                : "";
    }

    @Test
    void distinctOfDistinct_isOne() {
        Traced query = Traced.of("select distinct name from corder");
        assertEquals("""
                one of two
                Distinct
                  Route Scatter of customer
                    Projection `name` as name
                      Table corder
                """, rewritten(new Distinct(new Distinct(rows(query), true), true), query));
    }

    @Test
    void distinctOfRowsThatAreSpared_isStillRequired() {
        Traced query = Traced.of("select distinct name from corder");
        assertEquals("""
                one of two
                Distinct
                  Route Scatter of customer
                    Projection `name` as name
                      Table corder
                """, rewritten(new Distinct(new Distinct(rows(query), false), true), query));
    }

    @Test
    void sparingDistinctOfDistinct_isNotRequired() {
        // one above it is
        Traced query = Traced.of("select distinct name from corder");
        assertEquals("""
                one of two
                Distinct to spare rows
                  Route Scatter of customer
                    Projection `name` as name
                      Table corder
                """, rewritten(new Distinct(new Distinct(rows(query), true), false), query));
    }

    @Test
    void distinctOfOneShard_isDistinctAlready() {
        Traced query = Traced.of("select distinct oid from corder where customer_id = 7 and qty in "
                + "(select qty from corder where customer_id = 7)");
        Operator.Route route = (Operator.Route) rows(query);
        assertEquals("""
                the shard does it already
                Route EqualUnique of customer by hash
                  Distinct
                    Projection oid
                      Filter qty in (select qty from corder where customer_id = 7)
                        Table corder where customer_id = 7
                """, rewritten(new Distinct(route.over(new Distinct(route.input(), true)), true), query));
    }

    @Test
    void orderBelow_isLost() {
        Traced query = Traced.of("select distinct name from corder");
        OrderBy key = new OrderBy(new OrderItem(new Expression.Variable("v"), false), new Expression.Variable("v"));
        assertEquals("""
                equal rows have no order
                Distinct
                  Route Scatter of customer
                    Projection `name` as name
                      Table corder
                """, rewritten(new Distinct(new Operator.Ordering(rows(query), List.of(key)), true), query));
    }
}
