package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Ordering;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.TreeText;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.OrderItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class PushOrderingTest {
    // over a route

    @Test
    void order_overScatter_isThatOfTheShards() {
        assertEquals("""
                Ordering qty desc, corder.oid
                  Route Scatter of customer
                    Projection oid
                      Table corder
                => the shards order
                Route Scatter of customer
                  Ordering qty desc, corder.oid
                    Projection oid
                      Table corder
                """, Traced.of("select oid from corder order by qty desc, oid")
                .fired(Operator.Ordering.class, "the shards order"));
    }

    @Test
    void rowsOfShards_areMerged() {
        assertEquals("""
                Scatter SELECT (customer.corder)
                  Route Scatter in customer
                    query: select oid, qty, weight_string(qty), weight_string(oid) from corder order by qty desc, corder.oid \
                asc
                    order by: (1|2) DESC, (0|3) ASC
                    result columns: 1
                """, Cluster.explain("select oid from corder order by qty desc, oid"));
    }

    // below filters and projections

    @Test
    void order_overFilter_goesBelow() {
        assertEquals("""
                Ordering corder.`name`
                  Filter count(*) > 1
                    Aggregator `name`, count(*) group by `name`
                      Route Scatter of customer
                        Table corder
                => below the filter
                Filter count(*) > 1
                  Ordering corder.`name`
                    Aggregator `name`, count(*) group by `name`
                      Route Scatter of customer
                        Table corder
                """, Traced.of("select name, count(*) from corder group by name having count(*) > 1 order by name")
                .fired(Operator.Ordering.class, "below the filter"));
    }

    @Test
    void order_overProjection_goesBelow() {
        assertEquals("""
                Ordering count(*)
                  Projection count(*) + 1, count(*)
                    Aggregator `name`, count(*), 1, count(*) group by `name`
                      Route Scatter of customer
                        Table corder
                => below the projection
                Projection count(*) + 1, count(*)
                  Ordering count(*)
                    Aggregator `name`, count(*), 1, count(*) group by `name`
                      Route Scatter of customer
                        Table corder
                """, Traced.of("select count(*) + 1 from corder group by name order by count(*)")
                .fired(Operator.Ordering.class, "below the projection"));
    }

    @Test
    void order_overComputedColumn_isKept() {
        assertEquals("""
                Ordering count(*) + 1
                  Projection count(*) + 1
                    Aggregator `name`, count(*), 1 group by `name`
                      Route Scatter of customer
                        Table corder
                kept: it orders by what the projection computes
                """, Traced.of("select count(*) + 1 from corder group by name order by count(*) + 1")
                .kept(Operator.Ordering.class, "it orders by what the projection computes"));
    }

    @Test
    void order_byAnAverage_isKept() {
        assertEquals("""
                Ordering avg(qty)
                  Projection sum(qty) / count(qty) as avg(qty)
                    Aggregator sum(qty), count(qty) group by `name`
                      Route Scatter of customer
                        Table corder
                kept: it orders by what the projection computes
                """, Traced.of("select avg(qty) from corder group by name order by avg(qty)")
                .kept(Operator.Ordering.class, "it orders by what the projection computes"));
    }

    @Test
    void order_overValuesOfSubqueries_isKept() {
        assertEquals("""
                Ordering c.email
                  Projection c.email as email, :__sq1 as m
                    SubQueryContainer
                      Route Scatter of customer
                        Table customer as c
                      SubQuery :__sq1 value
                        Aggregator max(qty)
                          Route Scatter of customer
                            Table corder
                kept: the projection has its columns already
                """, Traced.of("select c.email, (select max(qty) from corder) m from customer c order by c.email")
                .kept(Operator.Ordering.class, "the projection has its columns already"));
    }

    // over a join

    @Test
    void order_byTheLeftSide_goesThere() {
        assertEquals("""
                Ordering c.email
                  ApplyJoin inner on c.email = o.`name` (c.email, o.qty)
                    Projection c.email as email
                      Route Scatter of customer
                        Table customer as c
                    Projection o.qty as qty
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                => the left side is ordered
                ApplyJoin inner on c.email = o.`name` (c.email, o.qty)
                  Ordering c.email
                    Projection c.email as email
                      Route Scatter of customer
                        Table customer as c
                  Projection o.qty as qty
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                """,
                Traced.of("select c.email, o.qty from customer c join corder o on c.email = o.name order by c.email")
                        .fired(Operator.Ordering.class, "the left side is ordered"));
    }

    @Test
    void order_byTheLeftSideOfALeftJoin_goesThere() {
        assertEquals("""
                Ordering c.email + 1
                  ApplyJoin left on c.email = o.`name` (c.email, o.qty)
                    Projection c.email as email
                      Route Scatter of customer
                        Table customer as c
                    Projection o.qty as qty
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                => the left side is ordered
                ApplyJoin left on c.email = o.`name` (c.email, o.qty)
                  Ordering c.email + 1
                    Projection c.email as email
                      Route Scatter of customer
                        Table customer as c
                  Projection o.qty as qty
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                """, Traced
                .of("select c.email, o.qty from customer c left join corder o on c.email = o.name order by c.email + "
                        + "1")
                .fired(Operator.Ordering.class, "the left side is ordered"));
    }

    @Test
    void order_byTheRightSide_isKept() {
        assertEquals("""
                Ordering c.email, o.qty
                  ApplyJoin inner on c.email = o.`name` (c.email, o.qty)
                    Projection c.email as email
                      Route Scatter of customer
                        Table customer as c
                    Projection o.qty as qty
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                kept: it is not of the left side alone
                """, Traced
                .of("select c.email, o.qty from customer c join corder o on c.email = o.name order by c.email, o.qty")
                .kept(Operator.Ordering.class, "it is not of the left side alone"));
    }

    // over subqueries

    @Test
    void order_besideASubquery_goesToTheOuterQuery() {
        assertEquals("""
                Ordering customer.email
                  SubQueryContainer
                    Projection email
                      Route Scatter of customer
                        Table customer
                    SubQuery :__sq1 exists
                      Route Scatter of customer
                        Projection 1
                          Table corder as o where o.`name` = :customer_email /* VARCHAR */
                => the outer query is ordered
                SubQueryContainer
                  Ordering customer.email
                    Projection email
                      Route Scatter of customer
                        Table customer
                  SubQuery :__sq1 exists
                    Route Scatter of customer
                      Projection 1
                        Table corder as o where o.`name` = :customer_email /* VARCHAR */
                """, Traced
                .of("select email from customer where exists (select 1 from corder o where o.name = customer.email) "
                        + "order by email")
                .fired(Operator.Ordering.class, "the outer query is ordered"));
    }

    // over groups

    @Test
    void order_byAKey_isThatOfTheGroups() {
        assertEquals("""
                Ordering corder.`name` desc
                  Aggregator qty, `name`, count(*) group by qty, `name`
                    Route Scatter of customer
                      Aggregator qty, `name`, count(*) group by qty, `name`
                        Table corder
                => the groups come in that order
                Aggregator qty, `name`, count(*) group by `name`, qty
                  Ordering corder.`name` desc, qty
                    Route Scatter of customer
                      Aggregator qty, `name`, count(*) group by qty, `name`
                        Table corder
                """, Traced.of("select qty, name, count(*) from corder group by qty, name order by name desc")
                .fired(Operator.Ordering.class, "the groups come in that order"));
    }

    @Test
    void order_byAllKeys_isThatOfTheGroups() {
        assertEquals("""
                Ordering corder.`name`, corder.qty desc
                  Aggregator qty, `name`, count(*) group by qty, `name`
                    Route Scatter of customer
                      Aggregator qty, `name`, count(*) group by qty, `name`
                        Table corder
                => the groups come in that order
                Aggregator qty, `name`, count(*) group by `name`, qty
                  Ordering corder.`name`, corder.qty desc
                    Route Scatter of customer
                      Aggregator qty, `name`, count(*) group by qty, `name`
                        Table corder
                """, Traced.of("select qty, name, count(*) from corder group by qty, name order by name, qty desc")
                .fired(Operator.Ordering.class, "the groups come in that order"));
    }

    @Test
    void order_byAKeyOfADerivedTable_isThatOfTheGroups() {
        assertEquals("""
                Ordering t.a desc
                  Aggregator t: `name` as a, count(*) as n group by `name`
                    Route Scatter of customer
                      Aggregator `name` as a, count(*) as n group by `name`
                        Table corder
                => the groups come in that order
                Aggregator t: `name` as a, count(*) as n group by `name`
                  Ordering `name` desc
                    Route Scatter of customer
                      Aggregator `name` as a, count(*) as n group by `name`
                        Table corder
                """,
                Traced.of("select * from (select name a, count(*) n from corder group by name) t order by t.a desc")
                        .fired(Operator.Ordering.class, "the groups come in that order"));
    }

    @Test
    void order_waitsForThePhaseOfGroups() {
        assertEquals("""
                Ordering corder.`name` desc
                  Aggregator qty, `name`, count(*) group by qty, `name`
                    Route Scatter of customer
                      Table corder
                kept: the aggregation may still go to the shards
                """, Traced.of("select qty, name, count(*) from corder group by qty, name order by name desc")
                .kept(Operator.Ordering.class, "the aggregation may still go to the shards"));
    }

    @Test
    void order_byAnAggregate_isKept() {
        assertEquals("""
                Ordering count(*)
                  Aggregator `name`, count(*) group by `name`
                    Route Scatter of customer
                      Table corder
                kept: it orders by other than the keys of the groups
                """, Traced.of("select name, count(*) from corder group by name order by count(*)")
                .kept(Operator.Ordering.class, "it orders by other than the keys of the groups"));
    }

    @Test
    void order_byAKeyAndAnAggregate_isKept() {
        assertEquals("""
                Ordering corder.`name`, count(*)
                  Aggregator `name`, count(*) group by `name`
                    Route Scatter of customer
                      Table corder
                kept: it orders by other than the keys of the groups
                """, Traced.of("select name, count(*) from corder group by name order by name, count(*)")
                .kept(Operator.Ordering.class, "it orders by other than the keys of the groups"));
    }

    @Test
    void order_byAnAggregateOfADerivedTable_isKept() {
        // below the groups it would order the shards' counts, and the groups would come twice
        assertEquals("""
                Ordering t.n
                  Aggregator t: `name`, count(*) as n group by `name`
                    Route Scatter of customer
                      Table corder
                kept: it orders by other than the keys of the groups
                """, Traced.of("select * from (select name, count(*) n from corder group by name) t order by n")
                .kept(Operator.Ordering.class, "it orders by other than the keys of the groups"));
    }

    @Test
    void groupsOfADerivedTableByItsAggregate_areOrderedAbove() {
        assertEquals("""
                Aggregator n, count(*) group by n
                  Ordering n
                    Aggregator t: `name`, count(*) as n group by `name`
                      Route Scatter of customer
                        Ordering `name`
                          Aggregator `name`, count(*) as n group by `name`
                            Table corder
                """, Traced
                .of("select n, count(*) from (select name, count(*) n from corder group by name) t group by n").tree());
    }

    @Test
    void order_ofAGroupOfAllRows_goesBelow() {
        // one row is in any order
        assertEquals("""
                Ordering t.n
                  Aggregator t: count(*) as n
                    Route Scatter of customer
                      Aggregator count(*) as n
                        Table corder
                => the groups come in that order
                Aggregator t: count(*) as n
                  Ordering count(*)
                    Route Scatter of customer
                      Aggregator count(*) as n
                        Table corder
                """, Traced
                .of("select c.email, t.n from (select count(*) n from corder) t join customer c on c.customer_id = "
                        + "t.n order by t.n")
                .fired(Operator.Ordering.class, "the groups come in that order"));
    }

    // elsewhere

    @Test
    void order_overUnion_isKept() {
        assertEquals("""
                Ordering email
                  Union all
                    Route Scatter of customer
                      Horizon select email from customer
                        Table customer
                    Route Unsharded of commerce
                      Horizon select sku from product
                        Table product
                kept: it cannot be under Union
                """, Traced.of("select email from customer union all select sku from product order by email")
                .kept(Operator.Ordering.class));
    }

    @Test
    void order_overLimit_isKept() {
        assertEquals("""
                Ordering t.`name`
                  LimitRows 3
                    Projection `name` as name
                      Route Scatter of customer
                        LimitRows 3
                          Projection t: `name` as name
                            Table corder
                kept: it cannot be under LimitRows
                """, Traced.of("select * from (select name from corder limit 3) t order by name")
                .kept(Operator.Ordering.class));
    }

    @Test
    void order_overDistinct_isKept() {
        assertEquals("""
                Ordering corder.`name`
                  Distinct
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection `name` as name
                          Table corder
                kept: it cannot be under Distinct
                """, Traced.of("select distinct name from corder group by qty, name order by name")
                .kept(Operator.Ordering.class));
    }

    // over what queries seldom have

    private static Ordering ordering(Operator rows, String column, int table) {
        Expression key = new Expression.BoundColumn(new Expression.Column(null, column), table);
        return new Ordering(rows, List.of(new OrderBy(new OrderItem(key, false), key)));
    }

    @Test
    void order_overOrder_isTheLastOne() {
        Traced query = Traced.of("select name from corder order by qty");
        Operator first = query.steps(Ordering.class).getFirst().operator();
        assertEquals("another order comes after it",
                PushOrdering.apply(ordering(first, "name", 0),
                        query.planning()) instanceof Rewrite.To(var next, var what)
                        && TreeText.of(next).equals("""
                                Ordering `name`
                                  Route Scatter of customer
                                    Projection `name` as name
                                      Table corder
                                """) ? what : "");
    }

    @Test
    void order_byRowsOfASubquery_isKept() {
        Traced query = Traced.of("select email from customer where exists (select 1 from corder o where o.name = "
                + "customer.email) order by email");
        Operator container = ((Ordering) query.steps(Ordering.class).getFirst().operator()).input();
        assertEquals(new Rewrite.Keep("it needs rows of a subquery"),
                PushOrdering.apply(ordering(container, "qty", 1), query.planning()));
    }
}
