package dev.shardroute.planner.offset;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.api.Test;

class LockedRowsTest {
    @Test
    void lock_isBehindTheQuery() {
        assertQuery("select qty from corder where customer_id = 5 for update",
                "select qty from corder where customer_id = 5 for update");
        assertQuery("select qty from (select qty from corder where customer_id = 5) as t for update of t",
                "select * from (select qty from corder where customer_id = 5) t for update of t");
    }

    @Test
    void lock_isInTheTableThatWasMadeOfTheQuery() {
        assertQuery("select dt.c0 as oid, weight_string(dt.c0) from "
                + "(select distinct oid from corder where customer_id = 5 for update) as dt(c0)",
                "(select oid from corder where customer_id = 5 for update) union (select b from page)");
    }

    @Test
    void lock_ofADerivedTable_staysInIt() {
        assertQuery("select qty from (select qty from corder where customer_id = 5 for update) as t",
                "select * from (select qty from corder where customer_id = 5 for update) t");
    }

    private static void assertQuery(String query, String sql) {
        String plan = Cluster.explain(sql);
        assertTrue(plan.contains("query: " + query + "\n"), plan);
    }
}
