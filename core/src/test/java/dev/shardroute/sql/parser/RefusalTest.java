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
        "select 1; select 2 => several statements in one text"})
    void formsOfQueries_areRefused(String sql, String what) {
        assertRefused(sql, what);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"`count`(a) => the function count in backticks",
        "+ sql_cache(a) => the function sql_cache",
        "sum(all a) => all in an aggregate", "count(all a) => all in an aggregate",
        "nth_value(a, 2) from last over w => from last",
        "sum(a) over (order by b groups 1 preceding) => groups in a window",
        "cast(a as signed int) => signed int", "convert(a, unsigned int) => unsigned int",
        "cast(a at time zone '+00:00' as datetime) => at time zone", "+(select 1) => + before a subquery",
        "{date '2020-01-01'} => the escape {date}"})
    void expressions_areRefused(String sql, String what) {
        assertRefused("select " + sql, what);
        assertRefused("select 1 from t where (" + sql + ")", what);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"insert low_priority into t values (1) => insert low_priority",
        "insert delayed into t values (1) => insert delayed", "replace delayed into t values (1) => replace delayed",
        "insert high_priority ignore t values (1) => insert high_priority",
        "update low_priority a set c = 1 => update low_priority", "delete quick from a => delete quick",
        "delete ignore quick from a => delete quick", "delete low_priority from a => delete low_priority",
        "set password = 'a' => set password",
        "set role none => set role", "set default role a to b => set default",
        "set resource group a => set resource", "set hot.key_buffer_size = 1 => system variables of several parts"})
    void formsOfOtherStatements_areRefused(String sql, String what) {
        assertRefused(sql, what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"binlog", "cache", "change", "clone", "get", "grant", "handler", "help", "import", "install",
                "reset", "resignal", "restart", "revoke", "shutdown", "signal", "stop", "uninstall", "xa"})
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
