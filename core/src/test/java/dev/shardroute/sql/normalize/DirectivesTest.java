package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectivesTest {
    @Test
    void statement_withoutComments_hasNone() {
        assertEquals(Directives.NONE, Directives.of(Sql.statement("select 1")));
    }

    @Test
    void otherComments_areNotRead() {
        assertEquals(Directives.NONE, read("/* ALLOW_SCATTER */", "/*+ PRIORITY(3) */", "/*vt+ */", "/*vt+*/"));
    }

    @Test
    void comment_rightAfterTheVerb_isRead() {
        for (String sql : List.of("select /*vt+ ALLOW_SCATTER */ 1", "insert /*vt+ ALLOW_SCATTER */ into t values (1)",
                "update /*vt+ ALLOW_SCATTER */ t set a = 1", "delete /*vt+ ALLOW_SCATTER */ from t",
                "set /*vt+ ALLOW_SCATTER */ @a = 1")) {
            assertTrue(Directives.of(Sql.statement(sql)).allowScatter(), sql);
        }
    }

    @Test
    void everyDirective_hasItsValue() {
        Directives directives = read("""
                /*vt+ MULTI_SHARD_AUTOCOMMIT SKIP_QUERY_PLAN_CACHE=1 QUERY_TIMEOUT_MS=250 SCATTER_ERRORS_AS_WARNINGS=true
                IGNORE_MAX_PAYLOAD_SIZE IGNORE_MAX_MEMORY_ROWS ALLOW_SCATTER ALLOW_HASH_JOIN EXECUTE_DML_QUERIES
                PLANNER=Gen4Left2Right CONSOLIDATOR=enabled_replicas WORKLOAD_NAME="nightly" PRIORITY=100 */""");
        assertEquals(new Directives(true, true, Duration.ofMillis(250), true, true, true, true, true, true,
                Directives.PlannerVersion.GEN4LEFT2RIGHT, Directives.Consolidator.ENABLED_REPLICAS, "nightly", 100,
                Map.of()), directives);
    }

    @Test
    void names_mayBeInAnyCase() {
        assertTrue(read("/*vt+ allow_Scatter */").allowScatter());
    }

    @Test
    void falseAndZero_areNo() {
        assertFalse(read("/*vt+ ALLOW_SCATTER=false */").allowScatter());
        assertFalse(read("/*vt+ ALLOW_SCATTER=0 */").allowScatter());
    }

    @Test
    void ofTwo_theLastCounts() {
        assertEquals(2, read("/*vt+ PRIORITY=1 */", "/*vt+ PRIORITY=2 */").priority());
    }

    @Test
    void zeroTimeout_isOne() {
        assertEquals(Duration.ZERO, read("/*vt+ QUERY_TIMEOUT_MS=0 */").queryTimeout());
        assertNull(Directives.NONE.queryTimeout());
    }

    @Test
    void unknownDirectives_areKept() {
        Directives directives = read("/*vt+ TRACE=abc DEEP ALLOW_SCATTER */");
        assertAll(
                () -> assertEquals(Map.of("TRACE", "abc", "DEEP", "true"), directives.unknown()),
                () -> assertTrue(directives.allowScatter()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALLOW_SCATTER=yes", "ALLOW_SCATTER=", "QUERY_TIMEOUT_MS=-1", "QUERY_TIMEOUT_MS=1s",
        "QUERY_TIMEOUT_MS", "QUERY_TIMEOUT_MS=99999999999", "PLANNER=V3", "PLANNER", "CONSOLIDATOR=on",
        "WORKLOAD_NAME=",
        "PRIORITY=101", "PRIORITY=-1", "PRIORITY=high"})
    void badValue_isNamed(String directive) {
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> read("/*vt+ " + directive + " */"));
        int sign = directive.indexOf('=');
        String name = sign < 0 ? directive : directive.substring(0, sign);
        String value = sign < 0 ? "true" : directive.substring(sign + 1);
        assertEquals(ErrorCode.SR01009, error.code());
        assertTrue(error.getMessage().startsWith("SR01009: directive " + name + ": '" + value + "' is not "),
                error.getMessage());
    }

    private static Directives read(String... comments) {
        return Directives.of(List.of(comments));
    }
}
