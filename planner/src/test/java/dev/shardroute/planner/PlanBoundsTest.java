package dev.shardroute.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.plan.Plan;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Statements as large as applications make them are planned, or refused by name; how long it takes is for a benchmark. */
class PlanBoundsTest {
    private static final int CONDITIONS = 10_000;

    // conditions

    @Test
    void conditionsOfATable() {
        assertRoute("EqualUnique", "select oid from corder where "
                + list(CONDITIONS, " and ", i -> i % 3 == 0 ? "customer_id = " + i : "c" + i % 100 + " > " + i));
    }

    @Test
    void alternativesOfATable() {
        assertRoute("MultiEqual",
                "select oid from corder where " + list(CONDITIONS, " or ", i -> "customer_id = " + i));
    }

    @Test
    void conditionsOfBothSidesOfAJoin() {
        plan("select a.oid from corder as a left join member as b on a.sku = b.name where "
                + list(CONDITIONS, " and ", i -> "b.c" + i % 100 + " <=> a.c" + i % 99));
    }

    @Test
    void conditionsThatStayAboveADerivedTable() {
        plan("select qty from (select qty, count(*) as n from corder group by qty) as t where "
                + list(CONDITIONS, " and ", i -> "n > " + i));
    }

    @Test
    void conditionsOfGroups() {
        plan("select qty from corder group by qty having " + list(CONDITIONS, " and ", i -> "count(*) > " + i));
    }

    @Test
    void moreColumnsThanMysqlHas_areRefused() {
        assertEquals("SR01017: a query for the shards would need more than 4096 columns",
                Cluster.refusal("select a.oid from corder as a join member as b on "
                        + list(CONDITIONS, " and ", i -> "b.c" + i + " > a.c" + i)));
    }

    // queries

    @Test
    void tablesInAChain() {
        plan("select t0.oid from corder as t0" + list(63, "",
                i -> " join corder as t" + (i + 1) + " on t" + i + ".qty = t" + (i + 1) + ".sku"));
    }

    @Test
    void tablesAroundOne() {
        plan("select t0.oid from corder as t0" + list(63, "",
                i -> " join corder as t" + (i + 1) + " on t0.qty = t" + (i + 1) + ".sku"));
    }

    @Test
    void queriesOfAUnion() {
        plan(list(500, " union all ", i -> "select oid from corder where customer_id = " + i));
        plan(list(500, " union ", i -> "select oid from corder where qty = " + i));
    }

    @Test
    void scalarSubqueries() {
        plan("select " + list(100, ", ", i -> "(select max(id) from member where name = " + i + ")") + " from corder");
    }

    @Test
    void derivedTablesInOneAnother() {
        String query = "select qty, count(*) as c from corder group by qty";
        for (int i = 0; i < 50; i++) {
            query = "select qty, c from (" + query + ") as t" + i + " where c > " + i;
        }
        plan(query);
    }

    private static Plan plan(String sql) {
        return Cluster.plan(sql);
    }

    private static void assertRoute(String opcode, String sql) {
        String step = Cluster.explain(sql).lines().skip(1).findFirst().orElseThrow();
        assertTrue(step.startsWith("  Route " + opcode + " "), step);
    }

    private static String list(int count, String between, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(between));
    }
}
