package dev.shardroute.planner.semantics;

import static dev.shardroute.planner.semantics.Analyses.analyze;
import static dev.shardroute.planner.semantics.Analyses.bound;
import static dev.shardroute.planner.semantics.Analyses.refusal;
import static dev.shardroute.planner.semantics.Analyses.unlessUnsharded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Set operations, common table expressions and views. */
final class CombinedQueriesTest {
    // UNION

    private static Expression orderKey(SemanticTable analysis) {
        return analysis.query().orderBy().getFirst().expression();
    }

    @Test
    void unionOrder_byName_isAColumnOfTheRows() {
        SemanticTable analysis = analyze("select a as x from t1 union select c1 from t2 order by x");
        BoundColumn key = assertInstanceOf(BoundColumn.class, orderKey(analysis));
        assertEquals("x", SqlPrinter.print(key));
        assertEquals(TableSet.of(0).union(TableSet.of(1)), analysis.recursive(key));
        assertEquals(TableSet.of(0).union(TableSet.of(1)), analysis.direct(key));
        assertEquals(List.of(new SelectItem.Item(key, null)), analysis.columns((SetOperation) analysis.query()));
    }

    @Test
    void unionOrder_byPlace_isAColumnOfTheRows() {
        assertEquals("select t1.a from t1 union select 1 from dual order by a asc",
                bound("select t1.a from t1 union select 1 order by 1"));
        assertEquals("VT03014", refusal("select a from t1 union select 1 order by 2"));
    }

    @Test
    void unionOrder_byPlacesOfOneName_areDifferentColumns() {
        SemanticTable analysis = analyze("select t1.a, t5.a from t1, t5 union select 1, 2 order by 1, 2");
        assertNotEquals(orderKey(analysis), analysis.query().orderBy().get(1).expression());
        assertEquals("VT03021", refusal("select t1.a, t5.a from t1, t5 union select 1, 2 order by a"));
    }

    @Test
    void unionOrder_byTable_isRefused() {
        assertEquals("SR01016", refusal("select a from t1 union select 1 order by t1.a"));
        assertTrue(unlessUnsharded("select a from t1 union select 1 order by b").isPresent());
    }

    @Test
    void union_hasTheTypesOfAllQueries() {
        SemanticTable analysis = analyze("select c1 from t2 union select c4 from t4 order by c1");
        assertEquals("DECIMAL", analysis.type(orderKey(analysis)).orElseThrow().type().name());
    }

    @Test
    void union_ofDifferentNumbersOfColumns_isRefused() {
        assertEquals("SR01012", refusal("select a, b from t1 union select 1"));
        assertEquals("SR01012", refusal("select 1, 2 union (select 3, 4 union select 5)"));
        assertEquals("VT12001", refusal("select sql_calc_found_rows a from t1 union select 1"));
    }

    @Test
    void derivedUnion_hasTheColumnsOfTheFirstQuery() {
        SemanticTable analysis = analyze("select d.a from (select a from t1 union select c1 from t2) as d");
        Expression column = ((SelectItem.Item) SemanticTable.items(analysis.query()).getFirst()).expression();
        assertEquals(TableSet.of(0).union(TableSet.of(1)), analysis.recursive(column));
        TableInfo derived = analysis.info(analysis.direct(column)).orElseThrow();
        BoundColumn inside = assertInstanceOf(BoundColumn.class, analysis.inside(column, derived));
        assertEquals("a", SqlPrinter.print(inside));
        assertEquals(analysis.recursive(column), analysis.recursive(inside));
    }

    @Test
    void unionInSubquery_dependsOnNothingOutside() {
        SemanticTable analysis =
                analyze("select 1 from t1 where a in (select c1 from t2 union select c4 from t4 order by c1 limit 1)");
        assertEquals(TableSet.of(0), analysis.direct(Objects.requireNonNull(((Select) analysis.query()).where())));
    }

    // WITH

    @Test
    void commonTable_becomesADerivedTable() {
        assertEquals("select x from (select a as x from t1) as w",
                bound("with w as (select a as x from t1) select * from w"));
        assertEquals("select y from (select a from t1) as w(y)",
                bound("with w(y) as (select a from t1) select y from w"));
        assertEquals("select z.a from (select a from t1) as z",
                bound("with w as (select a from t1) select z.a from w as z"));
    }

    @Test
    void commonTable_mayReadThoseBeforeIt() {
        assertEquals("select x from (select x from (select a as x from t1) as v1) as v2",
                bound("with v1 as (select a as x from t1), v2 as (select x from v1) select x from v2"));
        assertEquals("VT05004",
                refusal("with v1 as (select x from v2), v2 as (select a as x from t1) select x from v1"));
    }

    @Test
    void commonTable_readTwice_hasTablesOfItsOwnEachTime() {
        SemanticTable analysis = analyze("with w as (select a from t1) select 1 from w as x join w as y on x.a = y.a");
        assertEquals(List.of("t1", "x", "t1", "y"), analysis.tables().stream().map(TableInfo::name).toList());
    }

    @Test
    void commonTable_inAQualifiedName_isTheTable() {
        assertEquals("select c1 from t2", bound("with t2 as (select a from t1) select c1 from ks.t2"));
    }

    @Test
    void commonTables_ofOneName_areRefused() {
        assertEquals("VT03013", refusal("with w as (select a from t1), w as (select a from t1) select 1 from w"));
        assertEquals("VT12001", refusal("with t1 as (select a from t1) select 1 from t1"));
        assertEquals("select 1 from (select 1 from (select 1 from t1) as w) as w",
                bound("with w as (with w as (select 1 from t1) select 1 from w) select 1 from w"));
    }

    @Test
    void commonTables_thatExplode_areRefused() {
        StringBuilder sql = new StringBuilder("with w0 as (select a from t1)");
        for (int i = 1; i < 40; i++) {
            sql.append(", w").append(i).append(" as (select x.a from w").append(i - 1).append(" as x, w").append(i - 1)
                    .append(" as y)");
        }
        assertEquals("SR01010", refusal(sql + " select 1 from w39"));
    }

    @Test
    void commonTables_thatNestTooDeep_areRefused() {
        assertTrue(bound(chain(30)).startsWith("select 1 from (select a from (select a from"));
        assertEquals("SR01003", refusal(chain(300)));
    }

    private static String chain(int length) {
        StringBuilder sql = new StringBuilder("with w0 as (select a from t1)");
        for (int i = 1; i < length; i++) {
            sql.append(", w").append(i).append(" as (select a from w").append(i - 1).append(")");
        }
        return sql.append(" select 1 from w").append(length - 1).toString();
    }

    // WITH RECURSIVE

    @Test
    void recursiveTable_isNumberedInsideAndOutside() {
        SemanticTable analysis = analyze(
                "with recursive w as (select a from t1 union all select w.a + 1 from w where w.a < 5) select a from w");
        assertEquals("select a from w", SqlPrinter.print(analysis.query()));
        TableInfo.Recursive outside = assertInstanceOf(TableInfo.Recursive.class, analysis.tables().getLast());
        TableInfo.RecursiveTable inside =
                assertInstanceOf(TableInfo.RecursiveTable.class, analysis.info(outside.inner()));
        assertEquals("select a from t1", SqlPrinter.print(inside.seed()));
        assertEquals("w as (select a from t1 union all select w.a + 1 from w where w.a < 5)",
                SqlPrinter.print(outside.definition()));
        assertEquals(List.of("a"), outside.columns());
        assertTrue(analysis.signature().recursiveCte());
    }

    @Test
    void recursiveTable_ofSeveralSeeds_isReadByTheLastQuery() {
        SemanticTable analysis = analyze("with recursive w(n) as (select a from t1 union all select c1 from t2 union "
                + "select n + 1 from w) select n from w as x");
        TableInfo.Recursive outside = (TableInfo.Recursive) analysis.tables().getLast();
        assertEquals("w(n) as (select a from t1 union all select c1 from t2 union select n + 1 from w)",
                SqlPrinter.print(outside.definition()));
    }

    @Test
    void recursiveWith_ofWhatDoesNotReadItself_isADerivedTable() {
        assertEquals("select a from (select a from t1) as w",
                bound("with recursive w as (select a from t1) select a from w"));
    }

    @Test
    void recursiveTable_thatIsNotValid_isRefused() {
        assertEquals("VT09026", refusal("with recursive w as (select a from w) select 1 from w"));
        assertEquals("VT09027",
                refusal("with recursive w as (select a from t1 union select count(*) from w) select 1 from w"));
        assertEquals("VT09027",
                refusal("with recursive w as (select a from t1 union select a from w group by a) select 1 from w"));
        assertEquals("VT09028", refusal("with recursive w as (select a from t1 union "
                + "select t1.a from t1 left join w on t1.a = w.a) select 1 from w"));
        assertEquals("VT09029", refusal("with recursive w as (select a from t1 union "
                + "select x.a from w as x, w as y) select 1 from w"));
        assertEquals("VT09029", refusal("with recursive w as (select a from t1 union "
                + "select a from t1 where a in (select a from w)) select 1 from w"));
        assertEquals("VT09029", refusal("with recursive w as (select a from w union select a from w) select 1 from w"));
        assertEquals("SR01012",
                refusal("with recursive w as (select a from t1 union select a, 1 from w) select 1 from w"));
    }

    // views

    @Test
    void view_becomesADerivedTable() {
        assertEquals("select y from (select id, x + 1 as y from u) as view_u", bound("select y from ks.view_u"));
        assertEquals("select z.id from (select id, x + 1 as y from u) as z", bound("select z.id from view_u as z"));
    }

    @Test
    void view_ofTheNameOfACommonTable_isTheCommonTable() {
        assertEquals("select a from (select a from t1) as view_u",
                bound("with view_u as (select a from t1) select a from view_u"));
    }

    @Test
    void view_withColumnList_hasThoseNames() {
        SemanticTable analysis = analyze("select p from main.view_plain join t1 on p = a");
        assertEquals("select p from (select a from plain) as view_plain(p) join t1 on p = a",
                SqlPrinter.print(analysis.query()));
    }
}
