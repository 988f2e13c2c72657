package dev.shardroute.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.plan.PlanText;
import dev.shardroute.vschema.VSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MirrorTest {
    private static final VSchema VSCHEMA = VSchema.parse("""
            {"keyspaces": {
               "old": {"tables": {"t": {}, "u": {}, "v": {}, "w": {}}},
               "new": {"sharded": true, "vindexes": {"hash": {"type": "hash"}},
                       "tables": {"t2": {"column_vindexes": [{"column": "id", "name": "hash"}]},
                                  "u": {"column_vindexes": [{"column": "id", "name": "hash"}]}}}},
             "mirror_rules": {"rules": [
               {"from_table": "old.t", "to_table": "new.t2", "percent": 2.5},
               {"from_table": "old.u", "to_table": "new.u", "percent": 50},
               {"from_table": "old.v", "to_table": "new.u", "percent": 0}]}}
            """);

    @Test
    void query_isTriedWithTheMirrors() {
        assertEquals("""
                Complex SELECT (new.t2, old.t)
                  Mirror PercentBased
                    percent: 2.5
                    Route Unsharded in old
                      query: select t.a from t where t.id = 1
                    Route EqualUnique in new
                      query: select t.a from t2 as t where t.id = 1
                      vindex: hash
                      values: 1
                """, explain("select t.a from t where t.id = 1"));
    }

    @Test
    void leastShareOfAllTables_counts() {
        assertTrue(explain("select 1 from t, u where t.id = u.id").contains("percent: 2.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1 from t, w", "select 1 from v", "select 1 from t, v", "select 1 from w"})
    void tableWithoutMirror_leavesTheQueryAsItIs(String sql) {
        assertTrue(explain(sql).contains("\n  Route Unsharded in old\n"), explain(sql));
    }

    @Test
    void whatCannotBePlannedForTheMirror_isLeftOut() {
        assertTrue(explain("select t.a from t group by t.a with rollup").contains("\n  Route Unsharded in old\n"));
    }

    private static String explain(String sql) {
        return PlanText.print(new Planner(VSCHEMA).plan(sql, PlanningContext.of("old")));
    }
}
