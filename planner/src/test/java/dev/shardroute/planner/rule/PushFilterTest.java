package dev.shardroute.planner.rule;

import static dev.shardroute.planner.offset.Drafted.d;
import static dev.shardroute.planner.offset.Drafted.predicates;
import static dev.shardroute.planner.offset.Drafted.projection;
import static dev.shardroute.planner.offset.Drafted.scatter;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.offset.Drafted;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Filter;
import dev.shardroute.planner.operator.Operator.SubQuery;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushFilterTest {
    // routes

    @Test
    void predicateOnTheOuterTable_doesNotNarrowTheRoute() {
        assertEquals("""
                Filter coalesce(m.id, 5) = 5
                  Route Scatter of customer
                    ApplyJoin left on m.id = d.customer_id
                      Table corder as d
                      Table member as m
                => now Scatter
                Route Scatter of customer
                  Filter coalesce(m.id, 5) = 5
                    ApplyJoin left on m.id = d.customer_id
                      Table corder as d
                      Table member as m
                """, Traced.of("select d.oid from corder d left join member m on m.id = d.customer_id where "
                + "coalesce(m.id, 5) = 5").fired(Operator.Filter.class));
    }

    @Test
    void valuesOfASubquery_narrowTheRoute() {
        assertEquals("""
                Filter :__sq_has_values and customer_id in ::__sq1
                  Route Scatter of customer
                    Projection oid
                      Table corder
                => now IN
                Route IN of customer by hash
                  Filter :__sq_has_values and customer_id in ::__sq1
                    Projection oid
                      Table corder
                """, Traced.of("select oid from corder where customer_id in (select price from product)")
                .fired(Operator.Filter.class));
    }

    @Test
    void valueOfASubquery_narrowsTheRoute() {
        assertEquals("""
                Filter customer_id = :__sq1
                  Route Scatter of customer
                    Projection oid
                      Table corder
                => now EqualUnique
                Route EqualUnique of customer by hash
                  Filter customer_id = :__sq1
                    Projection oid
                      Table corder
                """, Traced.of("select oid from corder where customer_id = (select max(price) from product)")
                .fired(Operator.Filter.class));
    }

    @Test
    void limitOfADerivedTable_isOneWithItsRows() {
        assertEquals("""
                Filter oid = 5
                  Route EqualUnique of customer by hash
                    Horizon t: select oid from corder where customer_id = 7 limit 3
                      Table corder where customer_id = 7
                => now EqualUnique
                Route EqualUnique of customer by hash
                  Filter oid = 5
                    Horizon t: select oid from corder where customer_id = 7 limit 3
                      Table corder where customer_id = 7
                """,
                Traced.of("select oid from (select oid from corder where customer_id = 7 limit 3) t where oid " + "= 5")
                        .fired(Operator.Filter.class));
    }

    @Test
    void conditionOnGroupsOfOneShard_isForThatShard() {
        assertEquals("""
                Filter count(*) > 3
                  Route Scatter of customer
                    Aggregator customer_id, count(*) as c group by customer_id
                      Table corder
                => now Scatter
                Route Scatter of customer
                  Filter count(*) > 3
                    Aggregator customer_id, count(*) as c group by customer_id
                      Table corder
                """, Traced.of("select customer_id, count(*) c from corder group by customer_id having c > 3")
                .fired(Operator.Filter.class));
    }

    @Test
    void conditionBesideALimitInFrom_isAskedOfTheRowsThatAreLeft() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutIn
                    pullout vars: __sq_has_values, __sq2
                    SubQuery: Route Unsharded in commerce
                      query: select price from product
                    Outer: Route EqualUnique in customer
                      query: select t.oid + 1 from (select * from (select oid from corder where customer_id = 7 \
                and sku in (select sku from corder where customer_id = 7)) as t limit 3) as t where \
                :__sq_has_values and t.oid in ::__sq2
                      vindex: hash
                      values: 7
                """,
                Cluster.explain("select t.oid + 1 from (select oid from corder where customer_id = 7 and sku in "
                        + "(select sku from corder where customer_id = 7) limit 3) t where t.oid in (select "
                        + "price from product)"));
    }

    @Test
    void conditionBesideADistinctInFrom_isAskedOfTheRowsThatAreLeft() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutIn
                    pullout vars: __sq_has_values, __sq2
                    SubQuery: Route Unsharded in commerce
                      query: select price from product
                    Outer: Route EqualUnique in customer
                      query: select t.oid + 1 from (select distinct * from (select oid from corder where \
                customer_id = 7 and sku in (select sku from corder where customer_id = 7)) as t where \
                :__sq_has_values and t.oid in ::__sq2) as t
                      vindex: hash
                      values: 7
                """,
                Cluster.explain("select t.oid + 1 from (select distinct oid from corder where customer_id = 7 and "
                        + "sku in (select sku from corder where customer_id = 7)) t where t.oid in (select "
                        + "price from product)"));
    }

    @Test
    void conditionInsideOfADerivedTable_isAskedThere() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  UncorrelatedSubquery PulloutIn
                    pullout vars: __sq_has_values1, __sq2
                    SubQuery: Route Unsharded in commerce
                      query: select price from product
                    Outer: Filter
                      predicate: :__sq_has_values1 and t.oid in ::__sq2
                      Limit
                        count: 3
                        UncorrelatedSubquery PulloutIn
                          pullout vars: __sq_has_values, __sq1
                          SubQuery: Route Unsharded in commerce
                            query: select sku from product
                          Outer: Route EqualUnique in customer
                            query: select t.oid from (select oid from corder where customer_id = 7 and :__sq_has_values \
                and sku in ::__sq1) as t
                            vindex: hash
                            values: 7
                """,
                Cluster.explain("select t.oid from (select oid from corder where customer_id = 7 and sku in (select "
                        + "sku from product) limit 3) t where t.oid in (select price from product)"));
    }

    // does not fire

    @Test
    void conditionOnWhatADerivedTableEvaluates_staysAbove() {
        assertEquals("""
                Filter t.q > 5
                  Projection t: c.oid as oid, rand() as q
                    ApplyJoin inner on p.sku = c.sku
                      Route Scatter of customer
                        Table corder as c
                      Route Unsharded of commerce
                        Filter p.sku = :c_sku
                          Table product as p
                kept: the derived table evaluates what it filters by
                """,
                Traced.of("select oid from (select c.oid, rand() as q from corder c join product p on p.sku = "
                        + "c.sku) t where t.q > 5")
                        .kept(Operator.Filter.class, "the derived table evaluates what it filters by"));
    }

    @Test
    void conditionOnAnOuterTable_staysAboveTheJoin() {
        assertEquals("""
                Filter p.price is null
                  ApplyJoin left on p.sku = d.sku
                    Route Scatter of customer
                      Table corder as d
                    Route Unsharded of commerce
                      Filter p.sku = :d_sku
                        Table product as p
                kept: it cannot be under ApplyJoin
                """,
                Traced.of("select d.oid from corder d left join product p on p.sku = d.sku where p.price is " + "null")
                        .kept(Operator.Filter.class));
    }

    @Test
    void conditionOnGroups_staysAboveTheAggregation() {
        assertEquals("""
                Filter count(*) > 3
                  Aggregator sku, count(*) as c group by sku
                    Route Scatter of customer
                      Table corder
                kept: it cannot be under Aggregator
                """,
                Traced.of("select sku, count(*) c from corder group by sku having c > 3").kept(Operator.Filter.class));
    }

    @Test
    void conditionOnADerivedTable_waitsForItsExpansion() {
        assertEquals("""
                Filter n > 5
                  Horizon t: select count(*) as n from corder
                    Route Scatter of customer
                      Table corder
                kept: it cannot be under Horizon
                """,
                Traced.of("select n from (select count(*) n from corder) t where n > 5").kept(Operator.Filter.class));
    }

    @Test
    void conditionOnTheFirstRows_staysAboveTheLimit() {
        assertEquals("""
                Filter qty > 5
                  Horizon t: select oid, qty from corder limit 10
                    Route Scatter of customer
                      Table corder
                kept: it cannot be under Horizon
                """, Traced.of("select oid from (select oid, qty from corder limit 10) t where qty > 5")
                .kept(Operator.Filter.class));
    }

    @Test
    void limitOfTheShards_isCountedBefore() {
        assertEquals("""
                Filter t.oid = 5
                  Route EqualUnique of customer by hash
                    LimitRows 3
                      Projection t: oid
                        Filter sku in (select sku from corder where customer_id = 7)
                          Table corder where customer_id = 7
                kept: the shards count rows, or unite them, before it
                """,
                Traced.of("select t.oid from (select oid from corder where customer_id = 7 and sku in (select "
                        + "sku from corder where customer_id = 7) limit 3) t where t.oid = 5")
                        .kept(Operator.Filter.class, "the shards count rows, or unite them, before it"));
    }

    // operators by hand

    private final Drafted drafted = new Drafted();

    private String apply(Operator input, String predicate) {
        Filter filter = new Filter(input, predicates(predicate));
        Rewrite answer = PushFilter.apply(filter, drafted.planning());
        return new Traced.Step(Stage.INITIAL_PLANNING, filter, answer).toString();
    }

    private Operator table() {
        return scatter(drafted.table("c"));
    }

    @Test
    void conditionOnColumns_isBelowTheirProjection() {
        assertEquals("""
                Filter c.email = 'a'
                  Projection c.email as email
                    Route Scatter of customer
                      Table customer as c
                => below the projection
                Projection c.email as email
                  Filter c.email = 'a'
                    Route Scatter of customer
                      Table customer as c
                """, apply(projection(table(), "c.email"), "c.email = 'a'"));
    }

    @Test
    void twoFilters_areOne() {
        assertEquals("""
                Filter c.email = 'a'
                  Filter c.customer_id > 5
                    Route Scatter of customer
                      Table customer as c
                => two filters are one
                Filter c.email = 'a' and c.customer_id > 5
                  Route Scatter of customer
                    Table customer as c
                """, apply(new Filter(table(), predicates("c.customer_id > 5")), "c.email = 'a'"));
    }

    @Test
    void conditionOnADerivedTable_isInsideOfIt() {
        assertEquals("""
                Filter d.email = 'a'
                  Projection d: c.email as email
                    Route Scatter of customer
                      Table customer as c
                => into the derived table
                Projection d: c.email as email
                  Route Scatter of customer
                    Filter c.email = 'a'
                      Table customer as c
                """, apply(projection(table(), Optional.of(d()), "c.email"), "d.email = 'a'"));
    }

    @Test
    void conditionOnAProduct_isNotBelowWhatMultiplies() {
        Operator product = new Operator.Projection(table(), new ProjectionColumns.Known(List.of(ProjectionColumn.of(
                Drafted.named("count(c.email)"), Drafted.expression("count(c.email) * 2")))), Optional.empty());
        assertEquals("""
                Filter count(c.email) > 3
                  Projection count(c.email) * 2 as count(c.email)
                    Route Scatter of customer
                      Table customer as c
                kept: the projection evaluates what it filters by
                """, apply(product, "count(c.email) > 3"));
    }

    @Test
    void rows_thatAreNumbered_areNotLeftOutBefore() {
        Operator window = new Operator.Window(drafted.table("c"), Drafted.horizon(table(), "select 1",
                Optional.empty()).projection());
        assertEquals("""
                Filter c.email = 'a'
                  Route Scatter of customer
                    Window
                      Table customer as c
                kept: the shards count rows, or unite them, before it
                """, apply(scatter(window), "c.email = 'a'"));
    }

    private Operator withSubquery() {
        SubQuery subquery = (SubQuery) Traced
                .of("select oid from corder where exists (select 1 from product where product.sku = corder.sku)")
                .before(Stage.SUBQUERY_SETTLING).inputs().getLast();
        return subquery.with(Optional.of(table()), scatter(drafted.table("o")));
    }

    @Test
    void conditionOnTheOuterQuery_isNotOnRowsOfTheSubquery() {
        assertEquals("""
                Filter c.email = 'a'
                  SubQuery :__sq1 exists
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Table corder as o
                => into the outer query
                SubQuery :__sq1 exists
                  Filter c.email = 'a'
                    Route Scatter of customer
                      Table customer as c
                  Route Scatter of customer
                    Table corder as o
                """, apply(withSubquery(), "c.email = 'a'"));
    }

    @Test
    void conditionOnTheSubquery_staysAbove() {
        assertEquals("""
                Filter o.qty = 1
                  SubQuery :__sq1 exists
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Table corder as o
                kept: it needs rows of the subquery
                """, apply(withSubquery(), "o.qty = 1"));
    }
}
