package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Value;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RewriteTablesTest {
    private static final Map<String, String> QUERIES = Map.of(
            "v", "select b as a from t where not b = 5",
            "w", "select a from v",
            "x", "select last_insert_id() as a",
            "again", "select a from again as l",
            "twice", "select 1 from twice as l join twice as r");
    private static final NormalizerOptions VIEWS =
            NormalizerOptions.builder().parameterize(false).views(RewriteTablesTest::view).build();

    // views

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "select a from v          | select a from (select b as a from t where b != 5) as v",
        "select z.a from v as z   | select z.a from (select b as a from t where b != 5) as z",
        "select a from w          | select a from (select a from (select b as a from t where b != 5) as v) as w",
        "select a from x          | select a from (select :__lastInsertId as a from dual) as x",
        "insert into u select a from x | insert into u select a from (select :__lastInsertId as a from dual) as x",
        "update t join x set t.a = x.a | update t join (select :__lastInsertId as a from dual) as x set t.a = x.a"})
    void view_isPutInPlace(String before, String after) {
        assertEquals(after, Rewrites.rewritten(before, VIEWS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select a from ks.v", "insert into v values (1)", "update v set a = 1", "delete from v",
        "with v as (select 1 from t) select a from v", "with recursive v as (select a from v) select 1 from u"})
    void othersAreKept(String sql) {
        assertEquals(sql, Rewrites.rewritten(sql, VIEWS));
    }

    @Test
    void commonTable_mayReadTheViewOfItsName() {
        assertEquals("with x as (select a from (select :__lastInsertId as a from dual) as x) select a from x",
                Rewrites.rewritten("with x as (select a from x) select a from x", VIEWS));
    }

    @Test
    void literalsOfAView_stay() {
        Normalized normalized = new Normalizer(NormalizerOptions.builder().views(RewriteTablesTest::view).build())
                .normalize(Sql.statement("select a from v where a = 7"));
        assertEquals(Map.of("a", Value.of(7)), normalized.binds().values());
        assertTrue(SqlPrinter.print(normalized.statement()).contains("b != 5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"again", "twice"})
    void viewOfItself_isRefused(String view) {
        ShardrouteException error = assertThrows(ShardrouteException.class,
                () -> Rewrites.rewritten("select a from " + view, VIEWS));
        assertTrue(Set.of(ErrorCode.SR01003, ErrorCode.SR01010).contains(error.code()), error.getMessage());
    }

    @Test
    void manyViews_areRefused() {
        NormalizerOptions one =
                NormalizerOptions.builder().parameterize(false).views(RewriteTablesTest::view).maxViews(1).build();
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> Rewrites.rewritten("select a from w", one));
        assertEquals(
                "SR01010: the statement puts together more than the limit maxViews of 1 views and common table expressions",
                error.getMessage());
    }

    // schemas

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "select t.a from t, (select b from u) as d | select t.a from sys.t, (select b from sys.u) as d",
        "select a from x.t                        | select a from x.t",
        "select 1 from dual                       | select 1 from dual",
        "with c as (select a from t) select a from c | with c as (select a from sys.t) select a from c",
        "insert into t select a from u            | insert into sys.t select a from sys.u",
        "delete from t                            | delete from sys.t"})
    void tableOfASystemSchema_isQualified(String before, String after) {
        assertEquals(after, Rewrites.rewritten(before,
                NormalizerOptions.builder().parameterize(false).keyspace("sys").build()));
    }

    @Test
    void otherKeyspace_isLeftToThePlanner() {
        assertEquals("select a from t", Rewrites.rewritten("select a from t",
                NormalizerOptions.builder().parameterize(false).keyspace("ks").build()));
    }

    private static @Nullable Query view(TableName name) {
        String query = name.qualifier() == null ? QUERIES.get(name.name()) : null;
        return query == null ? null : (Query) Sql.statement(query);
    }
}
