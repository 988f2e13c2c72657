package dev.shardroute.planner.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.Planner;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanJson;
import dev.shardroute.planner.plan.PlanText;
import org.junit.jupiter.api.Test;

/** Queries that {@link RandomQueriesTest} has found once, as short as they still break. */
final class FoundQueriesTest {
    private static final Planner PLANNER = new Planner(SampleSchema.VSCHEMA);

    /** The plan, which can be run. */
    private static Plan plan(String sql) {
        Plan plan = PLANNER.plan(sql, PlanningContext.DEFAULT);
        PlanValidator.check(plan);
        return plan;
    }

    private static void assertPlanned(String sql) {
        plan(sql);
    }

    private static String refusal(String sql) {
        return assertThrows(ShardrouteException.class, () -> PLANNER.plan(sql, PlanningContext.DEFAULT)).getMessage();
    }

    // derived tables over joins

    @Test
    void columnOfADerivedTableForAJoinAroundIt_isGroupedByOnItsSide() {
        String sql = "select count(d.n) from (select t3.table_name as n from places t1 join days t2 on t1.id in ::list "
                + "straight_join information_schema.tables t3 on t2.day = t3.table_name) d";
        String plan = PlanText.print(plan(sql));
        assertTrue(plan.contains("select count(*), d.`t2.day` from (select t2.`day` as `t2.day` from days as t2) as d "
                + "group by d.`t2.day`"), plan);
    }

    @Test
    void sidesOfAJoinThatAreOneDerivedTable_areNotOneRoute() {
        assertPlanned(
                "with w1 as (select length(t3.id) as n6, t3.name as n7 from places as t2, users as t3 where t2.size "
                        + "in (1 + 1, 1, 'ab') and t3.email in (select t4.total as n5 from orders as t4 where t2.size = null)) "
                        + "select * from w1 as t8");
    }

    @Test
    void columnsThatAJoinKnows_areThereBesideComputedOnes() {
        assertPlanned("select d.n8 * d.n9 as n11, d.n8 as n12 from (select t3.age as n8, t3.id as n9 from music as t1 "
                + "join users as t3 on t1.genre = t3.name where t1.id = (select t4.user_id from music as t4 "
                + "where t1.id = null)) as d");
    }

    @Test
    void columnWithVariablesForTheOtherSide_isFoundByItsName() {
        assertPlanned("select d.s10 as n14, d.s10 as n15 from (select concat(d9.n8, t6.id) as s10 from days as t6, "
                + "(select count(*) as n8 from terms as t7) as d9) as d");
        assertPlanned("with recursive w as (select id as n5 from days union all select n5 + 1 from w where n5 < 10) "
                + "select d.s10 as n14, d.s10 as n15 from (select concat(d9.n8, t6.n5) as s10 from w as t6, "
                + "(select count(*) as n8 from w as t7) as d9) as d");
    }

    @Test
    void orderByAColumnWithVariablesForTheOtherSide_staysAboveTheDerivedTable() {
        assertPlanned("select d7.s6 as n8, count(*) from (select concat(t1.region, d5.n4) as s6 from places as t1 join "
                + "(select distinct t2.note as n3, 7 as n4 from orders as t2) as d5 on t1.size = d5.n3) as d7 "
                + "group by d7.s6");
        assertPlanned("select d10.n9 from main.category as t1 join (select concat(t3.id, 'x') as s8, t3.url * t2.word "
                + "as n9 from terms as t2 join pages as t3 on t2.word in (1, 5) where exists (select t6.id from users "
                + "as t6 where t3.hits = t6.name)) as d10 on t1.id = d10.s8 group by d10.n9");
    }

    @Test
    void equalSubqueriesInTheOrderOfADerivedTable_areOneColumn() {
        assertPlanned("select d10.n9 from (select t7.user_id as s8, d6.n2 as n9 from (select id as n2, t1.url as n3 "
                + "from pages as t1 order by (select t4.note from orders as t4 limit 1), (select t4.note from orders as "
                + "t4 limit 1) desc limit 5) as d6 join orders as t7 on d6.n3 = t7.id) as d10");
    }

    @Test
    void subqueryAsAColumnOfADerivedTable_hasItsNameWhereOnlyFieldsAreAskedFor() {
        String sql =
                "select d.`(select max(id) from zone)` from (select (select max(id) from zone) from places limit 3)"
                        + " as d";
        String plan = PlanJson.print(plan(sql));
        assertTrue(plan.contains("select (select max(id) from zone where 1 != 1) as `(select max(id) from zone)` from "
                + "places where 1 != 1"), plan);
    }

    @Test
    void keyOverAColumnThatIsComputedOnOneSide_isOfThatSide() {
        assertPlanned(
                "select coalesce(d5.n4, 0) as n6 from (select t1.note * t3.size as n4 from orders as t1, orders as t2 "
                        + "join places as t3 where t1.user_id in ::list) as d5 group by coalesce(d5.n4, 0), d5.n4");
    }

    @Test
    void joinOfDerivedTablesOnOneShard_hasItsColumns() {
        assertPlanned(
                "with w1 as (select t2.url as n9, t2.hits as n10 from pages as t2 join (select concat(t3.user_id, "
                        + "t3.user_id) as s4 from orders as t3) as d5 on t2.url = d5.s4 where t2.hits < (select :v as n8 from orders "
                        + "as t6 left join terms as t7 on false where t7.id = coalesce(t2.id, 0))) select distinct case when t11.n10 "
                        + "is null then 1 else t11.n9 end as n15, d14.n13 as n16 from w1 as t11 right join (select distinct t12.n10 "
                        + "as n13 from w1 as t12) as d14 on t11.n9 = d14.n13");
    }

    // subqueries

    @Test
    void valueOfAVindexThatNeedsARow_isRefusedWhereThatIsNotKnown() {
        assertEquals("VT12001: unsupported: a query of several shards that needs the value t2_user_id where it is not "
                + "known",
                refusal("select t2.id as n5 from users as t1 join orders as t2 on t2.note = (select t1.age * t3.note as n4 "
                        + "from orders as t3 where t3.user_id = t3.id and t3.id = t2.user_id) where t2.total = t2.id"));
    }

    @Test
    void orderOfACorrelatedUnion_isRefused() {
        assertEquals("VT12001: unsupported: a column behind a derived table: n8",
                refusal("select t1.id from orders as t1 where exists ((select t5.id as n8 from places as t5) union all "
                        + "(select coalesce(t1.user_id, 0) as n10 from terms as t9) order by n8)"));
    }

    @Test
    void orderOfAUnionOfOuterColumns_isByTheColumnOfTheUnion() {
        String plan = PlanText.print(plan("select t1.id from users as t1 join main.product as t2 on t1.name = t2.title "
                + "where exists ((select t2.id as n5 from zone as t4) union (select t2.title from zone as t6) order by n5)"));
        assertTrue(plan.contains("query: select t2.id, t2.title from product as t2 where "), plan);
        assertTrue(plan.contains("from zone as t6 order by n5 asc limit 1"), plan);
    }

    @Test
    void aggregateOfAMergedSubquery_isOfTheSideThatTheSubqueryNeeds() {
        assertPlanned(
                "select count((select t3.id from zone as t3 where t2.id = 'ab')) / count(*) as n5 from music as t1 "
                        + "join terms as t2 on t1.genre = t2.word");
    }

    @Test
    void orderByAMergedSubquery_isOfTheSideThatTheSubqueryNeeds() {
        assertPlanned("select count(distinct (select avg(t4.name) as n5 from zone as t4 where t2.size = t4.id)) as n6 "
                + "from users as t1, places as t2 where t1.name > t2.size");
    }

    @Test
    void variableForTheOutermostQuery_staysInASubqueryOfASubquery() {
        assertPlanned(
                "select t2.id from music as t2 where exists (select (select sum(t4.label) from main.category as t4 "
                        + "where t2.genre like 'ab%') from main.category as t3)");
    }

    @Test
    void nameOfASystemTableThatNeedsARow_isRefusedWhereThatIsNotKnown() {
        assertEquals(
                "VT12001: unsupported: a query of several shards that needs the value t1_table_rows where it is not "
                        + "known",
                refusal("select t1.table_name, (select t4.table_rows from information_schema.tables as t4 where "
                        + "t4.table_name = t1.table_rows * t1.table_rows) as n6 from information_schema.tables as t1"));
    }

    // aggregates and windows

    @Test
    void anyValueOfBothSidesOfAJoin_isOfItsArgument() {
        assertPlanned("select count(*), any_value(d1.n * d2.n) from (select id as n from users limit 2) as d1 join "
                + "(select id as n from users limit 2) as d2 on d1.n = d2.n");
    }

    @Test
    void predicateOnAWindowOfAUnion_isNotPushedIntoItsQuery() {
        assertEquals(
                "VT12001: unsupported: evaluation above the shards of sum(d4.n3) over (partition by d4.n3 order by "
                        + "d4.n3 asc)",
                refusal("select d8.n5 from ((select sum(d4.n3) over (partition by d4.n3 order by d4.n3) as n5 from (select "
                        + "t1.id as n2, count(t1.genre + 1) / count(*) as n3 from music as t1 group by t1.id) as d4) union "
                        + "all (select t6.id as n7 from days as t6)) as d8 where d8.n5 = 2"));
    }

    // names

    @Test
    void keyOfGroupsOverAHashJoin_hasItsAlias() {
        assertPlanned(
                "select t1.title as n5 from main.product as t1 straight_join (select distinct age as n3 from users "
                        + "limit 3) as d4 on t1.title = d4.n3 group by t1.title order by n5");
    }

    @Test
    void constantOfAJoinInTheFirstQueryOfAUnion_hasItsAlias() {
        assertPlanned("(select 7 as n13, null as n14 from days as t5 straight_join (select hits from pages limit 5) as "
                + "d12 on t5.id = d12.hits) union all (select id, day from days)");
        assertPlanned("(select t1.id as n5, null as n7 from pages as t1 straight_join (select distinct :v as n3 from "
                + "places as t2 limit 2, 5) as d4 on t1.id = d4.n3) union all (select id, day from days)");
    }

    @Test
    void expressionOverASubqueryInTheFirstQueryOfAUnion_hasItsAlias() {
        assertPlanned(
                "(select case when t5.age < (select d4.n2 * t7.table_rows as n8 from information_schema.tables as "
                        + "t7) then 1 else t5.age end as n9 from (select count(*) as n2 from orders as t1 group by t1.id) as d4, "
                        + "users as t5) union (select genre from music)");
    }

    // recursion

    @Test
    void orderOfTheSeedOfARecursion_isNoColumnOfIt() {
        String sql =
                "with recursive w as ((select hits as n from pages group by hits, url order by count(*)) union all "
                        + "select n + 1 from w where n < 10) select n from w";
        String plan = PlanText.print(plan(sql));
        assertTrue(plan.contains("with recursive w as ((select hits as n from pages group by hits, url order by "),
                plan);
    }

    @Test
    void limitOfALimitOverARecursion_isRefused() {
        assertEquals("VT12001: unsupported: a query of several shards that needs a column in a place where it is not: "
                + "t5.n3",
                refusal("with recursive w1 as (select t2.id as n3 from zone as t2 union all select n3 + 1 from w1 where n3 "
                        + "< 10) select t4.n3 as n10 from w1 as t4 where exists ((select t5.n3 as n6 from w1 as t5) union "
                        + "(select null as n9 from w1 as t7, places as t8 limit 2, 5) limit 0)"));
    }

    @Test
    void columnOfARecursionOutsideOfItsDerivedTable_isRefused() {
        assertEquals("VT12001: unsupported: a query of several shards that needs a column in a place where it is not: "
                + "t4.n3",
                refusal("with recursive w1 as (select age as n3 from users union all select n3 + 1 from w1 where n3 < 10) "
                        + "select count(*) from (select t4.n3 as n9 from w1 as t4 where not exists (select t6.id from terms "
                        + "as t6)) as d10 join w1 as t12 on d10.n9 = t12.n3"));
    }
}
