package dev.shardroute.sql.jsqlparser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.lex.SqlMode;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.update.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JSqlParserBridgeTest {
    private static final JSqlParserBridge BRIDGE = new JSqlParserBridge();

    // both parsers give the same tree

    private static void assertSame(String sql) {
        Statement ours = Sql.statement(sql);
        Bridged.statements(sql).forEach(theirs -> assertEquals(ours, theirs, sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select 1",
        "select a.*, k.b.*, c as d, e f, g 'h', `i j`.`k``l` from k.t as u",
        "select *, a from t",
        "select distinct a from t",
        "select distinctrow a from t",
        "select sql_calc_found_rows a from t",
        "select sql_no_cache a from t",
        "select straight_join a from t",
        "select 1 from dual",
        "select /*vt+ SCATTER=1 */ /* b */ a from t",
        "table k.t order by 1 limit 2",
        "values row(1, 2), row(3, 4)",
        "select 1 from a, b as c, (select 2 from d) as e(f, g)",
        "select 1 from a join b on a.x = b.x inner join c using (x, y) cross join d",
        "select 1 from a left join b on x right outer join c on y",
        "select 1 from a natural join b natural left join c natural right outer join d",
        "select 1 from a straight_join b on x",
        "select 1 from a join b join c on x on y",
        "select 1 from (a, b join c on x) join (d) on y",
        "select 1 from a, lateral (select a.x) as b",
        "select 1 from t use index (i, j), u as v force index (k), w ignore index (l)",
        "select 1 from json_table('[]', '$[*]' columns(id for ordinality, a int path '$.a' default '1' on empty null on"
                + " error, nested path '$.b' columns(c varchar(3) exists path '$.c'))) as jt",
        "select a, count(*) from t where b group by a, c with rollup having count(*) > 1 order by a desc, c limit 3, 4",
        "select 1 from t limit 5 offset ?",
        "select 1 from t for update",
        "select 1 from t for update of t nowait",
        "select 1 from t for share skip locked",
        "select a into outfile 'f' character set latin1 fields terminated by ',' enclosed by '\"' lines terminated by '|'"
                + " from t",
        "select 1 union select 2 union all select 3 order by 1 limit 2",
        "select 1 union select 2 for update",
        "(select 1 limit 1) union distinct (select 2 order by 1)",
        "select 1 intersect select 2 union select 3 except select 4 intersect select 5",
        "(select 1 union select 2) union all select 3",
        "((select 1)) limit 1", "(select 1 order by a) order by b limit 2",
        "with recursive c(n) as (select 1 union all select n + 1 from c), d as (select 2) select * from c, d",
        "select (select 1), exists (select 2), not exists (select 3), a in (select 4), b = any (select 5),"
                + " c > all (select 6)",
    })
    void query_isTheSame(String sql) {
        assertSame(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a or b and c or d", "(a or b) or c", "a or (b or c)", "not a and b", "a xor b", "!a", "(a, b) = (1, 2)",
        "a = b", "a <> b", "a != b", "a <=> b", "a < b", "a <= b", "a > b", "a >= b",
        "a like 'b' escape '|'", "a not like b", "a regexp b", "a not rlike b", "a regexp binary b",
        "a between 1 and 2", "a not between b and c + 1", "a in (1, 2)", "a not in (1)", "(a, b) in ((1, 2), (3, 4))",
        "a in ((select 1))", "a is null", "a is not null", "a is true", "a is not false", "a is unknown",
        "a member of ('[1]')", "a + b - c * d / e", "a div b", "a % b", "a | (b & c)", "a << b >> c", "a ^ b", "-a",
        "+a",
        "~a", "-1", "-(1)", "-(-1)", "-1.5", "a collate utf8_bin", "((a))",
        "1", "1.5", ".5", "1e5", "12345678901234567890123", "x'1f'", "0x1f", "b'01'", "0b01", "'it''s'", "'a\\\\n\\'b'",
        "\"x\"", "\"it's\"", "n'y'", "_utf8mb4'z'", "true", "null", "date '2020-01-01'",
        "time'10:00:00'", "timestamp '2020-01-01 10:00:00'", "{d '2020-01-01'}", "{t '10:00:00'}",
        "{ts '2020-01-01 10:00:00'}", "{fn now()}", "?", ":name", "@x", "@@x", "@@session.x", "@@global.x", "@x := 1",
        "case when a then b else c end", "case a when 1 then 2 end",
        "f(a, b)", "k.f(a)", "count(*)", "count(distinct a, b)", "sum(distinct a)", "if(a, b, c)", "left(a, 1)",
        "now()", "now(3)", "current_timestamp", "current_timestamp(3)", "utc_date()", "current_user", "CURDATE()",
        "values(a)", "default(a)", "row(1, 2)", "char(1, 2)", "char(1 using utf8mb4)", "interval(1, 2)",
        "cast(a as unsigned)", "cast(a as char(3) character set latin1)", "cast(a as decimal(3, 2))", "cast(a as json)",
        "convert(a using latin1)", "extract(day_hour from a)", "trim(a)", "trim('x' from a)", "trim(both 'x' from a)",
        "trim(leading from a)", "substring(a from 2 for 3)", "substr(a, 2)", "mid(a, 2, 3)", "position('a' in b)",
        "timestampadd(minute, 1, a)", "timestampdiff(sql_tsi_day, a, b)", "get_format(date, 'USA')",
        "weight_string(a)", "ST_AsText(a)", "date_add(a, interval 1 day)", "a + interval b hour",
        "interval '1 1' day_hour + a", "adddate(a, 1)", "group_concat(distinct a, b order by c desc separator ';')",
        "group_concat(a limit 2)",
        "match(a, b) against ('x' in boolean mode)", "match(a) against ('x')",
        "row_number() over (partition by a order by b)", "rank() over w", "lag(a, 1, 2) ignore nulls over w",
        "sum(distinct a) over (order by b rows unbounded preceding)", "count(*) over ()",
        "max(a) over (order by b range between interval 1 day preceding and current row)",
        "a->'$.x'", "t.a->>'$.x'", "json_value(a, '$.x' returning char(3) null on empty error on error)",
        "json_object('a', 1, b, 2)", "json_array(1, 2)", "json_arrayagg(a)", "json_objectagg(a, b)",
    })
    void expression_isTheSame(String expression) {
        String sql = "select " + expression + " as x from t";
        assertSame(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "insert into t values (1, default), (2, ?)",
        "insert ignore into k.t (a, `b`, t.c) values (1, 2, 3)",
        "insert into t values ()",

        "insert into t set a = 1, b = default",
        "insert into t (a) select b from u",
        "insert into t (a) select 1 union select 2",

        "insert into t (a, b) values (1, 2) as n(x, y) on duplicate key update a = n.x, b = values(b)",
        "insert into t values ((1 + 2))",
        "insert into t values (1), (2), (3)",
        "replace into t (a, b) values (1, 2), (3, 4)",
        "replace t set a = 1",
        "replace into t select * from u",
        "update t set a = 1, t.b = default where c order by d limit 2",
        "update /*vt+ SCATTER=1 */ t set a = 1",
        "update ignore t as u join v on u.x = v.x set u.a = v.b where u.c = 1",
        "update a, b set a.x = b.x",
        "with c as (select 1) update t set a = 1 where b in (select * from c)",
        "delete from t where a order by b limit 1",
        "delete ignore from k.t as u where u.a = 1",
        "delete a, k.b from a join k.b using (x) where z",
        "delete from a using a, b where c",
        "delete t from t where a",
        "with c as (select 1) delete from t where b in (select * from c)",
    })
    void change_isTheSame(String sql) {
        assertSame(sql);
    }

    // refusals

    @Test
    void statement_thatIsNoChangeOfRows_isRefused() {
        assertRefused("create table t (a int)", "CreateTable");
        assertRefused("merge into t using u on a = b when matched then delete", "Merge");
    }

    @Test
    void misreadConstruct_isRefused() {
        assertRefused("select a | b & c", "an operand without parentheses");
        assertRefused("select a || b", "||, which is OR");
        assertRefused("select a && b", "&&, which is AND");
        assertRefused("select convert(a, char(3))", "CONVERT(value, type)");
        assertRefused("select a -> '$.x' = 1", "->");
        assertRefused("select 'a' 'b'", "a string right behind a string");
        assertRefused("select binary a", "the word binary as a column");
        assertRefused("select sql_big_result a from t", "SQL_BIG_RESULT");
        assertRefused("select next value from t", "NEXT VALUE");
        assertRefused("select `a.b` from t", "with a dot in it");
        assertRefused("select /*! 1, */ 2", "a version comment");
        assertRefused("select 1 from t /*!40000 where a */", "a version comment");
        assertRefused("with c as (select 1 /*! from t */) select 2", "a version comment");
        assertRefused("(select 1 union select 2 /*! from t */)", "a version comment");
        assertRefused("update t set a = 1 /*! where b */", "a version comment");
        assertRefused("delete from t /*! where b */", "a version comment");
        assertRefused("insert into t values (1) /*! , (2) */", "a version comment");
        assertRefused("select a = _utf8\"x\"", "the word _utf8");
    }

    @Test
    void constructOfOtherServers_isRefused() {
        assertRefused("select top 1 a from t", "TOP");
        assertRefused("select distinct on (a) b from t", "DISTINCT ON");
        assertRefused("select a from t fetch first 1 rows only", "FETCH");
        assertRefused("select a from t full join u on b", "FULL");
        assertRefused("select a from t pivot (sum(b) for c in (1, 2))", "PIVOT");
        assertRefused("select a from t order by b nulls last", "NULLS LAST");
        assertRefused("select a from t group by grouping sets ((a), (b))", "GROUPING SETS");
        assertRefused("select a::int from t", "CAST");
        assertRefused("select a ilike b from t", "ILIKE");
        assertRefused("select a from t where b similar to c", "SIMILAR_TO");
        assertRefused("select count(a) filter (where b) from t", "FILTER");
        assertRefused("select a[1] from t", "an array");
        assertRefused("select a from k.l.t", "the table");
        assertRefused("select a from t for update wait 5", "WAIT");
        assertRefused("select a into u from t", "INTO a table");
        assertRefused("select a from t where b = c(+)", "(+)");
        assertRefused("insert into t (a) values (1) returning b", "RETURNING");
        assertRefused("insert into t (a) values (1) on conflict do nothing", "ON CONFLICT");
        assertRefused("insert low_priority into t values (1)", "LOW_PRIORITY");
        assertRefused("update t set a = 1 from u", "UPDATE");
        assertRefused("update t set (a, b) = (1, 2)", "SET of several columns");
        assertRefused("delete from t returning a", "RETURNING");
    }

    private static void assertRefused(String sql, String construct) {
        ShardrouteException refused = Bridged.refused(sql);
        assertEquals(ErrorCode.VT12001, refused.code(), sql);
        assertTrue(refused.getMessage().contains(construct), refused.getMessage());
    }

    // statements that were put together by hand

    @Test
    void operand_withoutItsParentheses_isRefused() {
        Expression or = new OrExpression(new Column("a"), new Column("b"));
        assertRefused(new AndExpression(or, new Column("c")), "an operand without parentheses");
        assertRefused(new NotExpression(or), "an operand without parentheses");
        Expression whole = new AndExpression(new ParenthesedExpressionList<>(or), new Column("c"));
        PlainSelect select = new PlainSelect(List.of(whole), new Table("t"));
        assertEquals(Sql.statement("select (a or b) and c from t"), BRIDGE.convert(select));
    }

    @Test
    void parameters_withoutNumber_areCounted() {
        Expression condition = new AndExpression(new EqualsTo(new Column("a"), new JdbcParameter()),
                new EqualsTo(new Column("b"), new JdbcParameter()));
        PlainSelect select = new PlainSelect(List.of(new LongValue(1)), new Table("k", "t"), condition);
        assertEquals(Sql.statement("select 1 from k.t where a = ? and b = ?"), BRIDGE.convert(select));
    }

    @Test
    void string_cannotLeaveItsQuotes() {
        assertRefused(new StringValue().withValue("x' or 'y' = 'y"), "the literal");
        assertRefused(new StringValue().withValue("x\\"), "the literal");
    }

    @Test
    void name_thatNeedsQuotes_isRefused() {
        assertRefused(new Column("a b"), "the name");
        assertRefused(new Column("a`b"), "the name");
        assertRefused(new Column("select"), "the word select");
    }

    @Test
    void missingPart_isRefused() {
        assertRefused(new EqualsTo(new Column("a"), null), "missing");
        assertRefused(new CaseExpression(), "missing");
        assertThrows(ShardrouteException.class, () -> BRIDGE.convert(new PlainSelect()));
        assertThrows(ShardrouteException.class, () -> BRIDGE.convert(new Update()));
    }

    private static void assertRefused(Expression expression, String construct) {
        PlainSelect select = new PlainSelect(List.of(expression), new Table("t"));
        ShardrouteException refused = assertThrows(ShardrouteException.class, () -> BRIDGE.convert(select));
        assertTrue(refused.getMessage().contains(construct), refused.getMessage());
    }

    // options

    @Test
    void doubleQuotes_underAnsiQuotes_areNames() {
        var options = ParserOptions.builder().modes(Set.of(SqlMode.ANSI_QUOTES)).build();
        var select = Bridged.jsqlParser("select \"a\"\"b\" from \"t\"");
        assertEquals("select `a\"b` from t", SqlPrinter.print(new JSqlParserBridge(options).convert(select)));
    }

    // bounds

    @Test
    void chainOfConditions_ofAnyLength_isOneNode() {
        Expression chain = new Column("a");
        for (int i = 0; i < 100_000; i++) {
            Expression link = new Column("b");
            chain = i % 2 == 0 ? new AndExpression(chain, link) : new AndExpression(link, chain);
        }
        PlainSelect select = new PlainSelect(List.of(new LongValue(1)), new Table("t"), chain);
        Select converted = assertInstanceOf(Select.class, BRIDGE.convert(select));
        assertEquals(100_001,
                assertInstanceOf(dev.shardroute.sql.ast.Expression.And.class, converted.where()).operands().size());
    }

    @Test
    void deepTree_isRefused() {
        Expression deep = new Column("a");
        for (int i = 0; i < 100_000; i++) {
            deep = new EqualsTo(deep, new Column("b"));
        }
        assertRefused(deep, "SR01003");
    }
}
