package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.shardroute.planner.offset.Drafted;
import dev.shardroute.planner.operator.Operator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubQueryVariablesTest {
    // merged subqueries are back

    @Test
    void value_ofASelectList() {
        assertEquals("""
                Route Scatter of customer
                  Projection (select max(m.email) from `member` as m where m.id = c.customer_id) as x
                    Table corder as c
                """,
                Traced.of("select (select max(m.email) from member m where m.id = c.customer_id) x from corder " + "c")
                        .tree());
    }

    @Test
    void list_ofASelectList() {
        assertEquals("""
                Route Scatter of customer
                  Projection c.sku in (select m.email from `member` as m where m.id = c.customer_id) as x
                    Table corder as c
                """, Traced
                .of("select c.sku in (select m.email from member m where m.id = c.customer_id) x from " + "corder c")
                .tree());
    }

    @Test
    void list_thatMustNotHaveIt() {
        assertEquals("""
                Route Scatter of customer
                  Projection c.sku not in (select m.email from `member` as m where m.id = c.customer_id) as x
                    Table corder as c
                """, Traced.of(
                "select c.sku not in (select m.email from member m where m.id = c.customer_id) x " + "from corder c")
                .tree());
    }

    @Test
    void comparisonWithAny() {
        assertEquals("""
                Route Scatter of customer
                  Projection c.sku > any (select m.email from `member` as m where m.id = c.customer_id) as x
                    Table corder as c
                """, Traced
                .of("select c.sku > any (select m.email from member m where m.id = c.customer_id) x from " + "corder c")
                .tree());
    }

    @Test
    void exists_ofASelectList() {
        assertEquals("""
                Route Scatter of customer
                  Projection exists (select 1 from `member` as m where m.id = c.customer_id) as x
                    Table corder as c
                """,
                Traced.of("select exists (select 1 from member m where m.id = c.customer_id) x from corder c").tree());
    }

    @Test
    void argumentOfAnAggregate() {
        assertEquals("""
                Aggregator max((select m.email from `member` as m where m.id = c.customer_id)) as x
                  Route Scatter of customer
                    Aggregator max((select m.email from `member` as m where m.id = c.customer_id)) as x
                      Table corder as c
                """,
                Traced.of("select max((select m.email from member m where m.id = c.customer_id)) x from corder " + "c")
                        .tree());
    }

    @Test
    void keyOfAnOrder() {
        assertEquals("""
                Route EqualUnique of customer by hash
                  Ordering (select m.email from `member` as m where m.id = c.customer_id)
                    Projection c.oid as oid, (select m.email from `member` as m where m.id = c.customer_id)
                      Table corder as c where c.customer_id = 5
                """, Traced.of("select c.oid from corder c where c.customer_id = 5 order by (select m.email from "
                + "member m where m.id = c.customer_id)").tree());
    }

    @Test
    void subqueryOfASubquery() {
        assertEquals("""
                Route Scatter of customer
                  Projection (select (select n.email from `member` as n where n.id = m.id) from `member` as m \
                where m.id = c.customer_id) as x
                    Table corder as c
                """, Traced.of("select (select (select n.email from member n where n.id = m.id) from member m where "
                + "m.id = c.customer_id) x from corder c").tree());
    }

    // values

    @Test
    void value_isAVariable() {
        assertEquals("""
                SubQuery :__sq1 value
                  Route Scatter of customer
                    Projection :__sq1 + 1 as x
                      Table corder
                  Route Unsharded of commerce
                    Aggregator max(price)
                      Table product
                """, Traced.of("select (select max(price) from product) + 1 x from corder").tree());
    }

    @Test
    void count_isAVariableOfItsType() {
        assertEquals("""
                SubQuery :__sq1 value
                  Route Scatter of customer
                    Projection c.oid + :__sq1 /* INT64 */ as x
                      Table corder as c
                  Aggregator count(*)
                    Route Scatter of customer
                      Aggregator count(*)
                        Table member
                """, Traced.of("select c.oid + (select count(*) from member) x from corder c").tree());
    }

    @Test
    void exists_isWhetherThereAreRows() {
        assertEquals("""
                SubQuery :__sq1 exists
                  Route Scatter of customer
                    Projection :__sq_has_values2 as x
                      Table corder
                  Route Unsharded of commerce
                    Projection 1
                      Table product
                """, Traced.of("select exists (select 1 from product) x from corder").tree());
    }

    @Test
    void list_isEmptyWithoutRows() {
        assertEquals("""
                SubQuery :__sq1 in
                  Route Scatter of customer
                    Projection :__sq_has_values and sku in ::__sq1 as x
                      Table corder
                  Route Unsharded of commerce
                    Projection sku
                      Table product
                """, Traced.of("select sku in (select sku from product) x from corder").tree());
    }

    @Test
    void notInAList_holdsWithoutRows() {
        assertEquals("""
                SubQuery :__sq1 not_in
                  Route Scatter of customer
                    Projection not :__sq_has_values or sku not in ::__sq1 as x
                      Table corder
                  Route Unsharded of commerce
                    Projection sku
                      Table product
                """, Traced.of("select sku not in (select sku from product) x from corder").tree());
    }

    @Test
    void argumentOfAnAggregate_isComputedOnce() {
        assertEquals("""
                Aggregator max(qty + :__sq1) as x
                  SubQuery :__sq1 value
                    Route Scatter of customer
                      Aggregator max(qty + :__sq1) as x
                        Table corder
                    Route Unsharded of commerce
                      Aggregator max(price)
                        Table product
                """, Traced.of("select max(qty + (select max(price) from product)) x from corder").tree());
    }

    @Test
    void sameSubqueryTwice_hasAVariableEach() {
        assertEquals("""
                SubQuery :__sq2 value
                  SubQuery :__sq1 value
                    Route Scatter of customer
                      Projection :__sq1 as a, :__sq2 + 1 as b
                        Table corder
                    Route Unsharded of commerce
                      Aggregator max(price)
                        Table product
                  Route Unsharded of commerce
                    Aggregator max(price)
                      Table product
                """, Traced.of(
                "select (select max(price) from product) a, (select max(price) from product) + 1 b " + "from corder")
                .tree());
    }

    @Test
    void valueOverAJoin_isOfTheSideThatNeedsIt() {
        assertEquals("""
                ApplyJoin inner on m.title = c.sku (c.qty + (select max(price) from product), m.email)
                  SubQuery :__sq1 value
                    Route Scatter of customer
                      Projection c.qty + :__sq1 as x
                        Table corder as c
                    Route Unsharded of commerce
                      Aggregator max(price)
                        Table product
                  Route Scatter of customer
                    Projection m.email as email
                      Filter m.title = :c_sku
                        Table page as m
                """, Traced.of("select c.qty + (select max(price) from product) x, m.email from corder c join page "
                + "m on m.title = c.sku").tree());
    }

    // without subqueries

    @Test
    void withoutSubqueries_theTreeIsTheSame() {
        Drafted drafted = new Drafted();
        Operator tree = Drafted.projection(Drafted.scatter(drafted.table("c")), "c.email");
        assertSame(tree, new SubQueryVariables(Map.of(), drafted.planning()).settled(tree));
    }
}
