package dev.shardroute.sql.normalize;

import static dev.shardroute.sql.normalize.Rewrites.rewritten;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplaceSessionValuesTest {
    // functions

    @Test
    void functions_becomeVariables() {
        assertEquals("select :__lastInsertId as `last_insert_id()`, :__vtfrows as a, :__vtrcount as b from t",
                rewritten("select last_insert_id(), found_rows() as a, row_count() as b from t"));
        assertEquals(Set.of(SessionFunction.LAST_INSERT_ID, SessionFunction.FOUND_ROWS),
                needs("select last_insert_id(), found_rows()").functions());
    }

    @Test
    void database_isReplacedWhereNoShardIsAsked() {
        assertEquals("select :__vtdbname as a, :__vtdbname as b from dual",
                rewritten("select database() as a, SCHEMA() as b"));
        assertEquals("select database() from t", rewritten("select database() from t"));
        assertEquals("update t set a = database()", rewritten("update t set a = database()"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select last_insert_id(5) from t", "select ks.found_rows() from t", "select now() from t"})
    void otherCalls_areKept(String sql) {
        assertEquals(sql, rewritten(sql));
        assertTrue(needs(sql).isEmpty());
    }

    @Test
    void argumentsOfAFunctionWithout_areRefused() {
        assertEquals(ErrorCode.VT12001, refused("select found_rows(1) from t").code());
    }

    // user variables

    @Test
    void userVariables_becomeVariables() {
        assertEquals("select a from t where b = :__vtudvx and c = :__vtudvx and d = :__vtudvy",
                rewritten("select a from t where b = @x and c = @X and d = @y"));
        assertEquals(Map.of("__vtudvx", "x", "__vtudvy", "y"),
                needs("select a from t where b = @x and c = @X and d = @y").userVariables());
    }

    @Test
    void likeNames_areToldApart() {
        assertEquals(Map.of("__vtudvx_y", "x y", "__vtudvx_y1", "x_y"), needs("select @`x y`, @x_y").userVariables());
        assertEquals("select :__vtudvx, :__vtudvx1 as `@x` from dual", rewritten("select :__vtudvx, @x"));
    }

    @Test
    void whatIsSet_isKept() {
        assertEquals("set @x = :__vtudvy, @@sql_mode = :__vtudvx", rewritten("set @x = @y, @@sql_mode = @x"));
    }

    @Test
    void whatIsReadInto_isKept() {
        assertEquals("select a from t into @x", rewritten("select a from t into @x"));
    }

    @Test
    void assignment_isRefused() {
        assertEquals(ErrorCode.VT12001, refused("select @x := 1 from t").code());
    }

    // system variables

    @Test
    void variablesOfTheRouter_becomeVariables() {
        assertEquals("select :__vtautocommit as `@@autocommit`, :__vtworkload as w, :__vtversion as v from dual",
                rewritten("select @@autocommit, @@session.WORKLOAD as w, @@version as v"));
        assertEquals(Set.of("autocommit", "workload"),
                needs("select @@autocommit, @@session.WORKLOAD").systemVariables());
    }

    @Test
    void variablesThatTheSessionHasSet_becomeVariables() {
        NormalizerOptions options =
                NormalizerOptions.builder().parameterize(false).sessionVariables(Set.of("SQL_MODE")).build();
        assertEquals("select :__vtsql_mode as a, @@time_zone from t",
                rewritten("select @@sql_mode as a, @@time_zone from t", options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select @@sql_mode from t", "select @@global.autocommit from t",
        "select @@transaction_read_only from t"})
    void variablesOfShards_areKept(String sql) {
        assertEquals(sql, rewritten(sql));
        assertTrue(needs(sql).isEmpty());
    }

    @Test
    void showVariables_needsAllThatMayBeShown() {
        assertEquals(SystemVariables.SHOWN, needs("show variables").systemVariables());
        assertEquals(SystemVariables.SHOWN, needs("show global variables like 'a%'").systemVariables());
        assertTrue(needs("show tables").isEmpty());
    }

    @Test
    void needs_keepTheOrderOfTheText() {
        assertEquals(List.of("workload", "autocommit"),
                List.copyOf(needs("select @@workload, @@autocommit").systemVariables()));
    }

    private static SessionNeeds needs(String sql) {
        return new Normalizer().normalize(Sql.statement(sql)).needs();
    }

    private static ShardrouteException refused(String sql) {
        return assertThrows(ShardrouteException.class, () -> rewritten(sql));
    }
}
