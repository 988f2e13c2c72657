package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.refused;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.ast.SetOperation.Operator;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.With;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryParserTest {
    // set operations

    @Test
    void operations_haveAllTheirParts() {
        SetOperation union = (SetOperation) statement("with w as (select 1) select a union all select b except select c"
                + " order by d limit 5 for update into @x");
        assertEquals(new With(false, List.of(new CommonTable("w", List.of(), query("select 1")))), union.with());
        assertEquals(query("select a"), union.first());
        assertEquals(List.of(new Arm(Operator.UNION, true, query("select b")),
                new Arm(Operator.EXCEPT, false, query("select c"))), union.arms());
        assertEquals(List.of(new OrderItem(expression("d"), false)), union.orderBy());
        assertEquals(new Limit(null, expression("5")), union.limit());
        assertEquals(List.of(Locking.of(Locking.Strength.UPDATE)), union.locks());
        assertEquals(select("select a into @x").into(), union.into());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"select 1 union distinct select 2 => select 1 union select 2",
        "(select 1) union (select 2) => select 1 union select 2",
        "((select 1)) union (((select 2))) => select 1 union select 2",
        "(select 1 union select 2) union select 3 => select 1 union select 2 union select 3",
        "((select 1 union select 2) except select 3) union all select 4 => select 1 union select 2 except select 3 union all select 4",
        "(select 1 intersect select 2) intersect select 3 => select 1 intersect select 2 intersect select 3",
        "select 1 union (select 2 intersect select 3) => select 1 union select 2 intersect select 3",
        "(select 1 intersect select 2) union select 3 => select 1 intersect select 2 union select 3",
        "(select 1 union select 2) order by a limit 1 => select 1 union select 2 order by a limit 1",
        "(table t) union (values row(1)) => select * from t union values row(1)"})
    void needlessParentheses_areDropped(String sql, String plain) {
        assertEquals(statement(plain), statement(sql));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {
        "select 1 union (select 2 union select 3) => select 1 union select 2 union select 3",
        "select 1 except (select 2 except select 3) => select 1 except select 2 except select 3",
        "(select 1 union select 2) intersect select 3 => select 1 union select 2 intersect select 3",
        "select 1 union (select 2 limit 1) => select 1 union select 2 limit 1",
        "select 1 union all (select 2 order by a) => select 1 union all select 2 order by a"})
    void parenthesesThatMatter_areKept(String sql, String plain) {
        assertNotEquals(statement(plain), statement(sql));
    }

    @Test
    void intersect_bindsMoreTightly() {
        SetOperation union = (SetOperation) statement("select 1 union select 2 intersect all select 3 union select 4");
        SetOperation intersection = new SetOperation(null, query("select 2"),
                List.of(new Arm(Operator.INTERSECT, true, query("select 3"))), List.of(), null, List.of(), null);
        assertEquals(List.of(new Arm(Operator.UNION, false, intersection),
                new Arm(Operator.UNION, false, query("select 4"))), union.arms());
    }

    @Test
    void clausesOfAnOperand_stayInItsParentheses() {
        SetOperation union =
                (SetOperation) statement("(select a from t order by a limit 1) union (select b for update) limit 2");
        assertEquals(query("select a from t order by a limit 1"), union.first());
        assertEquals(query("select b for update"), union.arms().getFirst().query());
        assertEquals(new Limit(null, expression("2")), union.limit());
        assertEquals(List.of(), union.orderBy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1 order by a union select 2", "select 1 limit 1 union select 2",
        "select 1 for update union select 2", "select 1 lock in share mode union select 2",
        "select 1 into @a union select 2", "select 1 into @a from t union select 2",
        "select 1 union select 2 into @a union select 3", "select 1 union select 2 into @a from t",
        "(select 1 into @a) union select 2", "select 1 union (select 2 into @a)", "select 1 union", "union select 1",
        "select 1 union all distinct select 2", "select 1 union union select 2", "select 1 union 2",
        "(select 1) (select 2)", "select 1 union with a as (select 2) select 3", "(select 1", "(select 1))", "()",
        "(insert into t values (1))", "(update t set a = 1)"})
    void malformedOperations_areRefused(String sql) {
        syntaxError(sql);
    }

    // parentheses around one query

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"(select 1) => select 1", "((select 1)) => select 1",
        "(select a from t) order by a limit 2 => select a from t order by a limit 2",
        "(select a from t order by a desc) order by b limit 2 => select a from t order by b limit 2",
        "(select a from t order by a) limit 2 => select a from t order by a limit 2",
        "((select a from t) order by a) limit 2 => select a from t order by a limit 2",
        "(select a from t limit 2) for update => select a from t limit 2 for update",
        "(select a from t) into @a => select a from t into @a", "(select a from t into @a) => select a from t into @a",
        "with w as (select 1) (select a from w) => with w as (select 1) select a from w",
        "(with w as (select 1) select a from w) limit 1 => with w as (select 1) select a from w limit 1",
        "(values row(1)) limit 1 => values row(1) limit 1", "(select next value from s) => select next value from s"})
    void clausesAroundParentheses_areOfTheQuery(String sql, String plain) {
        assertEquals(statement(plain), statement(sql));
    }

    /** MySQL limits twice, or orders what is limited: the tree cannot say it. */
    @ParameterizedTest
    @ValueSource(strings = {"(select a from t limit 2) limit 1", "(select a from t limit 2) order by a",
        "(select 1 union select 2 limit 1) limit 2", "with a as (select 1) (with b as (select 2) select 3)",
        "(select a from t for update) for share", "(select a into @a) limit 1", "(select a into @a) into @b",
        "(values row(1)) for update", "(values row(1)) into @a", "(select next value from s) limit 1"})
    void clausesThatCannotBePutTogether_areRefused(String sql) {
        assertEquals(ErrorCode.VT12001, refused(sql).code());
    }

    // queries in other things

    @Test
    void subquery_mayBeAnyQuery() {
        assertEquals(new Expression.Subquery(query("select 1 union select 2")),
                expression("(select 1 union select 2)"));
        assertEquals(new Expression.Subquery(query("with w as (select 1) select a from w for share")),
                expression("(with w as (select 1) select a from w for share)"));
        assertEquals(new Expression.Subquery(query("values row(1)")), expression("(values row(1))"));
        assertEquals(new Expression.Subquery(query("table t")), expression("(table t)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select (select 1 into @a)", "select 1 from (select 1 into @a) x",
        "with w as (select 1 into @a) select 2", "insert into t select 1 into @a",
        "insert into t (select 1 into outfile 'x')", "select (select next value from s)",
        "select 1 from (select next value from s) x", "insert into t select next value from s"})
    void intoAndSequences_areOfStatementsOnly(String sql) {
        syntaxError(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select a in (select 1 from dual, b)", "select (select 1 from t limit 1, 2, b)",
        "select (select 1 from dual, b) = (1, 2)", "select a in ((select 1) union select 2 from dual, b)"})
    void queryWithoutParentheses_isNoMemberOfAList(String sql) {
        syntaxError(sql);
    }

    // with

    @Test
    void with_hasAllItsParts() {
        assertEquals(new With(true, List.of(new CommonTable("a", List.of("x", "y"), query("select 1, 2")),
                new CommonTable("b", List.of(), query("select 1 union select x from b")))),
                select("with recursive a(x, y) as (select 1, 2), b as (select 1 union select x from b) select x from b")
                        .with());
        assertNull(select("select 1").with());
    }

    @Test
    void with_mayStandInWith() {
        assertEquals(query("with b as (select 1) select 2"),
                Objects.requireNonNull(select("with a as (with b as (select 1) select 2) select 3").with()).tables()
                        .getFirst().query());
    }

    @ParameterizedTest
    @ValueSource(strings = {"with", "with a", "with a as", "with a as select 1 select 2", "with a as (select 1)",
        "with a as () select 1", "with a() as (select 1) select 2", "with a as (select 1), select 2",
        "with a as (select 1) with b as (select 2) select 3", "with a as (select 1) insert into t values (1)",
        "with a as (select 1) set b = 1", "with a as (update t set a = 1) select 1", "with k.a as (select 1) select 2",
        "with recursive as (select 1) select 2", "with a as (select 1) select next value from s"})
    void malformedWith_isRefused(String sql) {
        syntaxError(sql);
    }

    // values and table

    @Test
    void values_hasAllItsParts() {
        ValuesRows values = (ValuesRows) statement("values /*x*/ row(1, 'a'), row(2, f(3)) order by column_0 limit 1");
        assertEquals(List.of("/*x*/"), values.comments());
        assertEquals(List.of(List.of(expression("1"), expression("'a'")), List.of(expression("2"), expression("f(3)"))),
                values.rows());
        assertNull(values.list());
        assertEquals(List.of(new OrderItem(expression("column_0"), false)), values.orderBy());
        assertEquals(new Limit(null, expression("1")), values.limit());
    }

    @Test
    void values_mayBeAListVariable() {
        ValuesRows values = (ValuesRows) statement("values ::rows");
        assertEquals(new Expression.ListVariable("rows"), values.list());
        assertEquals(List.of(), values.rows());
    }

    @Test
    void table_isASelectOfAll() {
        assertEquals(statement("select * from k.t order by a limit 1 for update"),
                statement("table k.t order by a limit 1 for update"));
        assertEquals(statement("select * from t into @a"), statement("table t into @a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"values", "values 1", "values (1)", "values row", "values row()", "values row(1), (2)",
        "values row(1),", "values row(default)", "values ::a, ::b", "values row(1) for update",
        "values row(1) lock in share mode", "values row(1) into @a", "values row(1) where a", "table", "table t x",
        "table t where a", "table t, u", "table (t)", "table t join u"})
    void malformedValuesAndTable_areRefused(String sql) {
        syntaxError(sql);
    }

    private static Query query(String sql) {
        return (Query) statement(sql);
    }

    private static Select select(String sql) {
        return (Select) statement(sql);
    }
}
