package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.operator.Operator;
import org.junit.jupiter.api.Test;

class PushAggregationTest {
    // whole

    @Test
    void groupsByAUniqueVindex_areOnOneShardEach() {
        assertEquals("""
                Aggregator customer_id, count(*) group by customer_id
                  Route Scatter of customer
                    Table corder
                => each group is on one shard
                Route Scatter of customer
                  Aggregator customer_id, count(*) group by customer_id
                    Table corder
                """, Traced.of("select customer_id, count(*) from corder group by customer_id")
                .fired(Operator.Aggregator.class, "each group is on one shard"));
    }

    @Test
    void groupsByOneOfSeveralKeys_areOnOneShardEach() {
        assertEquals("""
                Aggregator `name`, customer_id, group_concat(distinct qty order by oid asc) group by `name`, customer_id
                  Route Scatter of customer
                    Table corder
                => each group is on one shard
                Route Scatter of customer
                  Aggregator `name`, customer_id, group_concat(distinct qty order by oid asc) group by `name`, customer_id
                    Table corder
                """, Traced
                .of("select name, customer_id, group_concat(distinct qty order by oid) from corder group by name, "
                        + "customer_id")
                .fired(Operator.Aggregator.class, "each group is on one shard"));
    }

    @Test
    void groupsOfADerivedTable_areOnOneShardEach() {
        assertEquals("""
                Aggregator t.id, count(*) group by t.id
                  Route Scatter of customer
                    Horizon t: select customer_id as id, `name` from corder
                      Table corder
                => each group is on one shard
                Route Scatter of customer
                  Aggregator t.id, count(*) group by t.id
                    Horizon t: select customer_id as id, `name` from corder
                      Table corder
                """, Traced.of("select t.id, count(*) from (select customer_id id, name from corder) t group by t.id")
                .fired(Operator.Aggregator.class, "each group is on one shard"));
    }

    @Test
    void aggregateOfOneShard_isItsOwn() {
        assertEquals("""
                Aggregator count(distinct oid), group_concat(`name` order by oid asc)
                  Route EqualUnique of customer by hash
                    Filter qty in (select qty from corder where customer_id = 7)
                      Table corder where customer_id = 7
                => each group is on one shard
                Route EqualUnique of customer by hash
                  Aggregator count(distinct oid), group_concat(`name` order by oid asc)
                    Filter qty in (select qty from corder where customer_id = 7)
                      Table corder where customer_id = 7
                """, Traced
                .of("select count(distinct oid), group_concat(name order by oid) from corder where customer_id = 7 "
                        + "and qty in (select qty from corder where customer_id = 7)")
                .fired(Operator.Aggregator.class, "each group is on one shard"));
    }

    @Test
    void leftSideOfALeftJoin_hasNoNullsOfTheJoin() {
        assertEquals("""
                Aggregator c.customer_id, count(*) group by c.customer_id
                  Route Scatter of customer
                    ApplyJoin left on c.customer_id = o.customer_id
                      Table customer as c
                      Table corder as o
                => each group is on one shard
                Route Scatter of customer
                  Aggregator c.customer_id, count(*) group by c.customer_id
                    ApplyJoin left on c.customer_id = o.customer_id
                      Table customer as c
                      Table corder as o
                """, Traced.of("select c.customer_id, count(*) from customer c left join corder o on c.customer_id = "
                + "o.customer_id group by c.customer_id")
                .fired(Operator.Aggregator.class, "each group is on one shard"));
    }

    @Test
    void rightSideOfALeftJoin_isGroupedAgain() {
        // each shard has rows without partner, and so a group of NULL
        assertEquals("""
                Aggregator o.customer_id, count(*) group by o.customer_id
                  Route Scatter of customer
                    ApplyJoin left on c.customer_id = o.customer_id
                      Table customer as c
                      Table corder as o
                => each shard aggregates its own rows
                Aggregator o.customer_id, count(*) group by o.customer_id
                  Route Scatter of customer
                    Aggregator o.customer_id, count(*) group by o.customer_id
                      ApplyJoin left on c.customer_id = o.customer_id
                        Table customer as c
                        Table corder as o
                """, Traced.of("select o.customer_id, count(*) from customer c left join corder o on c.customer_id = "
                + "o.customer_id group by o.customer_id")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void derivedRightSideOfALeftJoin_isGroupedAgain() {
        assertEquals("""
                Aggregator t.x, count(*) group by t.x
                  Route Scatter of customer
                    ApplyJoin left on c.customer_id = t.x
                      Table customer as c
                      Horizon t: select customer_id as x from corder
                        Table corder
                => each shard aggregates its own rows
                Aggregator t.x, count(*) group by t.x
                  Route Scatter of customer
                    Aggregator t.x, count(*) group by t.x
                      ApplyJoin left on c.customer_id = t.x
                        Table customer as c
                        Horizon t: select customer_id as x from corder
                          Table corder
                """, Traced.of("select t.x, count(*) from customer c left join (select customer_id x from corder) t on "
                + "c.customer_id = t.x group by t.x")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void columnOfAnExpressionOfAVindex_isNoVindex() {
        assertEquals("""
                Aggregator customer_id + 1, count(*) group by customer_id + 1
                  Route Scatter of customer
                    Table corder
                => each shard aggregates its own rows
                Aggregator customer_id + 1, count(*) group by customer_id + 1
                  Route Scatter of customer
                    Aggregator customer_id + 1, count(*) group by customer_id + 1
                      Table corder
                """, Traced.of("select customer_id + 1, count(*) from corder group by customer_id + 1")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void rollupOverSeveralShards_isUnsupported() {
        assertEquals("VT12001: unsupported: GROUP BY WITH ROLLUP over several shards",
                Cluster.refusal("select customer_id, count(*) from corder group by customer_id with rollup"));
    }

    // over a route

    @Test
    void countsOfShards_areSummedUp() {
        assertEquals("""
                Aggregator `name`, count(*), count(qty), sum(qty), min(qty), max(qty) group by `name`
                  Route Scatter of customer
                    Table corder
                => each shard aggregates its own rows
                Aggregator `name`, count(*), count(qty), sum(qty), min(qty), max(qty) group by `name`
                  Route Scatter of customer
                    Aggregator `name`, count(*), count(qty), sum(qty), min(qty), max(qty) group by `name`
                      Table corder
                """,
                Traced.of("select name, count(*), count(qty), sum(qty), min(qty), max(qty) from corder group by name")
                        .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void sumsOfCounts_areCounts() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Ordered
                    aggregates: sum_count_star(1) AS count(*), sum_count(2) AS count(qty), sum(3) AS sum(qty), min(4|8) AS \
                min(oid), any_value(5) AS any_value(oid), constant_aggr(5) AS 5
                    group by: (0|7)
                    result columns: 7
                    Route Scatter in customer
                      query: select `name`, count(*), count(qty), sum(qty), min(oid), any_value(oid), 5, \
                weight_string(`name`), weight_string(min(oid)) from corder group by `name`, weight_string(`name`) order by \
                `name` asc
                      order by: (0|7) ASC
                """,
                Cluster.explain(
                        "select name, count(*), count(qty), sum(qty), min(oid), any_value(oid), 5 from corder group by "
                                + "name"));
    }

    @Test
    void aggregateOfAllRows_isOfAllShards() {
        assertEquals("""
                Aggregator count(*), max(`name`)
                  Route Scatter of customer
                    Table corder
                => each shard aggregates its own rows
                Aggregator count(*), max(`name`)
                  Route Scatter of customer
                    Aggregator count(*), max(`name`)
                      Table corder
                """, Traced.of("select count(*), max(name) from corder")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void texts_areConcatenatedAgain() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Scalar
                    aggregates: group_concat(0) AS group_concat(`name` separator '-')
                    Route Scatter in customer
                      query: select group_concat(`name` separator '-') from corder
                """, Cluster.explain("select group_concat(name separator '-') from corder"));
    }

    @Test
    void split_isDoneOnce() {
        assertEquals("""
                Aggregator count(*)
                  Route Scatter of customer
                    Aggregator count(*)
                      Table corder
                kept: the shards do a part of it already
                """, Traced.of("select count(*) from corder")
                .kept(Operator.Aggregator.class, "the shards do a part of it already"));
    }

    @Test
    void split_waitsForItsPhase() {
        assertEquals("""
                Aggregator count(*)
                  Route Scatter of customer
                    Table corder
                kept: joins may still be merged
                """, Traced.of("select count(*) from corder")
                .kept(Operator.Aggregator.class, "joins may still be merged"));
    }

    @Test
    void orderedTexts_areUnsupported() {
        assertEquals("VT12001: unsupported: GROUP_CONCAT with DISTINCT, ORDER BY or LIMIT over several shards: "
                + "group_concat(`name` order by qty asc)",
                Cluster.refusal("select group_concat(name order by qty) from corder"));
    }

    @Test
    void differentTexts_areUnsupported() {
        assertEquals("VT12001: unsupported: GROUP_CONCAT with DISTINCT, ORDER BY or LIMIT over several shards: "
                + "group_concat(distinct `name`)",
                Cluster.refusal("select group_concat(distinct name) from corder"));
    }

    @Test
    void differentTextsOverAJoin_areUnsupported() {
        assertEquals("VT12001: unsupported: GROUP_CONCAT with DISTINCT, ORDER BY or LIMIT over several shards: "
                + "group_concat(distinct c.customer_id)",
                Cluster.refusal(
                        "select group_concat(distinct c.customer_id) from customer c join corder o on c.email = o.name"));
    }

    @Test
    void fewTexts_areUnsupported() {
        assertEquals("VT12001: unsupported: GROUP_CONCAT with DISTINCT, ORDER BY or LIMIT over several shards: "
                + "group_concat(`name` limit 2)",
                Cluster.refusal("select group_concat(name limit 2) from corder"));
    }

    @Test
    void differentTextsOfOneShardEach_areConcatenated() {
        assertEquals("""
                Aggregator group_concat(distinct customer_id)
                  Route Scatter of customer
                    Table corder
                => each shard aggregates its own rows
                Aggregator group_concat(distinct customer_id)
                  Route Scatter of customer
                    Aggregator group_concat(distinct customer_id)
                      Table corder
                """, Traced.of("select group_concat(distinct customer_id) from corder")
                .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    // over a filter

    @Test
    void filter_isGroupedByWhatItNeeds() {
        assertEquals("""
                Aggregator count(*), sum(o.qty)
                  Filter c.customer_id + o.qty is null
                    ApplyJoin left on c.email = o.`name`
                      Route Scatter of customer
                        Table customer as c
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                => each shard aggregates its own rows
                Aggregator count(*), sum(o.qty)
                  Filter c.customer_id + o.qty is null
                    Aggregator count(*), sum(o.qty), c.customer_id, o.qty group by c.customer_id, o.qty
                      ApplyJoin left on c.email = o.`name`
                        Route Scatter of customer
                          Table customer as c
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """,
                Traced.of("select count(*), sum(o.qty) from customer c left join corder o on c.email = o.name where "
                        + "c.customer_id + o.qty is null")
                        .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void keyThatAFilterNeeds_isNoSecondKey() {
        assertEquals("""
                Aggregator c.customer_id, count(*) group by c.customer_id
                  Filter c.customer_id + o.qty is null
                    ApplyJoin left on c.email = o.`name`
                      Route Scatter of customer
                        Table customer as c
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                => each shard aggregates its own rows
                Aggregator c.customer_id, count(*) group by c.customer_id
                  Filter c.customer_id + o.qty is null
                    Aggregator c.customer_id, count(*), o.qty group by c.customer_id, o.qty
                      ApplyJoin left on c.email = o.`name`
                        Route Scatter of customer
                          Table customer as c
                        Route Scatter of customer
                          Filter :c_email /* VARCHAR */ = o.`name`
                            Table corder as o
                """,
                Traced.of("select c.customer_id, count(*) from customer c left join corder o on c.email = o.name where "
                        + "c.customer_id + o.qty is null group by c.customer_id")
                        .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void differentValuesUnderAFilter_areInOnePlace() {
        // a value would be in the groups of several rows
        assertEquals("""
                Aggregator count(distinct c.email)
                  Filter c.customer_id + o.qty is null
                    ApplyJoin left on c.email = o.`name`
                      Route Scatter of customer
                        Table customer as c
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                => equal values come one behind another
                Aggregator count(distinct c.email)
                  Filter c.customer_id + o.qty is null
                    ApplyJoin left on c.email = o.`name`
                      Route Scatter of customer
                        Table customer as c
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                """,
                Traced.of("select count(distinct c.email) from customer c left join corder o on c.email = o.name where "
                        + "c.customer_id + o.qty is null")
                        .fired(Operator.Aggregator.class, "equal values come one behind another"));
    }

    @Test
    void differentValuesUnderAFilter_staySo() {
        assertEquals("""
                Aggregator count(distinct c.email)
                  Filter c.customer_id + o.qty is null
                    ApplyJoin left on c.email = o.`name`
                      Route Scatter of customer
                        Table customer as c
                      Route Scatter of customer
                        Filter :c_email /* VARCHAR */ = o.`name`
                          Table corder as o
                kept: equal values must be seen in one place
                """,
                Traced.of("select count(distinct c.email) from customer c left join corder o on c.email = o.name where "
                        + "c.customer_id + o.qty is null")
                        .kept(Operator.Aggregator.class, "equal values must be seen in one place"));
    }

    // over subqueries

    @Test
    void semiJoin_isGroupedByWhatItNeeds() {
        assertEquals("""
                Aggregator count(*)
                  SubQueryContainer
                    Route Scatter of customer
                      Table customer as c
                    SubQuery :__sq1 exists
                      Route Scatter of customer
                        Projection 1
                          Table corder as o where o.`name` = :c_email /* VARCHAR */
                => each shard aggregates its own rows
                Aggregator count(*)
                  SubQueryContainer
                    Aggregator count(*), c.email group by c.email
                      Route Scatter of customer
                        Table customer as c
                    SubQuery :__sq1 exists
                      Route Scatter of customer
                        Projection 1
                          Table corder as o where o.`name` = :c_email /* VARCHAR */
                """,
                Traced.of(
                        "select count(*) from customer c where exists (select 1 from corder o where o.name = c.email)")
                        .fired(Operator.Aggregator.class, "each shard aggregates its own rows"));
    }

    @Test
    void differentValuesUnderASemiJoin_areInOnePlace() {
        assertEquals("""
                Aggregator count(distinct c.customer_id)
                  SubQueryContainer
                    Route Scatter of customer
                      Table customer as c
                    SubQuery :__sq1 exists
                      Route Scatter of customer
                        Projection 1
                          Table corder as o where o.`name` = :c_email /* VARCHAR */
                kept: equal values must be seen in one place
                """, Traced
                .of("select count(distinct c.customer_id) from customer c where exists (select 1 from corder o where "
                        + "o.name = c.email)")
                .kept(Operator.Aggregator.class, "equal values must be seen in one place"));
    }

    @Test
    void aggregateOfTheOuterQueryInASubquery_isUnsupported() {
        assertEquals("VT12001: unsupported: an aggregate of the outer query in a subquery",
                Cluster.refusal(
                        "select name from corder group by name having exists (select 1 from product where sku = "
                                + "sum(corder.qty))"));
    }

    // over other rows

    @Test
    void union_isAggregatedAbove() {
        assertEquals("""
                Aggregator max(a)
                  Projection t:\s
                    Union all
                      Route Scatter of customer
                        Horizon select `name` as a from corder
                          Table corder
                      Route Unsharded of commerce
                        Horizon select sku from product
                          Table product
                kept: it cannot be split over Projection
                """, Traced.of("select max(a) from (select name a from corder union all select sku from product) t")
                .kept(Operator.Aggregator.class, "it cannot be split over Projection"));
    }

    @Test
    void limit_isAggregatedAbove() {
        assertEquals("""
                Aggregator count(*)
                  LimitRows 10
                    Route Scatter of customer
                      LimitRows 10
                        Projection t: `name` as name
                          Table corder
                kept: it cannot be split over LimitRows
                """, Traced.of("select count(*) from (select name from corder limit 10) t")
                .kept(Operator.Aggregator.class, "it cannot be split over LimitRows"));
    }

    @Test
    void groups_areAggregatedAbove() {
        assertEquals("""
                Aggregator max(n)
                  Aggregator t: count(*) as n group by `name`
                    Route Scatter of customer
                      Aggregator count(*) as n group by `name`
                        Table corder
                kept: it cannot be split over Aggregator
                """, Traced.of("select max(n) from (select count(*) n from corder group by name) t")
                .kept(Operator.Aggregator.class, "it cannot be split over Aggregator"));
    }

    @Test
    void distinctRows_areAggregatedAbove() {
        assertEquals("""
                Aggregator count(*)
                  Distinct
                    Route Scatter of customer
                      Distinct to spare rows
                        Projection t: `name` as name
                          Table corder
                kept: it cannot be split over Distinct
                """, Traced.of("select count(*) from (select distinct name from corder) t")
                .kept(Operator.Aggregator.class, "it cannot be split over Distinct"));
    }

    @Test
    void differentValuesOfAUnion_comeOneBehindAnother() {
        assertEquals("""
                Aggregator count(distinct a)
                  Projection t:\s
                    Union all
                      Route Scatter of customer
                        Horizon select `name` as a from corder
                          Table corder
                      Route Unsharded of commerce
                        Horizon select sku from product
                          Table product
                => equal values come one behind another
                Aggregator count(distinct a)
                  Projection t:\s
                    Union all
                      Route Scatter of customer
                        Horizon select `name` as a from corder
                          Table corder
                      Route Unsharded of commerce
                        Horizon select sku from product
                          Table product
                """,
                Traced.of(
                        "select count(distinct a) from (select name a from corder union all select sku from product) t")
                        .fired(Operator.Aggregator.class, "equal values come one behind another"));
    }

    @Test
    void differentValuesOfALimit_comeOneBehindAnother() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Ordered
                    aggregates: count_distinct(1|3) AS count(distinct b)
                    group by: (0|2)
                    result columns: 2
                    Sort Memory
                      order by: (0|2) ASC, (1|3) ASC
                      Limit
                        count: 10
                        Route Scatter in customer
                          query: select t.a, t.b, weight_string(t.a), weight_string(t.b) from (select `name` as a, qty as b \
                from corder) as t limit 10
                """, Cluster
                .explain("select a, count(distinct b) from (select name a, qty b from corder limit 10) t group by a"));
    }

    // of no rows

    @Test
    void itemThatNeedsNoRow_isComputedAbove() {
        // a join may have no rows, and yet there is a row of the aggregation
        assertEquals("""
                Aggregator count(*), now()
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                => what needs no row is computed above
                Aggregator count(*), now()
                  ApplyJoin inner on c.email = o.`name`
                    Route Scatter of customer
                      Table customer as c
                    Route Scatter of customer
                      Filter :c_email /* VARCHAR */ = o.`name`
                        Table corder as o
                """, Traced.of("select count(*), now() from customer c join corder o on c.email = o.name")
                .fired(Operator.Aggregator.class, "what needs no row is computed above"));
    }

    @Test
    void itemThatNeedsNoRow_isComputedAboveALimit() {
        assertEquals("""
                Aggregator count(*), now()
                  LimitRows 0
                    Route Scatter of customer
                      LimitRows 0
                        Projection t: 1
                          Table corder
                => what needs no row is computed above
                Aggregator count(*), now()
                  LimitRows 0
                    Route Scatter of customer
                      LimitRows 0
                        Projection t: 1
                          Table corder
                """, Traced.of("select count(*), now() from (select 1 from corder limit 0) t")
                .fired(Operator.Aggregator.class, "what needs no row is computed above"));
    }

    @Test
    void itemThatNeedsNoRow_hasTheRowsOfShards() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Scalar
                    aggregates: sum_count_star(0) AS count(*), any_value(1) AS now()
                    Route Scatter in customer
                      query: select count(*), now() from corder
                """, Cluster.explain("select count(*), now() from corder"));
    }

    @Test
    void itemThatNeedsNoRow_hasTheRowsOfGroups() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  Aggregate Ordered
                    aggregates: count_star(1) AS count(*), any_value(2) AS now()
                    group by: (0|3)
                    result columns: 3
                    Projection
                      expressions: :0 as name, 1 as 1, now() as now(), :1 as weight_string(`name`)
                      Sort Memory
                        order by: (0|1) ASC
                        Limit
                          count: 3
                          Route Scatter in customer
                            query: select t.`name`, weight_string(t.`name`) from (select `name` from corder) as t limit 3
                """,
                Cluster.explain("select name, count(*), now() from (select name from corder limit 3) t group by name"));
    }

    @Test
    void itemThatOnlyShardsKnow_isUnsupported() {
        assertEquals("VT12001: unsupported: evaluation above the shards of rand()",
                Cluster.refusal("select count(*), rand() from customer c join corder o on c.email = o.name"));
    }

    @Test
    void subqueryBesideAnAggregateOfAJoin_isAbove() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer)
                  UncorrelatedSubquery PulloutValue
                    pullout vars: __sq1
                    SubQuery: Route EqualUnique in customer
                      query: select email from customer where customer_id = 3
                      vindex: hash
                      values: 3
                    Outer: Projection
                      expressions: :0 as count(*), :__sq1 as (select email from customer where customer_id = 3)
                      Aggregate Scalar
                        aggregates: sum_count_star(0) AS count(*)
                        Projection
                          expressions: count(*) * count(*) as count(*)
                          Join Join
                            join column indexes: L:0,R:0
                            join vars: {"c_email":1}
                            Route Scatter in customer
                              query: select count(*), c.email from customer as c group by c.email
                            Route Scatter in customer
                              query: select count(*) from corder as o where o.`name` = :c_email /* VARCHAR */ group by .0
                """, Cluster.explain(
                "select count(*), (select email from customer where customer_id = 3) from customer c join corder "
                        + "o on c.email = o.name"));
    }

    @Test
    void subqueryBesideAnAggregateOfARoute_isOfAnyShard() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.customer)
                  Aggregate Scalar
                    aggregates: sum_count_star(0) AS count(*), any_value(1) AS (select sku from product)
                    UncorrelatedSubquery PulloutValue
                      pullout vars: __sq1
                      SubQuery: Route Unsharded in commerce
                        query: select sku from product
                      Outer: Route Scatter in customer
                        query: select count(*), :__sq1 from customer
                """, Cluster.explain("select count(*), (select sku from product) from customer"));
    }

    @Test
    void subqueryInAnExpressionOfAnAggregate_isAbove() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.customer)
                  UncorrelatedSubquery PulloutValue
                    pullout vars: __sq1
                    SubQuery: Route Unsharded in commerce
                      query: select 1 from product
                    Outer: Projection
                      expressions: count(*) + :__sq1 as count(*) + (select 1 from product)
                      Aggregate Scalar
                        aggregates: sum_count_star(0) AS count(*)
                        Route Scatter in customer
                          query: select count(*) from customer
                """, Cluster.explain("select count(*) + (select 1 from product) from customer"));
    }

    @Test
    void subqueryInAnAggregate_isBelow() {
        assertEquals("""
                Complex SELECT (commerce.product, customer.corder)
                  Aggregate Scalar
                    aggregates: sum(0) AS sum(qty + (select 1 from product))
                    UncorrelatedSubquery PulloutValue
                      pullout vars: __sq1
                      SubQuery: Route Unsharded in commerce
                        query: select 1 from product
                      Outer: Route Scatter in customer
                        query: select sum(qty + :__sq1 /* INT64 */) from corder
                """, Cluster.explain("select sum(qty + (select 1 from product)) from corder"));
    }

    @Test
    void itemThatNeedsNoRow_isNotOfAnyRowOfAJoin() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer)
                  Aggregate Scalar
                    aggregates: sum_count_star(0) AS count(*), constant_aggr(now()) AS now()
                    Projection
                      expressions: count(*) * count(*) as count(*), :2 as now()
                      Join Join
                        join column indexes: L:0,R:0,L:1
                        join vars: {"c_email":2}
                        Route Scatter in customer
                          query: select count(*), now(), c.email from customer as c group by c.email
                        Route Scatter in customer
                          query: select count(*) from corder as o where o.`name` = :c_email /* VARCHAR */ group by .0
                """, Cluster.explain("select count(*), now() from customer c join corder o on c.email = o.name"));
    }

    @Test
    void itemThatNeedsNoRow_isNotOfAnyRowBesideDifferentValues() {
        assertEquals("""
                Complex SELECT (customer.corder, customer.customer)
                  Aggregate Scalar
                    aggregates: count_distinct(0|2) AS count(distinct c.email), constant_aggr(now()) AS now()
                    result columns: 2
                    Projection
                      expressions: :0 as email, now() as now(), :1 as weight_string(c.email)
                      Join Join
                        join column indexes: L:0,L:1
                        join vars: {"c_email":0}
                        Route Scatter in customer
                          query: select c.email, weight_string(c.email) from customer as c order by c.email asc
                          order by: (0|1) ASC
                        Route Scatter in customer
                          query: select 1 from corder as o where o.`name` = :c_email /* VARCHAR */
                """, Cluster
                .explain("select count(distinct c.email), now() from customer c join corder o on c.email = o.name"));
    }
}
