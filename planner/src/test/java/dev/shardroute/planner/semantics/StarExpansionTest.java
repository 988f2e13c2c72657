package dev.shardroute.planner.semantics;

import static dev.shardroute.planner.semantics.Analyses.bound;
import static dev.shardroute.planner.semantics.Analyses.refusal;
import static dev.shardroute.planner.semantics.Analyses.unlessUnsharded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StarExpansionTest {
    @Test
    void star_ofOneTable_isItsVisibleColumns() {
        assertEquals("select a, b, c from t1", bound("select * from t1"));
        assertEquals("select a, b, c from t1 as x", bound("select x.* from t1 as x"));
        assertEquals("select a, b, c, 42, a, b, c from t1", bound("select *, 42, t1.* from t1"));
    }

    @Test
    void star_ofSeveralTables_isQualified() {
        assertEquals("select t1.a, t1.b, t1.c, t2.c1, t2.c2 from t1, t2", bound("select * from t1, t2"));
        assertEquals("select x.c1, x.c2 from t1, t2 as x", bound("select x.* from t1, t2 as x"));
    }

    @Test
    void star_ofUnknownColumns_stays() {
        assertEquals("select * from u", bound("select * from u"));
        assertEquals("select * from t1, u", bound("select * from t1, u"));
        assertEquals("select t1.a, t1.b, t1.c, u.* from t1, u", bound("select t1.*, ks.u.* from t1, ks.u"));
    }

    @Test
    void star_ofDerivedTable_isItsColumns() {
        assertEquals("select x, `a + 1`, y from (select a as x, a + 1, 'y' from t1) as d",
                bound("select * from (select a as x, a + 1, 'y' from t1) as d"));
        assertEquals("select * from (select *, 1 as x from u) as d",
                bound("select * from (select *, 1 as x from u) as d"));
    }

    @Test
    void star_ofNoTable_isRefused() {
        assertEquals("SR01015", refusal("select x.* from t1"));
    }

    // USING

    @Test
    void using_becomesOn() {
        assertEquals("select 1 from t2 join t4 on t2.c1 = t4.c1", bound("select 1 from t2 join t4 using (c1)"));
        assertEquals("select 1 from t1 join t5 on t1.a = t5.a and t1.b = t5.b",
                bound("select 1 from t1 join t5 using (a, b)"));
    }

    @Test
    void using_ofUnknownColumns_countsUnlessUnsharded() {
        assertEquals("VT09015", unlessUnsharded("select 1 from u join v using (x)").orElseThrow().substring(0, 7));
        assertEquals(Optional.of("VT03014: unknown column 'x' in 'from clause'"),
                unlessUnsharded("select 1 from t1 join t2 using (x)"));
    }

    @Test
    void column_ofUsing_isThatOfTheFirstTable() {
        assertEquals("select t2.c1 from t2 join t4 on t2.c1 = t4.c1 where t2.c1 = 1",
                bound("select c1 from t2 join t4 using (c1) where c1 = 1"));
        assertEquals("select t2.c1 from t2 left join t4 on t2.c1 = t4.c1",
                bound("select c1 from t2 left join t4 using (c1)"));
    }

    @Test
    void column_ofUsingInARightJoin_isThatOfTheSecondTable() {
        assertEquals("select t4.c1 from t2 right join t4 on t2.c1 = t4.c1",
                bound("select c1 from t2 right join t4 using (c1)"));
    }

    @Test
    void column_ofUsingAndAnotherTable_isAmbiguous() {
        assertEquals("VT03021", refusal("select 1 from t1 join t5 using (a), t1 as x where a = 1"));
    }

    @Test
    void star_ofUsing_hasTheColumnOnceAndFirst() {
        assertEquals("select t1.b, t1.a, t1.c, t5.a from t1 join t5 on t1.b = t5.b",
                bound("select * from t1 join t5 using (b)"));
        assertEquals("select t4.c1, t4.c4, t2.c2 from t2 right join t4 on t2.c1 = t4.c1",
                bound("select * from t2 right join t4 using (c1)"));
        assertEquals("select t4.c1, t4.c4 from t2 join t4 on t2.c1 = t4.c1",
                bound("select t4.* from t2 join t4 using (c1)"));
    }

    @Test
    void using_ofThreeTables_makesAllEqual() {
        assertEquals("select t2.c1, t2.c2, t4.c4, x.c2 from t2 join t4 on t2.c1 = t4.c1"
                + " join t2 as x on t2.c1 = t4.c1 and t2.c1 = x.c1 and t4.c1 = x.c1",
                bound("select * from t2 join t4 using (c1) join t2 as x using (c1)"));
    }

    @Test
    void using_behindAnOuterJoin_comparesWhatIsThereOnly() {
        assertEquals("select 1 from t2 left join t4 on t2.c1 = t4.c1 left join t2 as x on t2.c1 = x.c1",
                bound("select 1 from t2 left join t4 using (c1) left join t2 as x using (c1)"));
    }
}
