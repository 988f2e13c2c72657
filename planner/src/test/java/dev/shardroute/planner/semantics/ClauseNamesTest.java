package dev.shardroute.planner.semantics;

import static dev.shardroute.planner.semantics.Analyses.bound;
import static dev.shardroute.planner.semantics.Analyses.refusal;
import static dev.shardroute.planner.semantics.Analyses.unlessUnsharded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Places, aliases and columns in GROUP BY, HAVING and ORDER BY. */
final class ClauseNamesTest {
    // GROUP BY

    @Test
    void groupBy_columnThatIsSurelyThere_goesBeforeAnAlias() {
        assertEquals("select c as a, count(*) from t1 group by a", bound("select c as a, count(*) from t1 group by a"));
    }

    @Test
    void groupBy_columnThatMayBeThere_isTheAlias() {
        assertEquals("select x + 1 as y from u group by x + 1", bound("select x + 1 as y from u group by y"));
        assertEquals("select u.x from u group by u.x", bound("select u.x from u group by x"));
        assertEquals("select x from u group by y", bound("select x from u group by y"));
    }

    @Test
    void groupBy_place_isTheItem() {
        assertEquals("select t1.a as x from t1 group by t1.a", bound("select t1.a as x from t1 group by 1"));
        assertEquals("select 7 as x from t1 group by ''", bound("select 7 as x from t1 group by 1"));
        assertEquals("VT03014", refusal("select a from t1 group by 2"));
        assertEquals("VT03014", refusal("select a from t1 group by 99999999999"));
        assertEquals("VT09015", refusal("select *, x from u group by 2"));
    }

    @Test
    void groupBy_aggregate_isRefused() {
        assertEquals("VT03005", refusal("select count(*) as n from t1 group by n"));
        assertEquals("VT03005", refusal("select loaded(x) as n from u group by n"));
        assertEquals("VT03005", refusal("select count(*) from t1 group by 1"));
    }

    @Test
    void groupBy_unknownOrAmbiguous_isRefused() {
        assertEquals("VT03014", refusal("select a from t1 group by x"));
        assertEquals("VT03021", refusal("select b as x, c as x from t1 group by x"));
        assertTrue(unlessUnsharded("select a from t1 group by w.x").isPresent());
    }

    // HAVING

    @Test
    void having_alias_isTheItemQualified() {
        assertEquals("select a, sum(c) as s from t1 group by a having sum(t1.c) > 1",
                bound("select a, sum(c) as s from t1 group by a having s > 1"));
        assertEquals("select a + 2 as a from t1 having t1.a + 2 = 42",
                bound("select a + 2 as a from t1 having a = 42"));
    }

    @Test
    void having_inAggregate_columnGoesBeforeAnAlias() {
        assertEquals("select a, sum(c) as c from t1 group by a having sum(c) > 1",
                bound("select a, sum(c) as c from t1 group by a having sum(c) > 1"));
        assertEquals("select c as x from t1 having sum(t1.c) > 1", bound("select c as x from t1 having sum(x) > 1"));
        assertEquals("SR01014", refusal("select sum(c) as s from t1 having sum(s) > 1"));
    }

    @Test
    void having_columnThatIsGroupedBy_isFound() {
        assertEquals("select 1 from t1 group by a having a = 1", bound("select 1 from t1 group by a having a = 1"));
        assertEquals("select t1.a as x from t1 group by b, t1.a having a + 1 = 2",
                bound("select t1.a as x from t1 group by b, t1.a having a + 1 = 2"));
    }

    @Test
    void having_columnThatIsNotGroupedBy_isRefused() {
        assertEquals("VT03014", refusal("select count(*), b from t1 group by b having c > 1"));
        assertEquals("VT03014", refusal("select count(*) from t1 having x > 1"));
        assertEquals("select a from t1 having c > 1", bound("select a from t1 having c > 1"));
    }

    @Test
    void having_ambiguousAlias_isRefused() {
        assertEquals("VT03021", refusal("select a as x, b as x from t1 having x = 1"));
        assertEquals("VT03021", refusal("select u.x, v.x from u, v having x = 1"));
    }

    @Test
    void having_subquery_seesTheItems() {
        assertEquals("select a + 1 as x from t1 having exists (select 1 from t2 where c1 = a + 1)",
                bound("select a + 1 as x from t1 having exists (select 1 from t2 where c1 = x)"));
        assertEquals("VT12001",
                refusal("select sum(a) as x from t1 having exists (select 1 from t2 where c1 = x)"));
    }

    // ORDER BY

    @Test
    void orderBy_alias_isTheItemQualified() {
        assertEquals("select a, c + 1 as x from t1 order by t1.c + 1 asc",
                bound("select a, c + 1 as x from t1 order by x"));
        assertEquals("select a from t1 order by t1.a asc", bound("select a from t1 order by a"));
        assertEquals("select x.a from t1 as x order by x.a desc", bound("select x.a from t1 as x order by a desc"));
        assertEquals("select a as c from t1 order by t1.a asc", bound("select a as c from t1 order by c"));
    }

    @Test
    void orderBy_columnInAnExpression_goesBeforeAnAlias() {
        assertEquals("select sum(c) as c from t1 order by c + 1 asc",
                bound("select sum(c) as c from t1 order by c + 1"));
        assertEquals("select sum(c) as s from t1 order by sum(t1.c) + 1 asc",
                bound("select sum(c) as s from t1 order by s + 1"));
    }

    @Test
    void orderBy_inAggregate_columnGoesBeforeAnAlias() {
        assertEquals("select min(x) as x from u order by min(x) asc",
                bound("select min(x) as x from u order by min(x)"));
        assertEquals("SR01014", refusal("select sum(c) as s from t1 order by max(s)"));
    }

    @Test
    void orderBy_place_isTheItem() {
        assertEquals("select t1.a as x from t1 order by t1.a asc", bound("select t1.a as x from t1 order by 1"));
        assertEquals("select b from t1 order by b collate utf8mb4_bin asc",
                bound("select b from t1 order by 1 collate utf8mb4_bin"));
        assertEquals("select 1 as x from t1 order by '' asc", bound("select 1 as x from t1 order by 1"));
        assertEquals("select a from t1 order by 1.0 asc", bound("select a from t1 order by 1.0"));
        assertEquals("VT03014", refusal("select a from t1 order by 0"));
    }

    @Test
    void orderBy_otherColumn_isThatOfTheTable() {
        assertEquals("select a from t1 order by c asc, t1.b asc", bound("select a from t1 order by c, t1.b"));
        assertTrue(unlessUnsharded("select a from t1 order by x").isPresent());
    }

    @Test
    void orderBy_ambiguousAlias_isRefused() {
        assertEquals("VT03021", refusal("select a, b as a from t1 order by a"));
        assertEquals("select a, t1.a from t1 order by t1.a asc", bound("select a, t1.a from t1 order by a"));
    }

    @Test
    void orderBy_ofAWindow_isNotRewritten() {
        assertEquals("select a as c, rank() over (order by c asc) from t1",
                bound("select a as c, rank() over (order by c) from t1"));
    }
}
