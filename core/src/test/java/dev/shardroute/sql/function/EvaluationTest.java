package dev.shardroute.sql.function;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.sql.Sql;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EvaluationTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "'a'", "null", "true", "a", "t.a", ":v", "a + 1", "a / :b", "-a", "~a", "!a", "not a",
        "a = 1 and b < 2 or c xor d", "(a, b) = (1, 2)", "a in (1, 2)", "a in ::list", "a not between 1 and 2",
        "a like 'x%'", "a regexp 'x'", "a is null", "a collate utf8mb4_bin", "_latin1'x'", "N'x'", "_binary 0x41",
        "case a when 1 then 2 else 3 end", "case when a then b end", "cast(a as signed)", "convert(a, char(3))",
        "cast(a as decimal(10,2))", "cast(a as datetime(3))", "cast(a as json)", "convert(a using utf8mb4)",
        "char(65 using utf8mb4)", "trim(leading 'x' from a)", "weight_string(a)", "substr(a, 1, 2)",
        "a + interval 1 day", "interval 1 day + a", "date_sub(a, interval b hour)", "adddate(a, 3)",
        "timestampadd(minute, 1, a)", "concat(a, b)", "now(3)", "json_extract(a, '$.x')", "interval(1, 2, 3)",
        "last_insert_id(5)", "if(a, b, c)", "a -> '$.b'"})
    void evaluable_isWhatNeedsNoShard(String sql) {
        assertTrue(Evaluation.isEvaluable(Sql.expression(sql)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@a", "@@sql_mode", "@a := 1", "(select 1)", "a in (select 1)", "exists (select 1)",
        "a = any (select 1)", "count(*)", "sum(a)", "group_concat(a)", "row_number() over ()", "rand()", "sleep(1)",
        "my_function(a)", "db.concat(a)", "a sounds like b", "a member of (b)", "match(a) against ('x')",
        "extract(year from a)", "json_value(a, '$.b')", "cast(a as unsigned array)", "cast(a as year)",
        "cast(a as float)", "cast(a as decimal(70))", "cast(a as time(7))", "a collate klingon_ci",
        "convert(a using klingon)", "default(a)", "last_insert_id()", "concat()", "abs(1, 2)", "1 + rand()",
        "case when rand() then 1 end", "a like 'x!%' escape '!'", "timestampdiff(minute, a, b)"})
    void notEvaluable_isTheRest(String sql) {
        assertFalse(Evaluation.isEvaluable(Sql.expression(sql)));
    }
}
