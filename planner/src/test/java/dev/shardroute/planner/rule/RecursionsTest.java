package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

/** Recursive common table expressions in subqueries. */
final class RecursionsTest {
    private static final String RECURSION =
            "with recursive r as (select %s as n union all select n + 1 from r where n < 5) ";

    @Test
    void recursionOfAMergedSubquery_isSentWithItsDefinition() {
        String plan = Cluster.explain("select 1 from corder as o where exists (" + RECURSION.formatted("o.qty")
                + "select 1 from r where n = o.oid)");
        assertTrue(plan.contains("where exists (with recursive r as (select o.qty as n from dual union all "
                + "select n + 1 from r where n < 5) select 1 from r where n = o.oid)"), plan);
    }

    @Test
    void recursionWithColumnsOfTheOuterQuery_thatIsNotMerged_isRefused() {
        assertEquals("VT12001: unsupported: a recursive common table expression that needs rows of the outer query",
                Cluster.refusal("select 1 from corder as o where exists (" + RECURSION.formatted("o.qty")
                        + "select 1 from r, corder as p where n = p.oid)"));
    }

    @Test
    void recursionWithoutColumnsOfTheOuterQuery_isPlanned() {
        String plan = Cluster.explain("select 1 from corder as o where exists (" + RECURSION.formatted("1")
                + "select 1 from r, corder as p where n = p.oid)");
        assertTrue(plan.contains("select 1 from r, corder as p where n = p.oid limit 1"), plan);
    }
}
