package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.operator.Operator;
import org.junit.jupiter.api.Test;

class SubQueryMergeTest {
    // by the same shard

    @Test
    void in_ofTheVindexColumn_isMerged() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder
                  SubQuery :__sq1 in
                    Route Scatter of customer
                      Projection id
                        Table member where `name` = 1
                => 1 subqueries merged or further down
                Route Scatter of customer
                  Filter customer_id in (select id from `member` where `name` = 1)
                    Table corder
                """, Traced.of("select oid from corder where customer_id in (select id from member where name = 1)")
                .fired(Operator.SubQueryContainer.class));
    }

    @Test
    void exists_withAConditionOnTheVindexColumns_isMerged() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder as c
                  SubQuery :__sq1 exists
                    Route EqualUnique of customer by hash
                      Projection 1
                        Table member as m where m.id = :c_customer_id
                => 1 subqueries merged or further down
                Route Scatter of customer
                  Filter exists (select 1 from `member` as m where m.id = c.customer_id)
                    Table corder as c
                """, Traced
                .of("select oid from corder c where exists (select 1 from member m where m.id = " + "c.customer_id)")
                .fired(Operator.SubQueryContainer.class));
    }

    @Test
    void sameValue_isMerged() {
        assertEquals("""
                SubQueryContainer
                  Route EqualUnique of customer by hash
                    Table corder where customer_id = 5
                  SubQuery :__sq1 in
                    Route EqualUnique of customer by hash
                      Projection `name` as name
                        Table member where id = 5
                => 1 subqueries merged or further down
                Route EqualUnique of customer by hash
                  Filter sku in (select `name` from `member` where id = 5)
                    Table corder where customer_id = 5
                """, Traced.of(
                "select oid from corder where customer_id = 5 and sku in (select name from member " + "where id = 5)")
                .fired(Operator.SubQueryContainer.class));
    }

    @Test
    void greatestValueOfTheShard_isMerged() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder
                  SubQuery :__sq1 value
                    Route EqualUnique of customer by hash
                      Aggregator max(id)
                        Table member where id = 5
                => 1 subqueries merged or further down
                Route EqualUnique of customer by hash
                  Filter customer_id = (select max(id) from `member` where id = 5)
                    Table corder
                """, Traced.of("select oid from corder where customer_id = (select max(id) from member where id = 5)")
                .fired(Operator.SubQueryContainer.class));
    }

    @Test
    void value_ofTheSelectList_isMerged() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder as c
                  SubQuery :__sq1 value
                    Route EqualUnique of customer by hash
                      Aggregator max(email)
                        Table member as m where m.id = :c_customer_id
                => 1 subqueries merged or further down
                Route Scatter of customer
                  Table corder as c
                """,
                Traced.of("select oid, (select max(email) from member m where m.id = c.customer_id) from " + "corder c")
                        .fired(Operator.SubQueryContainer.class));
    }

    @Test
    void partOfACondition_isMerged() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder as c
                  SubQuery :__sq1 in
                    Route EqualUnique of customer by hash
                      Projection m.`name` as name
                        Table member as m where m.id = :c_customer_id
                => 1 subqueries merged or further down
                Route Scatter of customer
                  Filter c.qty = 1 or c.sku in (select m.`name` from `member` as m where m.id = c.customer_id)
                    Table corder as c
                """, Traced.of("select oid from corder c where c.qty = 1 or c.sku in (select m.name from member m "
                + "where m.id = c.customer_id)").fired(Operator.SubQueryContainer.class));
    }

    @Test
    void groupsOfTheShard_areMerged() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select oid from corder as c where customer_id in (select id from `member` group by id)
                """,
                Cluster.explain("select oid from corder c where customer_id in (select id from member group by id)"));
    }

    @Test
    void subqueryOfASubquery_isMergedWithIt() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select oid from corder as c where customer_id in (select m.id from `member` as m where \
                m.`name` in (select n.`name` from `member` as n where n.id = m.id))
                """, Cluster.explain("select oid from corder c where customer_id in (select m.id from member m where "
                + "m.name in (select n.name from member n where n.id = m.id))"));
    }

    // by what every shard has

    @Test
    void referenceTable_isOnEachShard() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder
                  SubQuery :__sq1 in
                    Route Reference of customer
                      Projection x
                        Table zone
                => 1 subqueries merged or further down
                Route Scatter of customer
                  Filter sku in (select x from zone)
                    Table corder
                """, Traced.of("select oid from corder where sku in (select x from zone)")
                .fired(Operator.SubQueryContainer.class));
    }

    @Test
    void referenceTable_goesToTheShardOfTheSubquery() {
        assertEquals("""
                SubQueryContainer
                  Route Reference of customer
                    Table zone
                  SubQuery :__sq1 in
                    Route EqualUnique of customer by hash
                      Projection `name` as name
                        Table member where id = 6
                => 1 subqueries merged or further down
                Route EqualUnique of customer by hash
                  Filter x in (select `name` from `member` where id = 6)
                    Table zone
                """, Traced.of("select x from zone where x in (select name from member where id = 6)")
                .fired(Operator.SubQueryContainer.class));
    }

    @Test
    void subqueryOfNoTable_isOnEachShard() {
        assertEquals("""
                Scatter SELECT (customer.corder)
                  Route Scatter in customer
                    query: select oid from corder where sku in (1)
                """, Cluster.explain("select oid from corder where sku in (select 1 from dual)"));
    }

    @Test
    void subqueryOfNoRows_leavesNoRows() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder
                  SubQuery :__sq1 in
                    Route None of customer
                      Projection sku
                        Filter 0
                          Table corder
                => 1 subqueries merged or further down
                Route None of customer
                  Filter sku in (select sku from corder where 0)
                    Table corder
                """, Traced.of("select oid from corder where sku in (select sku from corder where 1 = 2)")
                .fired(Operator.SubQueryContainer.class));
    }

    @Test
    void subqueryOfNoRows_leavesTheRowsOfNotIn() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder
                  SubQuery :__sq1 not_in
                    Route None of customer
                      Projection sku
                        Filter 0
                          Table corder
                => 1 subqueries merged or further down
                Route Scatter of customer
                  Filter sku not in (select sku from corder where 1 = 2)
                    Table corder
                """, Traced.of("select oid from corder where sku not in (select sku from corder where 1 = 2)")
                .fired(Operator.SubQueryContainer.class));
    }

    @Test
    void queryOfNoRows_needsNoSubquery() {
        assertEquals("""
                SubQueryContainer
                  Route None of customer
                    Filter 0
                      Table corder
                  SubQuery :__sq1 in
                    Route Scatter of customer
                      Projection sku
                        Table member
                => 1 subqueries merged or further down
                Route None of customer
                  Filter sku in (select sku from `member`)
                    Filter 0
                      Table corder
                """, Traced.of("select oid from corder where 1 = 2 and sku in (select sku from member)")
                .fired(Operator.SubQueryContainer.class));
    }

    @Test
    void systemTables_ofTheSameSchema_areOneQuery() {
        assertEquals("""
                Passthrough SELECT ()
                  Route DBA in commerce
                    query: select `table_name` from information_schema.`tables` where table_schema = \
                :__vtschemaname /* VARCHAR */ and `table_name` in (select `table_name` from \
                information_schema.`columns` where table_schema = :__vtschemaname /* VARCHAR */)
                    sys table table schema: ['a']
                """, Cluster.explain("select table_name from information_schema.tables where table_schema = 'a' and "
                + "table_name in (select table_name from information_schema.columns where table_schema " + "= 'a')"));
    }

    // which shards

    @Test
    void subquery_thatMustHaveRows_narrowsTheRoute() {
        assertEquals("""
                Passthrough SELECT (customer.corder, customer.member)
                  Route EqualUnique in customer
                    query: select oid from corder as c where exists (select 1 from `member` as m where m.id = \
                c.customer_id and m.id = 5)
                    vindex: hash
                    values: 5
                """, Cluster.explain("select oid from corder c where exists (select 1 from member m where m.id = "
                + "c.customer_id and m.id = 5)"));
    }

    @Test
    void notExists_doesNotNarrowTheRoute() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select oid from corder as c where not exists (select 1 from `member` as m where m.id = \
                c.customer_id and m.id = 5)
                """, Cluster.explain("select oid from corder c where not exists (select 1 from member m where m.id = "
                + "c.customer_id and m.id = 5)"));
    }

    @Test
    void countOfNoRows_doesNotNarrowTheRoute() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select oid from corder as c where 0 = (select count(*) from `member` as m where m.id = \
                c.customer_id and m.id = 5)
                """, Cluster.explain("select oid from corder c where 0 = (select count(*) from member m where m.id = "
                + "c.customer_id and m.id = 5)"));
    }

    @Test
    void countInAList_doesNotNarrowTheRoute() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select oid from corder as c where 0 in (select count(*) from `member` as m where m.id \
                = c.customer_id and m.id = 5)
                """, Cluster.explain("select oid from corder c where 0 in (select count(*) from member m where m.id = "
                + "c.customer_id and m.id = 5)"));
    }

    @Test
    void sumOfNoRows_narrowsTheRoute() {
        assertEquals("""
                Passthrough SELECT (customer.corder, customer.member)
                  Route EqualUnique in customer
                    query: select oid from corder as c where 0 < (select sum(m.age) from `member` as m where m.id \
                = c.customer_id and m.id = 5)
                    vindex: hash
                    values: 5
                """, Cluster.explain("select oid from corder c where 0 < (select sum(m.age) from member m where m.id = "
                + "c.customer_id and m.id = 5)"));
    }

    @Test
    void conditionOnTheCountOfNoRows_doesNotNarrowTheRoute() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select oid from corder as c where exists (select 1 from `member` as m where m.id = \
                c.customer_id and m.id = 5 having count(*) = 0)
                """, Cluster.explain("select oid from corder c where exists (select 1 from member m where m.id = "
                + "c.customer_id and m.id = 5 having count(*) = 0)"));
    }

    @Test
    void existsThatIsFalse_doesNotNarrowTheRoute() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select oid from corder as c where exists (select 1 from `member` as m where m.id = \
                c.customer_id and m.id = 5) = 0
                """, Cluster.explain("select oid from corder c where exists (select 1 from member m where m.id = "
                + "c.customer_id and m.id = 5) = 0"));
    }

    @Test
    void inThatIsFalse_doesNotNarrowTheRoute() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select oid from corder as c where c.sku in (select m.`name` from `member` as m where \
                m.id = c.customer_id and m.id = 5) = 0
                """,
                Cluster.explain("select oid from corder c where (c.sku in (select m.name from member m where m.id = "
                        + "c.customer_id and m.id = 5)) = 0"));
    }

    @Test
    void nullSafeComparison_doesNotNarrowTheRoute() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select oid from corder as c where c.sku <=> (select m.`name` from `member` as m where \
                m.id = c.customer_id and m.id = 5)
                """,
                Cluster.explain("select oid from corder c where c.sku <=> (select m.name from member m where m.id = "
                        + "c.customer_id and m.id = 5)"));
    }

    @Test
    void value_ofTheSelectList_doesNotNarrowTheRoute() {
        assertEquals("""
                Scatter SELECT (customer.corder, customer.member)
                  Route Scatter in customer
                    query: select oid, (select m.`name` from `member` as m where m.id = c.customer_id and m.id = \
                5) as n from corder as c
                """,
                Cluster.explain("select oid, (select m.name from member m where m.id = c.customer_id and m.id = 5) n "
                        + "from corder c"));
    }

    // does not merge

    @Test
    void rowsOfOtherShards_areReadBefore() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder
                  SubQuery :__sq1 in
                    Projection `name` as name
                      Route Scatter of customer
                        Table member
                kept: no subquery can be a part of the outer query
                """, Traced.of("select oid from corder where sku in (select name from member)")
                .kept(Operator.SubQueryContainer.class, "no subquery can be a part of the outer query"));
    }

    @Test
    void otherValue_isOfAnotherShard() {
        assertEquals("""
                SubQueryContainer
                  Route EqualUnique of customer by hash
                    Table corder where customer_id = 5
                  SubQuery :__sq1 in
                    Projection `name` as name
                      Route EqualUnique of customer by hash
                        Table member where id = 6
                kept: no subquery can be a part of the outer query
                """,
                Traced.of("select oid from corder where customer_id = 5 and sku in (select name from member "
                        + "where id = 6)")
                        .kept(Operator.SubQueryContainer.class, "no subquery can be a part of the outer query"));
    }

    @Test
    void otherKeyspace_isReadBefore() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder
                  SubQuery :__sq1 in
                    Projection sku
                      Route Unsharded of commerce
                        Table product
                kept: no subquery can be a part of the outer query
                """, Traced.of("select oid from corder where sku in (select sku from product)")
                .kept(Operator.SubQueryContainer.class, "no subquery can be a part of the outer query"));
    }

    @Test
    void notIn_needsTheRowsOfAllShards() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder
                  SubQuery :__sq1 not_in
                    Projection id
                      Route Scatter of customer
                        Table member
                kept: no subquery can be a part of the outer query
                """, Traced.of("select oid from corder where customer_id not in (select id from member)")
                .kept(Operator.SubQueryContainer.class, "no subquery can be a part of the outer query"));
    }

    @Test
    void limit_isOfAllShards() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder
                  SubQuery :__sq1 in
                    LimitRows 3
                      Projection id
                        Route Scatter of customer
                          Table member
                kept: no subquery can be a part of the outer query
                """, Traced.of("select oid from corder where customer_id in (select id from member limit 3)")
                .kept(Operator.SubQueryContainer.class, "no subquery can be a part of the outer query"));
    }

    @Test
    void greatestValueOfAllShards_isReadBefore() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder
                  SubQuery :__sq1 value
                    Aggregator max(id)
                      Route Scatter of customer
                        Table member
                kept: no subquery can be a part of the outer query
                """, Traced.of("select oid from corder where customer_id = (select max(id) from member)")
                .kept(Operator.SubQueryContainer.class, "no subquery can be a part of the outer query"));
    }

    @Test
    void referenceTable_doesNotGoToAllShards() {
        assertEquals("""
                SubQueryContainer
                  Route Reference of customer
                    Table zone
                  SubQuery :__sq1 in
                    Projection `name` as name
                      Route Scatter of customer
                        Table member
                kept: no subquery can be a part of the outer query
                """, Traced.of("select x from zone where x in (select name from member)")
                .kept(Operator.SubQueryContainer.class, "no subquery can be a part of the outer query"));
    }

    @Test
    void shardOfEachRowOfAReferenceTable_isFoundForEachRow() {
        assertEquals("""
                Complex SELECT (customer.member, customer.zone)
                  SemiJoin
                    join vars: {"z_x":0}
                    Outer: Route Reference in customer
                      query: select x from zone as z
                    SubQuery: Route EqualUnique in customer
                      query: select 1 from `member` as m where m.id = :z_x limit 1
                      vindex: hash
                      values: :z_x
                """, Cluster.explain("select x from zone z where exists (select 1 from member m where m.id = z.x)"));
    }

    @Test
    void shardOfTheRowOfDual_isFoundForIt() {
        assertEquals("""
                Complex SELECT (commerce.dual, customer.member)
                  SemiJoin
                    join vars: {"d_a":0}
                    Outer: Route Reference in commerce
                      query: select d.a from (select 1 as a from dual) as d
                    SubQuery: Route EqualUnique in customer
                      query: select 1 from `member` as m where m.id = :d_a /* INT64 */ limit 1
                      vindex: hash
                      values: :d_a
                """, Cluster.explain("select d.a from (select 1 as a from dual) d where exists (select 1 from member m "
                + "where m.id = d.a)"));
    }

    @Test
    void subqueryOfASubquery_ofAnotherKeyspace() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table member as m
                  SubQuery :__sq2 in
                    Projection sku
                      Route Unsharded of commerce
                        Table product
                kept: no subquery can be a part of the outer query
                """,
                Traced.of("select oid from corder where customer_id in (select m.id from member m where m.name "
                        + "in (select sku from product))")
                        .kept(Operator.SubQueryContainer.class, "no subquery can be a part of the outer query"));
    }

    @Test
    void inequality_ofTheVindexColumns_isNotOfOneShard() {
        assertEquals("""
                SubQueryContainer
                  Route Scatter of customer
                    Table corder as c
                  SubQuery :__sq1 exists
                    Projection 1
                      Route Scatter of customer
                        Table member as m where m.id > :c_customer_id and m.`name` = 1
                kept: no subquery can be a part of the outer query
                """,
                Traced.of("select oid from corder c where exists (select 1 from member m where m.id > "
                        + "c.customer_id and m.name = 1)")
                        .kept(Operator.SubQueryContainer.class, "no subquery can be a part of the outer query"));
    }
}
