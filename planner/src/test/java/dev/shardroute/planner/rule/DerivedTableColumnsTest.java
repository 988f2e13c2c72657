package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

/** Columns of derived tables, which are not known inside of them by their names outside. */
final class DerivedTableColumnsTest {
    @Test
    void orderByAGroup_overADerivedUnion_isByTheColumnOfTheUnion() {
        String plan =
                Cluster.explain("select t.qty, count(*) from (select qty from corder union select 3 limit 10) as t "
                        + "group by t.qty");
        assertFalse(plan.contains("t.qty,"), plan);
        assertTrue(plan.contains("select dt.c0 as qty, weight_string(dt.c0) from "), plan);
    }

    @Test
    void orderByAGroup_overADerivedUnionOfStars_isRefused() {
        assertEquals("VT09015: schema tracking required: a star cannot be expanded", Cluster.refusal(
                "select t.qty, count(*) from (select * from corder union select * from page) as t group by t.qty"));
    }

    @Test
    void derivedTableOfADerivedTableOfAJoin_hasItsOwnName() {
        String plan = Cluster.explain("select o.qty from corder as o left join (select qty from (select a.qty, p.url "
                + "from corder as a join page as p) as t where qty = 5) as s on o.qty = s.qty where s.qty is null");
        assertTrue(plan.contains("select s.qty from (select qty from (select a.qty from corder as a "), plan);
    }
}
