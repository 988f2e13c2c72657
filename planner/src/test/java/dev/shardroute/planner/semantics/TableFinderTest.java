package dev.shardroute.planner.semantics;

import static dev.shardroute.planner.semantics.Analyses.analyze;
import static dev.shardroute.planner.semantics.Analyses.bound;
import static dev.shardroute.planner.semantics.Analyses.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.PlanningContext.Servers;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which tables names mean, and what is done with a statement of unsharded tables. */
final class TableFinderTest {
    private static final KeyspaceRef MAIN = new KeyspaceRef("main", false);

    private static TableInfo.Real first(String sql) {
        return assertInstanceOf(TableInfo.Real.class, analyze(sql).info(0));
    }

    // tables of keyspaces

    @Test
    void table_isThatOfTheVschema() {
        TableInfo.Real table = first("select x.id from ks.u as x");
        assertEquals("ks.u", table.table().toString());
        assertEquals("x", table.name());
        assertEquals("u as x", SqlPrinter.print(table.written()));
        assertFalse(table.system());
    }

    @Test
    void table_thatIsRouted_keepsItsNameAsAlias() {
        assertEquals("select old_u.id from u as old_u", bound("select old_u.id from old_u"));
        assertEquals("select x.id from u as x", bound("select x.id from old_u as x"));
        assertEquals("SR02005", refusal("select 1 from gone"));
    }

    @Test
    void table_thatThereIsNot_isRefused() {
        assertEquals("VT05004", refusal("select 1 from nowhere"));
        assertEquals("VT05005", refusal("select 1 from ks.nowhere"));
        assertEquals("VT05003", refusal("select 1 from nowhere.t1"));
        assertEquals("VT09017", refusal("select 1 from `ks[-80]`.t1"));
    }

    @Test
    void vindexHint_isTakenOffTheTable() {
        TableInfo.Real table = first("select a from t1 use vindex (hash) use index (i)");
        assertEquals(List.of("hash"), table.hint().orElseThrow().names());
        assertEquals("t1 use index (i)", SqlPrinter.print(table.written()));
        assertEquals("VT09020", refusal("select a from t1 use vindex (hash) ignore vindex (hash)"));
        assertEquals("VT09021", refusal("select a from t1 use vindex (other)"));
    }

    @Test
    void vindex_isATable() {
        assertInstanceOf(TableInfo.Vindex.class, analyze("select id, shard from hash where id = 1").info(0));
        assertEquals("select hex_keyspace_id from `hash` where id = 1",
                bound("select hex_keyspace_id from hash where id = 1"));
    }

    @Test
    void sequence_hasNextValues() {
        assertEquals("select next 2 values from numbers", bound("select next 2 values from main.numbers"));
        assertEquals("VT03018", refusal("select next 2 values from t1"));
    }

    @Test
    void mirror_isThatOfTheTable() {
        assertEquals(10, first("select 1 from main.other, t1").mirror().orElseThrow().percent());
    }

    // dual

    @Test
    void selectWithoutFrom_readsDual() {
        assertTrue(first("select 1").isDual());
        assertEquals("select 1 from dual", bound("select 1"));
        assertEquals("select 1 from dual where 1 = 0", bound("select 1 from dual where 1 = 0"));
        assertEquals("main", assertInstanceOf(TableInfo.Real.class,
                analyze("select 1", PlanningContext.of("main")).info(0)).table().keyspace());
    }

    // system schemas

    @Test
    void systemTable_keepsItsSchema() {
        TableInfo.Real table = first("select table_name from INFORMATION_SCHEMA.tables");
        assertTrue(table.system());
        assertEquals("INFORMATION_SCHEMA.`tables`", SqlPrinter.print(table.written()));
        assertEquals("select `tables`.table_schema from information_schema.`tables`",
                bound("select information_schema.tables.table_schema from information_schema.tables"));
    }

    @Test
    void systemTable_hasTheColumnsOfTheVersion() {
        String sql = "select * from information_schema.schemata";
        PlanningContext old =
                PlanningContext.DEFAULT.with(new Servers("5.7.9", "utf8mb4_general_ci", Optional.empty()));
        assertFalse(SqlPrinter.print(analyze(sql, old).query()).contains("DEFAULT_ENCRYPTION"));
        assertTrue(bound(sql).contains("DEFAULT_ENCRYPTION"));
        assertEquals("VARCHAR", first(sql).table().column("catalog_name").orElseThrow().type().orElseThrow().name());
    }

    @Test
    void systemTable_thatIsNotKnown_mayHaveAnyColumn() {
        assertEquals("select x from mysql.`user`", bound("select x from mysql.user"));
        assertEquals("select x from information_schema.innodb_secret",
                bound("select x from information_schema.innodb_secret"));
    }

    @Test
    void table_inASessionOfASystemSchema_isOfThatSchema() {
        SemanticTable analysis = analyze("select table_name from tables", PlanningContext.of("information_schema"));
        assertEquals("select `table_name` from information_schema.`tables`", SqlPrinter.print(analysis.query()));
    }

    // unsharded statements

    @Test
    void unshardedStatement_isLeftAsItIs() {
        SemanticTable analysis = analyze("select *, main.plain.x from main.plain join main.nowhere as n "
                + "on y = z group by 1 order by x");
        assertEquals(Optional.of(MAIN), analysis.unsharded());
        assertEquals("select *, plain.x from plain join nowhere as n on y = z group by 1 order by x asc",
                SqlPrinter.print(analysis.query()));
        assertEquals(List.of("plain", "n"), analysis.tables().stream().map(TableInfo::name).toList());
    }

    @Test
    void unshardedStatement_keepsItsCommonTables() {
        SemanticTable analysis = analyze("with w as (select x from main.plain) select * from w");
        assertEquals(Optional.of(MAIN), analysis.unsharded());
        assertEquals("with w as (select x from plain) select * from w", SqlPrinter.print(analysis.query()));
    }

    @Test
    void unshardedStatement_withViewAndDual_isOne() {
        SemanticTable analysis = analyze("select (select 1) from main.view_plain");
        assertEquals(Optional.of(MAIN), analysis.unsharded());
        assertEquals(List.of("plain", "dual"), analysis.tables().stream().map(TableInfo::name).toList());
    }

    @Test
    void statement_ofSeveralKeyspaces_isNone() {
        assertEquals(Optional.empty(), analyze("select 1 from main.plain, aside.far").unsharded());
        assertEquals(Optional.empty(), analyze("select 1 from main.plain, t1").unsharded());
        assertEquals(Optional.empty(), analyze("select 1 from main.plain, ks.ref").unsharded());
        assertEquals(Optional.empty(), analyze("select 1").unsharded());
    }

    @Test
    void statement_ofMirroredOrSystemTables_isNone() {
        assertEquals(Optional.empty(), analyze("select 1 from main.other").unsharded());
        assertEquals(Optional.empty(), analyze("select 1 from main.plain, information_schema.tables").unsharded());
        assertEquals(Optional.empty(), analyze("select next 1 values from main.numbers").unsharded());
    }
}
