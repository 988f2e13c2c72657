package dev.shardroute.planner.semantics;

import static dev.shardroute.planner.semantics.Analyses.analyze;
import static dev.shardroute.planner.semantics.Analyses.bound;
import static dev.shardroute.planner.semantics.Analyses.refusal;
import static dev.shardroute.planner.semantics.Analyses.unlessSingleRoute;
import static dev.shardroute.planner.semantics.Analyses.unlessUnsharded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.PlanningContext;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ColumnBindingTest {
    private static Expression item(SemanticTable analysis, int index) {
        return ((SelectItem.Item) SemanticTable.items(analysis.query()).get(index)).expression();
    }

    private static Expression where(SemanticTable analysis) {
        return Objects.requireNonNull(((Select) analysis.query()).where());
    }

    private static int source(String sql) {
        return ((BoundColumn) item(analyze(sql), 0)).source();
    }

    private static TableSet direct(String sql) {
        SemanticTable analysis = analyze(sql);
        return analysis.direct(item(analysis, 0));
    }

    private static TableSet recursive(String sql) {
        SemanticTable analysis = analyze(sql);
        return analysis.recursive(item(analysis, 0));
    }

    private static TableSet tables(int... numbers) {
        TableSet tables = TableSet.EMPTY;
        for (int number : numbers) {
            tables = tables.union(TableSet.of(number));
        }
        return tables;
    }

    // tables have numbers, columns those of their tables

    @Test
    void tables_areNumberedInOrder() {
        SemanticTable analysis = analyze("select t1.a from t1 join t2 on t1.a = t2.c1, u");
        assertEquals(List.of("t1", "t2", "u"), analysis.tables().stream().map(TableInfo::name).toList());
        assertEquals(2, ((TableExpression.Bound) ((Select) analysis.query()).from().get(1)).number());
    }

    @Test
    void column_qualified_isOfThatTable() {
        assertEquals(1, source("select t2.c1 from t1, t2"));
        assertEquals(0, source("select x.whatever from u as x, v"));
        assertEquals(tables(0, 2), direct("select u.x + t2.c1 from u, v, t2"));
    }

    @Test
    void column_inAnyCase_isFound() {
        assertEquals("select A, T.B from t1 as T", bound("select A, T.B from t1 as T"));
        assertEquals(item(analyze("select a from t1"), 0), item(analyze("select A from t1"), 0));
    }

    @Test
    void column_ofTheOneTableThatHasIt_isOfThatTable() {
        assertEquals(1, source("select c1 from t1, t2"));
        assertEquals(1, source("select c1 from u, t2"));
        assertEquals(0, source("select id from u, v"));
    }

    @Test
    void column_ofTheOneTableOfUnknownColumns_isOfThatTable() {
        assertEquals(1, source("select x from t1, u"));
    }

    // ambiguous and unknown columns

    @Test
    void column_ofSeveralTables_isRefused() {
        assertEquals("VT03021", refusal("select a from t1, t5"));
        assertEquals("VT03021", refusal("select 1 from t1, t5 where a = 1"));
    }

    @Test
    void column_ofSeveralTablesPerhaps_countsForSeveralRoutesOnly() {
        assertEquals(Optional.of("VT03021: column 'x' is ambiguous"), unlessSingleRoute("select x from u, v"));
        assertEquals("select x from u, v", SqlPrinter
                .print(analyze("select x from u, v").query()));
    }

    @Test
    void column_ofNoTable_countsUnlessUnsharded() {
        assertEquals(Optional.of("VT03019: column 't1.x' not found"), unlessUnsharded("select x from t1"));
        assertEquals(Optional.of("VT03019: column 'w.x' not found"), unlessUnsharded("select w.x from t1"));
        assertEquals(Optional.of("VT03019: column 'x' not found"), unlessUnsharded("select x from t1, t2"));
        assertEquals(Optional.of("VT03019: column 't1.a' not found"), unlessUnsharded("select t1.a from t1 as t"));
    }

    // keyspaces

    @Test
    void column_withKeyspace_isWrittenWithoutIt() {
        assertEquals("select t1.a from t1 where t1.b = 1",
                bound("select ks.t1.a from ks.t1 where ks.t1.b = 1"));
    }

    @Test
    void column_withKeyspaceOfTheSession_isFound() {
        SemanticTable analysis = analyze("select ks.t1.a from t1", PlanningContext.of("ks"));
        assertEquals(Optional.empty(), analysis.conditions().notUnsharded());
    }

    @Test
    void column_withOtherKeyspace_isUnknown() {
        assertTrue(unlessUnsharded("select main.t1.a from ks.t1").isPresent());
        assertTrue(unlessUnsharded("select ks.t1.a from t1").isPresent());
        assertTrue(unlessUnsharded("select ks.t.a from ks.t1 as t").isPresent());
    }

    // scopes

    @Test
    void on_seesTheTablesOfItsJoinOnly() {
        assertEquals(Optional.of("VT03019: column 't1.a' not found"),
                unlessUnsharded("select 1 from t1, t2 join t4 on t1.a = t4.c1"));
        assertEquals(Optional.of("VT03019: column 't1.a' not found"),
                unlessUnsharded("select 1 from t1 join (t2 join t4 on t1.a = t4.c1) on true"));
    }

    @Test
    void subquery_seesTheQueriesAroundIt() {
        assertEquals(tables(0), direct("select (select t1.a from t2) from t1"));
        assertEquals(TableSet.EMPTY, direct("select (select t2.c1 from t2) from t1"));
        assertEquals(tables(1), direct("select (select (select z.x from t2) from t4) from t1, u as z"));
    }

    @Test
    void subquery_ofATableOfTheSameName_seesItsOwn() {
        SemanticTable analysis = analyze("select 1 from u where exists (select 1 from v as u where u.v_id = 1)");
        assertEquals(TableSet.EMPTY, analysis.direct(where(analysis)));
    }

    @Test
    void subquery_withoutFrom_seesTheQueryAroundIt() {
        assertEquals(tables(0), direct("select (select a) from t1"));
    }

    @Test
    void join_inSubquery_seesTheQueryAroundIt() {
        assertEquals(tables(0), direct("select (select 1 from t2 join t4 on t2.c1 = t4.c1 and t2.c2 = t1.a) from t1"));
    }

    @Test
    void derivedTable_doesNotSeeTheTablesBesideIt() {
        assertTrue(unlessUnsharded("select 1 from t1, (select 1 from t2 where t1.a = t2.c1) as d").isPresent());
    }

    @Test
    void subquery_ofAnAliasInTheListAroundIt_countsForSeveralRoutesOnly() {
        assertTrue(unlessSingleRoute("select a + 1 as x, (select x) from t1").isPresent());
    }

    // derived tables

    @Test
    void columnOfDerivedTable_isOfItAndRecursivelyOfWhatIsInside() {
        String sql = "select d.z from (select a + c1 as z, b from t1, t2) as d";
        assertEquals(tables(2), direct(sql));
        assertEquals(tables(0, 1), recursive(sql));
    }

    @Test
    void constantOfDerivedTable_isOfTheTablesInside() {
        assertEquals(tables(0), recursive("select d.n from (select count(*) as n from t1) as d"));
    }

    @Test
    void columnOfDerivedTableWithStar_isOfAllInside() {
        String sql = "select d.x from (select * from u, v) as d";
        assertEquals(tables(2), direct(sql));
        assertEquals(tables(0, 1), recursive(sql));
    }

    @Test
    void derivedTable_hasTheTypesOfItsColumns() {
        SemanticTable analysis = analyze("select d.a from (select a from t1) as d");
        assertEquals("INT64", analysis.type(item(analysis, 0)).orElseThrow().type().name());
    }

    @Test
    void derivedTable_insideGivesWhatAColumnIs() {
        SemanticTable analysis = analyze("select d.z from (select a + c as z from t1) as d");
        Expression inside = analysis.inside(item(analysis, 0), analysis.info(1));
        assertEquals("a + c", SqlPrinter.print(inside));
    }

    @Test
    void derivedTable_withColumnList_hasThoseNames() {
        assertEquals("select d.x from (select a, b from t1) as d(x, y) where y = 'z'",
                bound("select d.x from (select a, b from t1) as d(x, y) where y = 'z'"));
        assertEquals("VT03033", refusal("select 1 from (select a, b from t1) as d(x)"));
    }

    @Test
    void derivedTable_withTwoColumnsOfAName_isRefused() {
        assertEquals("SR01011", refusal("select 1 from (select a, c as A from t1) as d"));
    }

    @Test
    void derivedTable_withoutLimit_losesItsOrder() {
        assertEquals("select a from (select a from t1) as d",
                bound("select a from (select a from t1 order by a) as d"));
        assertEquals("select a from (select a from t1 order by t1.a asc limit 1) as d",
                bound("select a from (select a from t1 order by a limit 1) as d"));
    }

    @Test
    void tables_ofOneName_areRefused() {
        assertEquals("VT03013", refusal("select 1 from t1, t1"));
        assertEquals("VT03013", refusal("select 1 from t1 join t2 as t1"));
        assertEquals("VT03013", refusal("select 1 from t1, (select 1 from t2) as t1"));
    }

    // the form of comparisons

    @Test
    void not_beforeAComparison_turnsIt() {
        assertEquals("select 1 from t1 where a != 1", bound("select 1 from t1 where not a = 1"));
        assertEquals("select 1 from t1 where a <= 1", bound("select 1 from t1 where not a > 1"));
        assertEquals("select 1 from t1 where a not in (1, 2)", bound("select 1 from t1 where not a in (1, 2)"));
        assertEquals("select 1 from t1 where b not like 'x'", bound("select 1 from t1 where not b like 'x'"));
        assertEquals("select 1 from t1 where not a <=> 1", bound("select 1 from t1 where not a <=> 1"));
    }

    @Test
    void rows_areComparedMemberByMember() {
        assertEquals("select 1 from t1 where a = 1 and b = 2 and c = 3",
                bound("select 1 from t1 where (a, b) = (1, 2) and c = 3"));
        assertEquals("select 1 from t1 where (a, b) != (1, 2)", bound("select 1 from t1 where (a, b) != (1, 2)"));
    }

    @Test
    void subquery_withTheWrongNumberOfColumns_isRefused() {
        assertEquals("SR01013", refusal("select 1 from t1 where a = (select 1, 2)"));
        assertEquals("SR01013", refusal("select 1 from t1 where (a, b) in (select 1, 2, 3)"));
        assertEquals("select 1 from t1 where a = (select * from u)",
                bound("select 1 from t1 where a = (select * from u)"));
    }

    @Test
    void quantifiedComparison_countsForSeveralRoutesOnly() {
        assertTrue(unlessSingleRoute("select 1 from t1 where a = any (select c1 from t2)").isPresent());
    }

    // what the statement has

    @Test
    void signature_tellsWhatThereIs() {
        assertEquals(new QuerySignature(true, false, false, false, false, false, false),
                analyze("select count(*) from t1").signature());
        assertEquals(new QuerySignature(true, true, true, true, false, true, false),
                analyze("select rank() over (order by a) from t1 where a in (select c1 from t2 group by c1) union "
                        + "select a from t1").signature());
        assertEquals(QuerySignature.NONE, analyze("select d.a from (select a from t1) as d").signature());
    }

    @Test
    void boundSubquery_hasItsTablesBound() {
        Subquery subquery = (Subquery) item(analyze("select (select c1 from t2 limit 1) from t1"), 0);
        assertTrue(((Select) subquery.query()).from().getFirst() instanceof TableExpression.Bound);
    }

    // what is refused

    @Test
    void whatNoPlanKnows_isRefused() {
        assertEquals("VT12001", refusal("select 1 from t1, lateral (select 1 from t2) as d"));
        assertEquals("VT12001", refusal("select 1 from t1 natural join t2"));
        assertEquals("VT12001", refusal("select get_lock('x', 1) from t1"));
        assertEquals("VT12001", refusal("select @x := 1 from t1"));
        assertEquals("VT12001", refusal("select * from json_table('[]', '$' columns (x int path '$')) as j, t1"));
        assertEquals("VT03025", refusal("select rank() over w from t1"));
        assertEquals("VT03008", refusal("select 1 from (select sql_calc_found_rows a from t1) as d"));
        assertTrue(unlessUnsharded("select a from t1 into outfile 'x'").isPresent());
    }
}
