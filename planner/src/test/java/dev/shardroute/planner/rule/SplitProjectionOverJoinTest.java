package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.offset.Drafted;
import dev.shardroute.planner.operator.JoinType;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.Rewrite;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitProjectionOverJoinTest {
    // fires

    @Test
    void columns_areOfTheirSides() {
        assertEquals("""
                Projection c.oid as oid, p.price as price, c.qty as qty
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin inner on p.sku = c.sku (c.oid, p.price, c.qty)
                  Projection c.oid as oid, c.qty as qty
                    Route Scatter of customer
                      Table corder as c
                  Projection p.price as price
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select c.oid, p.price, c.qty from corder c join product p on p.sku = c.sku")
                .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    @Test
    void expressionOverBothSides_isOfTheRight() {
        assertEquals("""
                Projection c.qty * p.price as total
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin inner on p.sku = c.sku (c.qty * p.price)
                  Projection c.qty as qty
                    Route Scatter of customer
                      Table corder as c
                  Projection :c_qty * p.price as total
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select c.qty * p.price as total from corder c join product p on p.sku = c.sku")
                .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    @Test
    void expressionsOfOneSide_areEvaluatedThere() {
        assertEquals("""
                Projection c.qty + 1, p.price + 2
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin inner on p.sku = c.sku (c.qty + 1, p.price + 2)
                  Projection c.qty + 1
                    Route Scatter of customer
                      Table corder as c
                  Projection p.price + 2
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select c.qty + 1, p.price + 2 from corder c join product p on p.sku = c.sku")
                .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    @Test
    void constant_isOfTheLeft() {
        assertEquals("""
                Projection 1, p.price as price
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin inner on p.sku = c.sku (1, p.price)
                  Projection 1
                    Route Scatter of customer
                      Table corder as c
                  Projection p.price as price
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select 1, p.price from corder c join product p on p.sku = c.sku")
                .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    @Test
    void sideWithoutColumns_staysAsItIs() {
        assertEquals("""
                Projection c.oid as oid
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin inner on p.sku = c.sku (c.oid)
                  Projection c.oid as oid
                    Route Scatter of customer
                      Table corder as c
                  Route Unsharded of commerce
                    Filter p.sku = :c_sku
                      Table product as p
                """, Traced.of("select c.oid from corder c join product p on p.sku = c.sku")
                .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    @Test
    void columnsOfAnOuterJoin_areNullWithoutPartner() {
        assertEquals("""
                Projection c.oid as oid, p.price as price
                  ApplyJoin left on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin left on p.sku = c.sku (c.oid, p.price)
                  Projection c.oid as oid
                    Route Scatter of customer
                      Table corder as c
                  Projection p.price as price
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select c.oid, p.price from corder c left join product p on p.sku = c.sku")
                .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    @Test
    void sameColumnTwice_isOneOfTheSide() {
        assertEquals("""
                Projection c.oid as oid, c.oid as again, p.price as price
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin inner on p.sku = c.sku (c.oid, c.oid, p.price)
                  Projection c.oid as oid, c.oid as again
                    Route Scatter of customer
                      Table corder as c
                  Projection p.price as price
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select c.oid, c.oid as again, p.price from corder c join product p on p.sku = c.sku")
                .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    @Test
    void randomValue_isAnotherForEachPair() {
        assertEquals("""
                Projection uuid(), p.price as price
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin inner on p.sku = c.sku (uuid(), p.price)
                  Route Scatter of customer
                    Table corder as c
                  Projection uuid(), p.price as price
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select uuid(), p.price from corder c join product p on p.sku = c.sku")
                .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    @Test
    void randomValueOfTheLeft_isComputedOnTheRight() {
        assertEquals("""
                Projection rand() * c.qty
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin inner on p.sku = c.sku (rand() * c.qty)
                  Projection c.qty as qty
                    Route Scatter of customer
                      Table corder as c
                  Projection rand() * :c_qty as rand() * c.qty
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced.of("select rand() * c.qty from corder c join product p on p.sku = c.sku")
                .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    // derived tables

    @Test
    void bothSides_areTheTable() {
        assertEquals("""
                Projection t: c.oid as oid, p.price as price
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c where c.oid > 1
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin inner on p.sku = t.`c.sku` (t.oid, t.price)
                  Projection t: c.oid as oid, c.sku
                    Route Scatter of customer
                      Table corder as c where c.oid > 1
                  Projection t: p.price as price
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """,
                Traced.of("select t.oid, t.price from (select c.oid, p.price from corder c join product p on "
                        + "p.sku = c.sku) t where t.oid > 1")
                        .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    @Test
    void whatTheJoinNeeds_isAColumnOfTheTable() {
        assertEquals("""
                Projection t: c.qty * p.price as total
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin inner on p.sku = t.`c.sku` (t.total)
                  Projection t: c.qty as qty, c.sku
                    Route Scatter of customer
                      Table corder as c
                  Projection t: :c_qty * p.price as total
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """,
                Traced.of("select t.total from (select c.qty * p.price as total from corder c join product p "
                        + "on p.sku = c.sku) t")
                        .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    @Test
    void namesOfColumns_areThoseOfTheTable() {
        assertEquals(
                """
                Projection t: c.oid as oid, p.price as price
                  ApplyJoin inner on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                => split between the sides of the join
                ApplyJoin inner on p.sku = t.`c.sku` (t.a, t.b)
                  Projection t: c.oid as oid, c.sku
                    Route Scatter of customer
                      Table corder as c
                  Projection t: p.price as price
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                """, Traced
                        .of("select t.a, t.b from (select c.oid, p.price from corder c join product p on p.sku = "
                                + "c.sku) t(a, b)")
                        .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    @Test
    void expressionsOfTheTable_haveTheirNames() {
        assertEquals("""
                Join SELECT (commerce.product, customer.corder)
                  Join Join
                    join column indexes: R:0
                    join vars: {"c_qty":0,"c_sku":1}
                    Route Scatter in customer
                      query: select t.qty, t.`c.sku` from (select c.qty, c.sku as `c.sku` from corder as c) as t
                    Route Unsharded in commerce
                      query: select t.total from (select :c_qty * p.price as total from product as p where :c_qty \
                * p.price > 7 and p.sku = :c_sku) as t
                """,
                Cluster.explain("select t.total from (select c.qty * p.price as total from corder c join product p "
                        + "on p.sku = c.sku) t where t.total > 7"));
    }

    @Test
    void columnsOfOneName_areRefused() {
        assertEquals("VT12001: unsupported: two columns of a derived table that are both called qty",
                Cluster.refusal("select t.total from (select c.qty * 2 as qty, c.qty * p.price as total from corder "
                        + "c join product p on p.sku = c.sku) t"));
    }

    // subqueries

    @Test
    void valueThatIsReadBefore_isAVariableOnTheRight() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder, customer.page)
                  UncorrelatedSubquery PulloutValue
                    pullout vars: __sq1
                    SubQuery: Route Unsharded in commerce
                      query: select max(price) from product
                    Outer: Join Join
                      join column indexes: R:0
                      join vars: {"c_qty":0,"c_sku":1}
                      Route Scatter in customer
                        query: select c.qty, c.sku from corder as c
                      Route Scatter in customer
                        query: select :__sq1 + :c_qty * g.size as s from page as g where g.title = :c_sku
                """, Cluster.explain("select (select max(price) from product) + c.qty * g.size as s from corder c join "
                + "page g on g.title = c.sku"));
    }

    @Test
    void valueThatIsReadBefore_isAVariableInADerivedTable() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder, customer.page)
                  UncorrelatedSubquery PulloutValue
                    pullout vars: __sq1
                    SubQuery: Route Unsharded in commerce
                      query: select max(price) from product
                    Outer: Filter
                      predicate: t.s > 5
                      result columns: 1
                      Join Join
                        join column indexes: R:0,R:1
                        join vars: {"c_qty":0,"c_sku":1}
                        Route Scatter in customer
                          query: select t.qty, t.`c.sku` from (select c.qty, c.sku as `c.sku` from corder as c) as t
                        Route Scatter in customer
                          query: select t.s, t.title from (select :__sq1 + :c_qty * g.size as s, g.title from \
                page as g where g.title = :c_sku) as t
                """, Cluster.explain("select t.s from (select (select max(price) from product) + c.qty * g.size as s, "
                + "g.title from corder c join page g on g.title = c.sku) t where t.s > 5"));
    }

    @Test
    void subqueryOfTheRight_hasVariablesForTheLeft() {
        assertEquals("""
                Join SELECT (customer.corder, customer.page)
                  Join Join
                    join column indexes: R:0
                    join vars: {"c_qty":0,"c_sku":1}
                    Route Scatter in customer
                      query: select c.qty, c.sku from corder as c
                    Route Scatter in customer
                      query: select (select max(h.size) from page as h where h.url = g.url and h.title = :c_sku) \
                + :c_qty as s from page as g where g.title = :c_sku
                """,
                Cluster.explain("select (select max(h.size) from page h where h.url = g.url and h.title = c.sku) + "
                        + "c.qty as s from corder c join page g on g.title = c.sku"));
    }

    @Test
    void valueOfOneSide_isOfThatSide() {
        assertEquals("""
                Projection :__sq1 + c.qty as s, g.title as title
                  ApplyJoin inner on g.title = c.sku
                    SubQuery :__sq1 value
                      Route Scatter of customer
                        Table corder as c
                      Route Unsharded of commerce
                        Aggregator max(price)
                          Table product
                    Route Scatter of customer
                      Filter g.title = :c_sku
                        Table page as g
                => split between the sides of the join
                ApplyJoin inner on g.title = c.sku ((select max(price) from product) + c.qty, g.title)
                  Projection :__sq1 + c.qty as s
                    SubQuery :__sq1 value
                      Route Scatter of customer
                        Table corder as c
                      Route Unsharded of commerce
                        Aggregator max(price)
                          Table product
                  Projection g.title as title
                    Route Scatter of customer
                      Filter g.title = :c_sku
                        Table page as g
                """,
                Traced.of("select (select max(price) from product) + c.qty as s, g.title from corder c join "
                        + "page g on g.title = c.sku")
                        .fired(Operator.Projection.class, "split between the sides of the join"));
    }

    // does not fire

    @Test
    void expressionOverAnOuterJoin_needNotBeNull() {
        assertEquals("""
                Projection c.oid as oid, coalesce(p.price, 0)
                  ApplyJoin left on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                kept: an expression need not be NULL where a row has no partner
                """,
                Traced.of("select c.oid, coalesce(p.price, 0) from corder c left join product p on p.sku = " + "c.sku")
                        .kept(Operator.Projection.class, "an expression need not be NULL where a row has no partner"));
    }

    @Test
    void constantOverAnOuterJoin_isNotNull() {
        assertEquals("""
                Projection c.oid as oid, 1
                  ApplyJoin left on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                kept: an expression need not be NULL where a row has no partner
                """, Traced.of("select c.oid, 1 from corder c left join product p on p.sku = c.sku")
                .kept(Operator.Projection.class, "an expression need not be NULL where a row has no partner"));
    }

    @Test
    void randomValueOverAnOuterJoin_isNotForTheGateway() {
        assertEquals("VT12001: unsupported: evaluation above the shards of rand()",
                Cluster.refusal("select rand() from corder c left join product p on p.sku = c.sku"));
    }

    @Test
    void expressionInADerivedOuterJoin_needNotBeNull() {
        assertEquals("""
                Projection t: c.oid as oid, ifnull(p.price, 0) as p
                  ApplyJoin left on p.sku = c.sku
                    Route Scatter of customer
                      Table corder as c
                    Route Unsharded of commerce
                      Filter p.sku = :c_sku
                        Table product as p
                kept: an expression need not be NULL where a row has no partner
                """,
                Traced.of("select t.p from (select c.oid, ifnull(p.price, 0) p from corder c left join product "
                        + "p on p.sku = c.sku) t")
                        .kept(Operator.Projection.class, "an expression need not be NULL where a row has no partner"));
    }

    @Test
    void columnOfADerivedTable_thatIsShownOtherwise_staysAbove() {
        Drafted drafted = new Drafted();
        Operator.ApplyJoin join = new Operator.ApplyJoin(Drafted.scatter(drafted.table("c")),
                Drafted.scatter(drafted.table("o")), JoinType.INNER);
        List<ProjectionColumn> columns = List.of(
                ProjectionColumn.of(Drafted.named("count(c.email)"), Drafted.expression("count(c.email) * 2")));
        Operator.Projection projection = new Operator.Projection(join, new ProjectionColumns.Known(columns),
                Optional.of(Drafted.d()));
        assertEquals(new Rewrite.Keep("the derived table shows a column otherwise than it is evaluated"),
                SplitProjectionOverJoin.apply(projection, columns, join, drafted.planning()));
    }
}
