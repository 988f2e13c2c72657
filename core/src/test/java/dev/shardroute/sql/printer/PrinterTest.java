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
        "json_extract(a, '$')", "a is not true", "a not in (1)", "a not like b", "a not regexp b",
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
