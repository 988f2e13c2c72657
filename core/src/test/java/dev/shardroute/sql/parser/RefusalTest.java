package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.refused;
import static dev.shardroute.sql.Sql.statement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ast.Select;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is MySQL but not supported yet is refused by its name: it is never read as something else. */
final class RefusalTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"select 1 from {oj a left join b on c} => joins in braces",
        "(select 1 limit 2) limit 3 => order by or limit around a query with limit",
        "(select 1 for update) for share => locks around a query with locks",
        "with a as (select 1) (with b as (select 2) select 3) => with around a query with with",
        "(select 1 into @a) limit 2 => clauses around a query with into",
        "(values row(1)) into @a => locks or into around values",
        "select 1 into outfile 'x' lines terminated by 0x0a => a number for a text in into",
        "select a = any (select 1) => comparison with any", "select a < all (select 1) => comparison with all",
        "select a > some (select 1) => comparison with some",
        "select 1; select 2 => several statements in one text"})
    void formsOfQueries_areRefused(String sql, String what) {
        assertRefused(sql, what);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"a + interval 1 day => interval", "interval 1 day + a => interval",
        "interval(1, 2) => interval", "rank() over w => window functions", "row_number() over () => window functions",
        "sum(a) over (order by b) => window functions", "cast(a as char) => the function cast",
        "convert(a using utf8mb4) => the function convert", "convert(a, char) => the function convert",
        "convert(a, binary(4)) => the function convert", "char(65) => the function char",
        "extract(day from a) => the function extract", "group_concat(a) => the function group_concat",
        "match(a) against ('b') => the function match", "match a against ('b') => the function match",
        "position('a' in b) => the function position", "substring(a from 2) => the function substring",
        "substr(a, 2) => the function substr", "mid(a, 1, 2) => the function mid", "trim(a) => the function trim",
        "weight_string(a) => the function weight_string", "date_add(a, interval 1 day) => the function date_add",
        "get_format(date, 'USA') => the function get_format",
        "timestampdiff(day, a, b) => the function timestampdiff", "json_value(a, '$') => the function json_value",
        "row(1, 2) => the function row", "default(a) => default(column)", "a member of (b) => member of",
        "a sounds like b => sounds like", "_utf8mb4'a' => _utf8mb4 before a literal",
        "_binary 0x41 => _binary before a literal", "_latin1 x'41' => _latin1 before a literal",
        "n'a' => n before a literal", "date '2020-01-01' => date before a literal",
        "timestamp'2020-01-01 00:00:00' => timestamp before a literal",
        "time '10:00:00' => time before a literal", "{d '2020-01-01'} => odbc escapes in braces",
        "@a := 1 => assigning a user variable in an expression",
        "@@hot.key_buffer_size => system variables of several parts",
        "@@global.hot.key_buffer_size => system variables of several parts",
        "`count`(a) => the function count in backticks"})
    void expressions_areRefused(String sql, String what) {
        assertRefused("select " + sql, what);
        assertRefused("select 1 from t where (" + sql + ")", what);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"insert low_priority into t values (1) => insert low_priority",
        "insert delayed into t values (1) => insert delayed", "replace delayed into t values (1) => replace delayed",
        "insert high_priority ignore t values (1) => insert high_priority",
        "update low_priority a set c = 1 => update low_priority",
        "delete quick from a => delete quick", "delete ignore quick from a => delete quick",
        "delete low_priority from a => delete low_priority",
        "set transaction isolation level serializable => set transaction",
        "set session transaction read only => set transaction", "set password = 'a' => set password",
        "set role none => set role", "set default role a to b => set default",
        "set resource group a => set resource", "set hot.key_buffer_size = 1 => system variables of several parts"})
    void formsOfOtherStatements_areRefused(String sql, String what) {
        assertRefused(sql, what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alter", "analyze", "begin", "call", "commit", "create", "deallocate", "desc", "describe",
        "do", "drop", "execute", "explain", "flush", "grant", "kill", "load", "lock", "optimize", "prepare",
        "release", "rename", "repair", "revoke", "rollback", "savepoint", "show", "start", "truncate", "unlock",
        "vexplain", "xa"})
    void otherVerbs_areRefused(String verb) {
        assertRefused(verb + " x", "the statement " + verb);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select next from t", "select next, a from t", "select next as a from t",
        "select t.next from t",
        "select `next` value from t", "select member from t", "select sounds from t where member = 1",
        "select a member, b sounds from t", "select n, date, time from t where n = 'x'",
        "select position, `char` from t where a = any and b < some"})
    void wordsOfRefusedConstructs_areNames(String sql) {
        assertInstanceOf(Select.class, statement(sql));
    }

    @Test
    void text_isNoMysql() {
        ShardrouteException error = refused("selec 1");
        assertEquals(ErrorCode.SR01001, error.code());
        assertEquals(1064, error.errno());
        assertEquals("42000", error.sqlState());
    }

    private static void assertRefused(String sql, String what) {
        ShardrouteException error = refused(sql);
        assertEquals("VT12001: unsupported: " + what, error.getMessage());
        assertEquals(1235, error.errno());
    }
}
