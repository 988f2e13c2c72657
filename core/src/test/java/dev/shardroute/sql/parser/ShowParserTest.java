package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.Account;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Show.Filter;
import dev.shardroute.sql.ast.Show.Subject;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.type.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

final class ShowParserTest {
    // listings

    @Test
    void listing_hasItsParts() {
        assertEquals(new Show.Listing(false, true, Subject.COLUMNS, new TableName("a", "b"), "c",
                new Filter.Like("d%"), null), statement("show full columns from a.b from c like 'd%'"));
        assertEquals(new Show.Listing(false, false, Subject.TABLES, null, "a",
                new Filter.Where(expression("b = 1")), null), statement("show tables in a where b = 1"));
        assertEquals(new Show.Listing(false, false, Subject.WARNINGS, null, null, null,
                new Limit(null, new Literal(Value.of(5)))), statement("show warnings limit 5"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"COLUMNS", "INDEXES", "FUNCTION_CODE", "PROCEDURE_CODE"})
    void subject_standsAlone(Subject subject) {
        assertEquals(new Show.Listing(false, false, subject, null, null, null, null),
                statement("SHOW " + subject.sql()));
        assertEquals("show " + subject.sql(), canonical("show " + subject.sql()));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001', value = {
        "show schemas like 'a' => show databases like 'a'", "show character set => show charset",
        "show char set where a = 1 => show charset where a = 1", "show storage engines => show engines",
        "show session status => show status", "show local variables like 'a' => show variables like 'a'",
        "show keys in a in b => show indexes from a from b", "show extended index from a => show indexes from a",
        "show index from a like 'b' => show indexes from a like 'b'", "show fields in a => show columns from a",
        "show extended full columns from a => show extended full columns from a",
        "show extended tables from a => show extended tables from a", "show full triggers => show full triggers",
        "show vitess_keyspaces like 'a' => show keyspaces like 'a'",
        "show function code a.b => show function code a.b",
        "show procedure status like 'a' => show procedure status like 'a'",
        "show count ( * ) warnings => show count(*) warnings", "show errors limit 2 offset 1 => show errors limit 1, 2",
        "show vschema vindexes on a.b => show vschema vindexes from a.b",
        "show vitess_metadata variables like 'x' => show vitess_metadata variables like 'x'",
        "show global gtid_executed in `user` => show global gtid_executed from `user`",
        "show tables like 'it''s\\_x' => show tables like 'it\\'s\\_x'"})
    void listing_hasOneSpelling(String sql, String canonical) {
        assertEquals(canonical, canonical(sql));
        assertEquals(statement(canonical), statement(sql));
    }

    // others

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001', value = {
        "show create schema a => show create database a", "show create table a.b => show create table a.b",
        "show create database if not exists a => show create database if not exists a",
        "show create view `select` => show create view `select`", "show create user a@b => show create user 'a'@'b'",
        "show create user current_user() => show create user current_user", "show grants => show grants",
        "show grants for current_user => show grants",
        "show grants for current_user using a => show grants for current_user using 'a'",
        "show grants for 'a'@'%' using b, 'c'@'d' => show grants for 'a'@'%' using 'b', 'c'@'d'",
        "show engine INNODB status => show engine innodb status",
        "show engine 'InnoDB' mutex => show engine innodb mutex",
        "show binlog events in 'a' from 4 limit 2, 3 => show binlog events in 'a' from 4 limit 2, 3",
        "show relaylog events for channel a => show relaylog events for channel 'a'",
        "show replica status for channel 'a' => show replica status for channel 'a'",
        "show slave status => show slave status", "show profile => show profile",
        "show profile BLOCK IO, all for query 1 limit 2 => show profile block io, all for query 1 limit 2",
        "show transaction status 'a' => show transaction status for 'a'",
        "show unresolved transactions for a => show unresolved transactions for a",
        "show vitess_migration 'a' logs => show vitess_migration 'a' logs"})
    void otherShow_hasOneSpelling(String sql, String canonical) {
        assertEquals(canonical, canonical(sql));
        assertEquals(statement(canonical), statement(sql));
    }

    @Test
    void account_mayBeTheCurrentUser() {
        assertEquals(new Show.Grants(new Account("a", "b"), List.of(new Account("c", null))),
                statement("show grants for a@`b` using c"));
        assertEquals(new Show.CreateUser(null), statement("show create user current_user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "show x", "show select", "show tables a", "show tables from", "show tables like",
        "show tables like a", "show tables like 'a' 'b'", "show tables like 'a' where b", "show tables limit 1",
        "show full databases", "show full indexes from a", "show extended processlist", "show extended", "show full",
        "show columns", "show columns a", "show columns from a like b", "show index", "show engines like 'a'",
        "show warnings where a = 1", "show warnings like 'a'", "show count(a) errors", "show count(*)",
        "show count(*) errors limit 1", "show function", "show function code", "show global", "show global tables",
        "show session gtid_executed", "show binary", "show binary log", "show open", "show open databases",
        "show character", "show vschema", "show vschema vindexes in a", "show vitess_replication_status where a = 1",
        "show vitess_throttler", "show master logs", "show parse_tree select 1", "show create", "show create table",
        "show create index a", "show create table if not exists a", "show create database a.b", "show create user",
        "show create user @a", "show grants for", "show grants using a", "show grants for a using",
        "show grants for a using current_user", "show engine", "show engine innodb", "show engine innodb mutex status",
        "show binlog", "show binlog events in a", "show binlog events from 'a'", "show binlog events from -1",
        "show binlog events for channel 'a'", "show replica", "show replica hosts", "show slave", "show slave x",
        "show profile x", "show profile cpu,", "show profile block", "show profile for 1", "show profile for query a",
        "show transaction status", "show transaction status for a", "show unresolved", "show vitess_migration 'a'",
        "show vitess_migration a logs"})
    void malformedShow_isRefused(String sql) {
        syntaxError(sql);
    }
}
