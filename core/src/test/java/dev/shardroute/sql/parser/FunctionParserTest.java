package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonicalExpression;
import static dev.shardroute.sql.Sql.expression;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.sql.SyntaxException;
import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Word;
import dev.shardroute.sql.ast.SpecialForm.Cast;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.sql.ast.SpecialForm.ConvertUsing;
import dev.shardroute.sql.ast.SpecialForm.Match;
import dev.shardroute.sql.ast.SpecialForm.MatchMode;
import dev.shardroute.sql.ast.SpecialForm.Trim;
import dev.shardroute.sql.ast.SpecialForm.TrimSide;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that the grammar knows, those with a grammar of their own among them. */
final class FunctionParserTest {
    private static final Column A = new Column(null, "a");
    private static final Column B = new Column(null, "b");

    // forms

    @ParameterizedTest
    @ValueSource(strings = {"cast(a as signed)", "cast(a as char(4) character set latin1)", "cast(a as json array)",
        "convert(a, decimal(10, 2))", "convert(a, binary)", "convert(a using utf8mb4)", "convert(a using binary)",
        "char(65, 66)", "char(65 using utf8mb4)", "extract(day_hour from a)", "trim(a)", "trim(b from a)",
        "trim(both from a)", "trim(leading b from a)", "trim(trailing b from a)", "weight_string(a)",
        "weight_string(a as char(3))", "weight_string(a as binary(3))", "substr(a, 2)", "substr(a, 2, 3)",
        "locate(a, b)", "locate(a, b, 3)", "timestampadd(minute, 1, a)", "timestampdiff(week, a, b)",
        "get_format(date, 'USA')", "date_add(a, interval 1 day)", "date_sub(a, interval b + 1 hour_minute)",
        "adddate(a, 5)", "subdate(a, interval 5 day)", "json_value(a, '$')",
        "json_value(a, @b returning decimal(4, 2) null on empty error on error)",
        "json_value(a, '$' default '1' on error)", "json_value(a, '$' default -1 on empty)",
        "group_concat(a)", "group_concat(distinct a, b order by a asc, b desc separator ':' limit 3)",
        "match(a) against ('b')", "match(t.a, b) against (:c in boolean mode)",
        "match(a) against ('b' in natural language mode)", "match(a) against ('b' with query expansion)",
        "match(a) against ('b' in natural language mode with query expansion)", "interval(1, 2, 3)",
        "st_geohash(a, b)", "st_interiorringN(a, 1)", "json_object('a', 1, 'b', 2)", "json_array()", "if(a, b, 1)",
        "current_timestamp(3)", "now()", "utc_date()", "current_user()", "values(a)", "default(t.a)"})
    void canonicalForms_areReadAsTheyArePrinted(String sql) {
        assertEquals(sql, canonicalExpression(sql));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " == ", value = {"substring(a, 2) == substr(a, 2)", "mid(a, 2, 3) == substr(a, 2, 3)",
        "substring(a from 2) == substr(a, 2)", "substr(a from 2 for 3) == substr(a, 2, 3)",
        "position('x' in a) == locate('x', a)", "timestampdiff(sql_tsi_second, a, b) == timestampdiff(second, a, b)",
        "convert(a, binary) == convert(a, binary)", "cast(a as signed integer) == cast(a as signed)",
        "cast(a as char ascii) == cast(a as char character set latin1)",
        "cast(a as char(3) unicode binary) == cast(a as char(3) character set ucs2 binary)",
        "cast(a as char binary ascii) == cast(a as char character set latin1 binary)",
        "cast(a as char charset 'utf8mb4') == cast(a as char character set utf8mb4)",
        "cast(a as char(3) byte) == cast(a as binary(3))", "match a, t.b against ('x') == match(a, t.b) against ('x')",
        "st_geomfromtext(a) == st_geometryfromtext(a)", "glength(a) == st_length(a)",
        "date'2026-01-01' == {d '2026-01-01'}",
        "time'10:00:00' == {t '10:00:00'}", "timestamp'2026-01-01 10:00:00' == {ts '2026-01-01 10:00:00'}",
        "length(a) == {fn length(a)}", "SUM(a) == sum(a)", "utc_time == utc_time()",
        "interval (1) day + a == interval 1 day + a",
        "_utf8'x' == _utf8mb3 'x'", "N'a' 'b' == n'ab'", "row(a, b) == (a, b)"})
    void formsOfOneFunction_areOneTree(String sql, String other) {
        assertEquals(expression(other), expression(sql));
    }

    @Test
    void trees_haveTheirNodes() {
        assertEquals(new Cast(A, DataType.of("SIGNED"), false), expression("cast(a as SIGNED)"));
        assertEquals(new Convert(A, DataType.of("BINARY")), expression("BINARY a"));
        assertEquals(new ConvertUsing(A, "latin1"), expression("convert(a using latin1)"));
        assertEquals(new Trim(TrimSide.DEFAULT, B, A), expression("trim(b from a)"));
        assertEquals(new Match(List.of(A), B, MatchMode.DEFAULT), expression("match(a) against (b)"));
        assertEquals(new Call(null, "timestampadd", false, List.of(new Word("day"), A, B)),
                expression("timestampadd(DAY, a, b)"));
        assertEquals(new Call(null, "Get_Format", false, List.of(new Word("datetime"), A)),
                expression("Get_Format(DATETIME, a)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "time", "timestamp", "trim", "position", "count", "cast", "extract", "adddate",
        "substring", "substr", "mid", "group_concat", "json_value", "weight_string", "now", "curdate", "year",
        "microsecond", "get_format", "bit_and", "ascii", "user"})
    void namesOfFunctions_areColumnsToo(String name) {
        assertEquals(new Column(null, name), expression(name));
    }

    // refusals

    @ParameterizedTest
    @ValueSource(strings = {"cast(a, signed)", "cast(a as int)", "cast(a as varchar(3))", "cast(a as char(-1))",
        "cast(a as decimal(4+9))", "cast(a as datetime(4, 2))", "cast(a as signed(4))", "cast(a)", "cast a as char",
        "convert(a as date)", "convert(a)", "convert", "convert(a using 1)", "char()", "char(65 using)",
        "extract(a from b)", "extract(day, b)", "trim()", "trim(both a)", "trim(a, b)", "trim(leading)",
        "weight_string(a as char)", "weight_string(a as char(-1))", "weight_string(a as signed(3))", "substr(a)",
        "substr(a, 1, 2, 3)", "substr(a from 1, 2)", "substr(a, 1 for 2)", "position(a, b)", "locate(a)",
        "timestampadd(day_hour, a, b)", "timestampadd(a, 1, b)", "timestampdiff(day, a)", "date_add(a, 5)",
        "date_add(a, interval(1, 2))", "date_add(a, interval 1)", "adddate(a)", "subdate(a, interval 1)",
        "get_format(year, a)", "get_format(date)", "json_value(a)", "json_value(a, b error on error null on empty)",
        "json_value(a, b default a on empty)", "json_value(a, b returning int)", "json_value(a, b null on)",
        "group_concat()", "group_concat(a separator b)", "group_concat(a order a)", "group_concat(a) over w",
        "match(a) against 'b'", "match() against ('b')", "match(1) against ('b')", "match(a)",
        "match(a) against ('b' in boolean mode with query expansion)", "match(a) against (b or c)",
        "current_timestamp(a)", "current_timestamp(1, 2)", "utc_date(1)", "now(-1)", "database(1)",
        "json_object(a)", "json_object(a, b, c)", "json_set(a, b, c, d)", "json_array_append(a, b)", "point(a)",
        "if(a, b)", "left(a)", "regexp_like(a)", "get_lock(a)", "rank", "row_number()", "lag(a)", "ntile(2)",
        "any_value(a) over w", "concat(a) over w", "{d 1}", "{d '2026-01-01'", "{t}", "{fn}", "row(a)", "row()",
        "_latin1 a", "_latin1", "_utf8mb4 1", "values(a + 1)", "default(1)", "default"})
    void malformedCalls_areRefused(String sql) {
        assertThrows(SyntaxException.class, () -> expression(sql), sql);
    }
}
