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
    @CsvSource(delimiterString = " => ", value = {"select 1 from a join b => joins", "select 1 from a, b => joins",
        "select 1 from a x inner join b on x.c = b.c => joins", "select 1 from a left join b using (c) => joins",
        "select 1 from a right outer join b on c => joins", "select 1 from a natural join b => joins",
        "select 1 from a cross join b => joins", "select 1 from a straight_join b => joins",
        "select 1 from {oj a left join b on c} => joins",
        "select 1 from (select 1) x => a derived table or parentheses around tables",
        "select 1 from (a) => a derived table or parentheses around tables",
        "select 1 from lateral (select 1) x => lateral",
        "select 1 from json_table('[]', '$' columns (a int path '$')) x => json_table",
        "select 1 from t partition (p) => partition", "select 1 from t use index (a) => index hints",
        "select 1 from t force index (a) => index hints", "select 1 from t x ignore key (a) => index hints"})
    void tables_areRefused(String sql, String what) {
        assertRefused(sql, what);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"select 1 union select 2 => union",
        "select 1 except select 2 => except", "select 1 intersect select 2 => intersect",
        "(select 1) => parentheses around a query", "with a as (select 1) select * from a => the statement with",
        "select (select 1) => subqueries", "select exists (select 1) => subqueries",
        "select 1 from t where a in (select 1) => subqueries", "select (with a as (select 1) select 2) => subqueries",
        "select 1 from t where a in (table b) => subqueries", "select a = any (select 1) => comparison with any",
        "select a < all (select 1) => comparison with all", "select a > some (select 1) => comparison with some",
        "select 1; select 2 => several statements in one text"})
    void queriesInOrBesideQueries_areRefused(String sql, String what) {
        assertRefused(sql, what);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"select sql_calc_found_rows a from t => select sql_calc_found_rows",
        "select distinct sql_no_cache a from t => select sql_no_cache",
        "select straight_join a from t => select straight_join",
        "select high_priority a from t => select high_priority", "select a from t into @b => select … into",
        "select a into @b from t => select … into", "select a from t into outfile 'x' => select … into",
        "select a from t group by a with rollup => with rollup",
        "select a from t window w as (order by a) => window",
        "select a from t for update nowait => of, nowait and skip locked",
        "select a from t for share skip locked => of, nowait and skip locked",
        "select a from t for update of t => of, nowait and skip locked",
        "select a from t for update for share => several locking clauses",
        "select a from t limit b => limit with a variable of a procedure",
        "select next value from s => next value of a sequence",
        "select next 5 values from s => next value of a sequence",
        "select next :n values from s => next value of a sequence"})
    void clausesOfSelect_areRefused(String sql, String what) {
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
    @CsvSource(delimiterString = " => ", value = {"insert into t select 1 => insert … select",
        "insert into t(a) select 1 => insert … select", "insert into t (select 1) => insert … select",
        "insert into t(a) (select 1) => insert … select",
        "insert into t with a as (select 1) select 2 => insert … select",
        "insert into t table u => insert … select", "insert into t values row(1) => values row",
        "insert into t partition (p) values (1) => partition",
        "insert into t values (1) as new on duplicate key update a = new.a => row aliases in insert",
        "insert low_priority into t values (1) => insert low_priority",
        "insert delayed into t values (1) => insert delayed",
        "replace delayed into t values (1) => insert delayed",
        "insert high_priority ignore t values (1) => insert high_priority",
        "update a, b set c = 1 => update of several tables", "update a join b set c = 1 => joins",
        "update low_priority a set c = 1 => update low_priority", "update a partition (p) set c = 1 => partition",
        "update (a) set b = 1 => a derived table or parentheses around tables",
        "delete a from a, b => delete of several tables", "delete a.* from a => delete of several tables",
        "delete from a using a, b => delete of several tables", "delete from a, b using c => delete of several tables",
        "delete quick from a => delete quick", "delete low_priority from a => delete low_priority",
        "set password = 'a' => set password",
        "set role none => set role", "set default role a to b => set default",
        "set resource group a => set resource", "set hot.key_buffer_size = 1 => system variables of several parts"})
    void formsOfOtherStatements_areRefused(String sql, String what) {
        assertRefused(sql, what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alter", "binlog", "cache", "change", "clone", "create", "drop", "get", "grant", "handler",
        "help", "import", "install", "rename", "reset", "resignal", "restart", "revoke", "shutdown", "signal", "stop",
        "table", "truncate", "uninstall", "values", "xa"})
    void otherVerbs_areRefused(String verb) {
        assertRefused(verb + " x", "the statement " + verb);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"start replica => the statement start replica",
        "start group_replication => the statement start group_replication",
        "lock instance for backup => the statement lock instance", "unlock instance => the statement unlock instance",
        "load index into cache t => the statement load index",
        "analyze table t update histogram on a => analyze table … histogram",
        "analyze table t drop histogram on a => analyze table … histogram",
        "kill @a => kill with anything but a connection's number",
        "kill connection_id() => kill with anything but a connection's number",
        "kill -1 => kill with anything but a connection's number",
        "kill 18446744073709551616 => kill with anything but a connection's number",
        "purge binary logs before now() => purge binary logs before anything but a string",
        "explain for connection 5 => explain for", "explain format = json into @a select 1 => explain into",
        "explain for schema a select 1 => explain for", "show engine all status => show engine all",
        "show engine innodb logs => show engine … logs"})
    void formsOfAdministration_areRefused(String sql, String what) {
        assertRefused(sql, what);
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
