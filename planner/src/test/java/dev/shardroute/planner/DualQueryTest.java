package dev.shardroute.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.route.Routing;
import dev.shardroute.sql.normalize.SessionFunction;
import dev.shardroute.type.Binds;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DualQueryTest {
    // answered without a shard

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select 1 + 1                              | 2 as 1 + 1
            select 1 + 1 as two, 'x' from dual        | 2 as two, 'x' as x
            select 1 limit 1                          | 1 as 1
            select distinct upper('x')                | 'X' as upper('x')
            select insert('Quadratic', 3, 4, 'What')  | 'QuWhattic' as insert('Quadratic', 3, 4, 'What')
            select :a + 1                             | :a + 1 as :a + 1
            select database()                         | :__vtdbname as database()
            select @x, @X                             | :__vtudvx as @x, :__vtudvx as @X
            """)
    void query_withoutTables_isProjectedOverARow(String sql, String columns) {
        assertEquals("""
                Complex SELECT (commerce.dual)
                  Projection
                    expressions: %s
                    SingleRow
                """.formatted(columns), Cluster.explain(sql));
    }

    @Test
    void plan_tellsWhatItNeedsOfTheSession() {
        assertEquals(Set.of(SessionFunction.LAST_INSERT_ID),
                Cluster.plan("select last_insert_id()").needs().functions());
        assertEquals("x", Cluster.plan("select @x").needs().userVariables().get("__vtudvx"));
        assertTrue(Cluster.plan("select 1").needs().isEmpty());
    }

    @Test
    void row_isAskedOfAnyShard_byThoseWhoOnlyRoute() {
        Routing routing =
                Cluster.router().route("select 1 + 1, database()", Binds.NONE, PlanningContext.of("customer"));
        assertEquals("commerce/0", routing.statements().getFirst().shard().toString());
        assertEquals("select 2 as `1 + 1`, 'customer' as `database()` from dual",
                routing.statements().getFirst().inlined());
    }

    // not answered without a shard

    @ParameterizedTest
    @ValueSource(strings = {"select 1 where 1", "select 1 limit 0", "select 1 limit 1 offset 1", "select 1 limit :n",
        "select count(*)", "select sleep(1)", "select row_number() over ()", "select @@max_connections",
        "select 1 having 1"})
    void whatOnlyAShardCanSay_isRouted(String sql) {
        assertTrue(Cluster.explain(sql).contains("Route "), Cluster.explain(sql));
    }

    @Test
    void into_isNotDropped() {
        assertTrue(Cluster.refusal("select 1 into @a").startsWith("VT12001: "));
    }

    // locks

    @Test
    void locks_areAllOfOneShard() {
        assertEquals("""
                Passthrough SELECT (commerce.dual)
                  Lock in commerce, KeyspaceID(00)
                    lock func: get_lock(:a, 10), release_all_locks()
                """, Cluster.explain("select get_lock(:a, 10), release_all_locks()"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select get_lock('a', 1), 1", "select 1, get_lock('a', 1)", "select get_lock('a', 1) + 1",
        "select get_lock('a', 1) from corder", "select get_lock(sleep(1), 1)"})
    void locksAmongOthers_areRefused(String sql) {
        assertTrue(Cluster.refusal(sql).startsWith("VT12001: "), Cluster.refusal(sql));
    }
}
