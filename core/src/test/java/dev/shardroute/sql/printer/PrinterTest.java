package dev.shardroute.sql.printer;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.canonicalExpression;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Join;
import dev.shardroute.sql.ast.TableExpression.JoinType;
import dev.shardroute.sql.ast.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrinterTest {
    // statements

    @ParameterizedTest
    @ValueSource(strings = {"select 1 from dual",
        "select *, a as b, t.* from k.t as x where a = 1 and b = 2 group by a, b "
                + "having count(*) > 1 order by a asc, b desc limit 1, 2 for update",
        "select distinct a from t lock in share mode",
        "select /* a */ /*vt+ B */ 1 from t for share", "insert into t values (1, default), (2, null)",
        "insert /*x*/ ignore into k.t(a, b) values (1, 2) on duplicate key update a = values(a), b = b + 1",
        "replace into t(a) values (1)",
        "update /*x*/ ignore t as x set a = 1, x.b = default where c order by d asc limit 1",
        "delete /*x*/ ignore from t as x where a order by b desc limit :n", "delete from t",
        "set @a = 1, b = 2, @@c = 3, @@global.d = 4, names 'e' collate 'f', charset 'g'", "use `k:-80@replica`"})
    void canonicalStatement_staysAsItIs(String sql) {
        assertEquals(sql, canonical(sql));
    }

    @Test
    void keywordsAndBlanks_areNormalized() {
        assertEquals("select a as B from t where a = 1 order by a asc limit 2, 1",
                canonical("SELECT  a  B FROM t\nWHERE a=1 ORDER BY a LIMIT 1 OFFSET 2;"));
    }

    @Test
    void orderWithoutMeaning_hasNoDirection() {
        assertEquals("select a from t order by null, rand(), rand(1)",
                canonical("select a from t order by null asc, rand(), rand(1)"));
        assertEquals("select a from t order by rand() desc", canonical("select a from t order by rand() desc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select distinct sql_no_cache straight_join sql_calc_found_rows a from t",
        "select a, count(*) from t group by a, b with rollup having a window w AS (partition by a), v AS (w order by b asc)",
        "select a from t limit 5 for update of t, k.u nowait for share skip locked",
        "select a from t into @a, @b", "select a from t into dumpfile 'f'",
        "select a from t into outfile 's' character set binary fields terminated by ',' enclosed by '\"' lines starting by ''",
        "select a from t into outfile s3 's' format csv header manifest on overwrite off",
        "select next 5 values from s", "select next :n values from s",
        "with recursive a(x) as (select 1 from dual) , b as (select 2 from dual) select x from a, b",
        "with a as (select 1 from dual) update t set b = 1", "with a as (select 1 from dual) delete from t",
        "values row(1, 'a'), row(2, (select 1 from dual)) order by a asc limit 1", "values ::rows",
        "insert into t partition (p, q)(a) values (1) as new (b) on duplicate key update a = new.b",
        "insert into t(a) select b from u on duplicate key update a = 1",
        "insert into t (select a from u join v) on duplicate key update a = 1",
        "insert into t with w as (select a from u straight_join v) select a from w on duplicate key update a = 1",
        "replace into t partition (p) select a from u", "insert into t values row(1), row(2)",
        "update a join b on a.c = b.c, d set a.e = 1 where d.f", "delete a, k.b from a join k.b using (c)",
        "delete from t as x partition (p) where a", "delete from t partition (p)"})
    void canonicalClauses_stayAsTheyAre(String sql) {
        assertEquals(sql, canonical(sql));
    }

    // set operations

    @ParameterizedTest
    @ValueSource(strings = {
        "select 1 from dual union select 2 from dual union all select 3 from dual order by 1 asc limit 1",
        "(select 1 from dual limit 1) union (select 2 from dual order by a asc) for update",
        "(with a as (select 1 from dual) select 2 from dual) union select 3 from dual",
        "select 1 from dual union (select 2 from dual union select 3 from dual)",
        "select 1 from dual union select 2 from dual intersect select 3 from dual except values row(4)",
        "(select 1 from dual union select 2 from dual) intersect all select 3 from dual",
        "select 1 from dual intersect (select 2 from dual intersect select 3 from dual)",
        "(values row(1) limit 1) except all (select 2 from dual for share)",
        "select 1 from dual union select 2 from dual into @a"})
    void canonicalOperation_staysAsItIs(String sql) {
        assertEquals(sql, canonical(sql));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {
        "(select 1 union select 2) union select 3 => select 1 from dual union select 2 from dual union select 3 from dual",
        "select 1 union (select 2 intersect select 3) => select 1 from dual union select 2 from dual intersect select 3 from dual",
        "(select 1) union (select 2) => select 1 from dual union select 2 from dual"})
    void operation_losesParenthesesThatItDoesNotNeed(String sql, String printed) {
        assertEquals(printed, canonical(sql));
    }

    // tables

    @ParameterizedTest
    @ValueSource(strings = {"a, b", "(a, b) join c on d", "a join b join c on d", "a join b on c join d on e",
        "a left join b right join c on d on e", "a join (b join c)", "a natural join (b natural join c)",
        "a left join b natural join c on d", "a left join (b join c) on d", "a straight_join b",
        "a natural left join b",
        "a right join b using (c, d)", "k.a partition (p, q) as b use index for join (i, j) ignore index (`PRIMARY`)",
        "a use index ()", "a use vindex (v, w)", "(select 1 from dual) as a(b, c)",
        "a, lateral (select a.b from dual) as c",
        "((select 1 from dual limit 1) union select 2 from dual) as a"})
    void canonicalTables_stayAsTheyAre(String tables) {
        assertEquals("select 1 from " + tables, canonical("select 1 from " + tables));
    }

    /** The parser makes no such trees: in canonical SQL they have parentheses all the same. */
    @Test
    void joinOnTheRight_isInParenthesesWhereItsConditionCouldBeTakenFor() {
        TableExpression a = new TableExpression.Table(TableName.of("a"), null);
        Join right = new Join(JoinType.JOIN, a, a, null, List.of());
        assertEquals("a join (a join a)", SqlPrinter.print(new Join(JoinType.JOIN, a, right, null, List.of())));
        assertEquals("a join (a join a) on 1",
                SqlPrinter.print(new Join(JoinType.JOIN, a, right, expression("1"), List.of())));
        Join outer = new Join(JoinType.LEFT, right, a, expression("1"), List.of());
        assertEquals("a join (a join a left join a on 1) on 1",
                SqlPrinter.print(new Join(JoinType.JOIN, a, outer, expression("1"), List.of())));
    }

    @Test
    void jsonTable_isOnSeveralLines() {
        assertEquals("""
                select 1 from json_table(a, '$' columns(
                \tb for ordinality,
                \tc DECIMAL(4,2) path '$.c' null on empty error on error ,
                \tnested path '$.d' columns(
                \te int unsigned exists path '$.e'\s
                )
                \t)
                ) as f""", canonical("""
                select 1 from json_table(a, '$' columns(b for ordinality,
                c DECIMAL(4, 2) path '$.c' null on empty error on error,
                nested path '$.d' columns (e int unsigned exists path '$.e'))) f"""));
    }

    // names

    @ParameterizedTest
    @CsvSource({"a,a", "A1_$,A1_$", "select,`select`", "Name,`Name`", "1a,`1a`", "a b,`a b`", "a`b,`a``b`", "ä,`ä`",
        "'',``",
        "_x,_x", "$x,$x"})
    void name_isQuotedWhereItMustBe(String name, String printed) {
        assertEquals(printed, SqlPrinter.print(new Column(null, name)));
        assertEquals(printed + "." + printed,
                SqlPrinter.print(new TableExpression.Table(new TableName(name, name), null)));
        assertEquals("1 as " + printed, SqlPrinter.print(new SelectItem.Item(expression("1"), name)));
    }

    @Test
    void functionName_isQuotedForItsCharactersOnly() {
        assertEquals("repeat(a, 2)", canonicalExpression("repeat(a, 2)"));
        assertEquals("`a b`.`c d`()", SqlPrinter.print(new Expression.Call("a b", "c d", false, List.of())));
    }

    @Test
    void boundColumn_printsAsTheStatementNamesIt() {
        Column column = new Column(TableName.of("t"), "a");
        assertEquals("t.a", SqlPrinter.print(new Expression.BoundColumn(column, 0)));
    }

    @Test
    void offset_isPrintedAsWhatItHolds() {
        Expression sum = expression("a + b");
        assertEquals(":3", SqlPrinter.print(new Expression.Offset(3)));
        assertEquals("a + b", SqlPrinter.print(new Expression.Offset(3, sum)));
        Expression times = new Expression.Binary(Expression.BinaryOperator.TIMES, new Expression.Offset(3, sum),
                new Expression.Offset(0));
        assertEquals("(a + b) * :0", SqlPrinter.print(times));
    }

    // expressions

    @ParameterizedTest
    @ValueSource(strings = {"(a or b) and c", "a or b and c", "a or (b or c)", "a and (b and c)", "a xor (b xor c)",
        "(a or b) xor c",
        "not (a and b)", "not not a", "not a = b", "(not a) = b", "(not a) is null", "a = (not b)", "a = (b = c)",
        "a = b = c",
        "a = (b in (1))", "a in (1) = b", "(a = b) in (1)", "(a in (1)) in (2)", "(a like b) like c", "a = b is null",
        "(a is null) is null", "(a between 1 and 2) = b", "a = (b between 1 and 2)",
        "(a between 1 and 2) between 3 and 4",
        "a between (1 between 2 and 3) and 4", "a between 1 and (2 between 3 and 4)", "a between 1 and 2 in (3)",
        "a between 1 and (b = c)", "a between (b = c) and 2", "(a = b) between 1 and 2", "a between 1 + 2 and 3 | 4",
        "a like (b + c)", "a like -b", "a like b escape c", "a like b escape (c + d)", "(a = b) like c", "a + b like c",
        "a regexp b + c", "a regexp (b = c)", "(a = b) regexp c", "a - (b - c)", "a - b - c", "(a + b) * c",
        "a + b * c",
        "a * b ^ c", "(a * b) ^ c", "a ^ (b ^ c)", "(a | b) & c", "a << (b << c)", "a in (b = c, d or e)",
        "(a or b) in (c)", "-(a + b)",
        "-a + b",
        "- -a", "-(a ^ b)", "~ -a", "! (-a)", "- !a", "(-a) collate x", "-a collate x", "(-1) collate x", "-1 ^ 2",
        "a + -1", "a - -1", "- -1", "(a + b) collate x", "a collate x collate y", "(a, b) = (c, d)",
        "(a, b) in ((1, 2))",
        "a in ::x", "convert(a = b, binary)", "convert(a, binary) = b", "~convert(a, binary)",
        "case when a or b then c end",
        "case a or b when c then d else e end", "f(a or b, c)", "count(distinct a, b)", "count(*)", "values(a)",
        "json_extract(a, '$')", "(a is true) = b", "(a is false) < all (select 1 from dual)", "a is null = b",
        "@a := @b := 1", "(@a := 1) + 2", "@a := 1 or 2", "a + interval b + 1 day", "interval 1 day + a + b",
        "(a + interval 1 day) * 2", "date_sub(a, interval (b or c) hour_minute)", "timestampdiff(minute, a, b)",
        "a < any (select 1 from dual)", "a sounds like b + c", "a + b member of (c)", "(a = b) member of ((c = d))",
        "a in (select 1 from dual)", "exists (select 1 from dual)", "(select 1 from dual) + 1", "default(t.a)",
        "_utf8mb4 'a' collate utf8mb4_bin", "_binary X'1f'", "date'2026-11-24'", "timestamp'it\\'s'", "time'1:2:3'",
        "cast(a as char(4) character set latin1 binary)", "cast(a as unsigned array)", "cast(a as DECIMAL(4, 2))",
        "convert(a using binary)", "char(1, 2 using utf8mb4)", "extract(year_month from a)", "trim(a)",
        "trim(both from a)",
        "trim(b from a)", "trim(leading b from a)", "weight_string(a as char(3))", "group_concat(a)",
        "group_concat(distinct a, b order by c desc separator '\\n' limit 1, 2)",
        "json_value(a, '$' returning FLOAT null on empty default 1 on error)",
        "match(a, t.b) against ('c' in boolean mode)",
        "match(a) against ((b or c) with query expansion)", "row_number() over w", "sum(distinct a) over ()",
        "lag(a, 1) ignore nulls over (w partition by a, b order by c asc rows interval 1 day preceding)",
        "count(*) over (range between unbounded preceding and 1 following)", "a is not true", "a not in (1)",
        "a not like b", "a not regexp b",
        "a not between b and c"})
    void canonicalExpression_staysAsItIs(String sql) {
        assertEquals(sql, canonicalExpression(sql));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"(a and b) and c => a and b and c", "((a)) + (b * c) => a + b * c",
        "(a and b) or c => a and b or c", "a || b => a or b", "a and (not b) => a and not b",
        "(a = b) = c => a = b = c",
        "a rlike b => a regexp b", "a is unknown => a is null", "-(-a) => - -a", "binary a => convert(a, binary)",
        "case a when b then c end => case a when b then c end", "x'1f' => X'1f'", "b'01' => 0b01", "b'' => b''"})
    void expression_losesWhatItDoesNotNeed(String sql, String printed) {
        assertEquals(printed, canonicalExpression(sql));
    }

    // parts

    @Test
    void insert_printsInParts() {
        Insert insert =
                (Insert) statement("insert ignore into t(a, b) values (:x, 2), (3, 4) on duplicate key update a = :y");
        assertEquals("insert ignore into t(a, b) values ", SqlPrinter.insertHead(insert).text());
        assertEquals("(:x, 2)", SqlPrinter.row(Sql.rows(insert).getFirst()).text());
        assertEquals(" on duplicate key update a = :y", SqlPrinter.insertTail(insert).text());
        assertEquals("", SqlPrinter.insertTail((Insert) statement("insert into t values (1)")).text());
    }

    @Test
    void template_knowsItsVariables() {
        SqlTemplate template = SqlPrinter.template(statement("select :a from t where b = ? and c in ::d limit :a"));
        assertEquals("select :a from t where b = :v1 and c in ::d limit :a", template.text());
        assertEquals(List.of(new SqlTemplate.Site(7, "a", false), new SqlTemplate.Site(27, "v1", false),
                new SqlTemplate.Site(40, "d", true), new SqlTemplate.Site(50, "a", false)), template.sites());
    }

    @Test
    void colonInAString_isNoVariable() {
        assertEquals(List.of(), SqlPrinter.template(statement("select ':a', `:b` from t")).sites());
    }
}
