package dev.shardroute.sql.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.TableName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DdlParserTest {
    // kinds and names

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '~', textBlock = """
            create table t (id int)                                         > create table t
            create table k.t (id int)                                       > create table k.t
            create table `a b`.`c``d` (id int)                              > create table a b.c`d
            create table if not exists t (id int)                           > create table t if_not_exists
            create temporary table t (id int)                               > create table t temporary
            create temporary table if not exists k.t (id int)               > create table k.t if_not_exists temporary
            CREATE TABLE t                                                  > create table t
            create table t like u                                           > create table t ~ u
            create table k.t (like l.u)                                     > create table k.t ~ l.u
            create table t ignore whatever this is                          > create table t
            create table t engine=InnoDB partition by hash(id) partitions 4 > create table t
            create view v as select 1                                       > create view v
            create view k.v (a, b) as select 1, 2                           > create view k.v
            create or replace view v as select 1                            > create view v
            create algorithm = merge definer = a@b sql security invoker view v as select 1 > create view v
            create definer 'a'@'b' view v as select 1                       > create view v
            create definer=current_user() view v as select 1                > create view v
            create or replace algorithm=undefined definer=`r`@`%` sql security definer view v as select 1 > create view v
            create index i on t (a)                                         > create index t
            create unique index i using btree on k.t (a desc, (b + 1)) comment 'x' lock=none > create index k.t
            create fulltext index i on t (a) with parser ngram              > create index t
            create spatial index i on t (a)                                 > create index t
            create database d                                               > create database d
            create schema if not exists `d e` default charset = utf8mb4 collate utf8mb4_bin encryption='N' > create database d e if_not_exists
            create database d whatever this is                              > create database d
            create user if not exists 'a'@'b' identified by 'x'             > create other
            create role r                                                   > create other
            create server s foreign data wrapper mysql options (user 'x')   > create other
            create tablespace ts add datafile 'x'                           > create other
            create undo tablespace ts add datafile 'x'                      > create other
            create resource group g type = user                             > create other
            create spatial reference system 4120 name 'x'                   > create other
            create or replace spatial reference system 4120 name 'x'        > create other
            alter table t                                                   > alter table t
            alter table k.t add column a int, add key (a)                   > alter table k.t
            alter table t corder zzzz zzzz                                  > alter table t
            alter table t rename u                                          > alter table t ~ u
            alter table k.t rename to l.u, add b int                        > alter table k.t ~ l.u
            alter table t rename as u                                       > alter table t ~ u
            alter table t rename = u                                        > alter table t ~ u
            alter table t rename column a to b                              > alter table t
            alter table t rename index a to b, rename key c to d            > alter table t
            alter table t exchange partition p with table k.u without validation > alter table t ~ k.u
            alter table t drop partition p, q                               > alter table t
            alter table t algorithm=inplace, lock=none, add partition (partition p values less than maxvalue) > alter table t
            alter table t partition by range (a) (partition p values less than (1), partition q values less than (2)) > alter table t
            alter table t order by a, b                                     > alter table t
            alter view k.v (a) as select 1                                  > alter view k.v
            alter definer = a@b view v as select 1                          > alter view v
            alter database d charset utf8mb4                                > alter database d
            alter schema d read only = 1                                    > alter database d
            alter database charset = utf8mb4                                > alter database
            alter database charset utf8mb4                                  > alter database
            alter database charset collate utf8mb4_bin                      > alter database charset
            alter database encryption 'N'                                   > alter database
            alter database character set utf8mb4                            > alter database
            alter database d upgrade data directory name                    > alter database d
            alter procedure k.p comment 'x'                                 > alter procedure k.p
            alter function f sql security invoker                           > alter function f
            alter event e disable                                           > alter event e
            alter definer = a@b event e on schedule every 1 hour do update t set a = 1 > alter event e
            alter user a identified by 'x'                                  > alter other
            alter instance rotate innodb master key                         > alter other
            drop table t                                                    > drop table t
            drop tables if exists t, k.u restrict                           > drop table t,k.u if_exists
            drop temporary table t cascade                                  > drop table t temporary
            drop view if exists k.v, w                                      > drop view k.v,w if_exists
            drop index i on k.t algorithm = inplace lock none               > drop index k.t
            drop index `PRIMARY` on t                                       > drop index t
            drop database if exists d                                       > drop database d if_exists
            drop schema d                                                   > drop database d
            drop procedure k.p                                              > drop procedure k.p
            drop function if exists f                                       > drop function f if_exists
            drop trigger k.g                                                > drop trigger k.g
            drop event e                                                    > drop event e
            drop user a, b                                                  > drop other
            drop spatial reference system 4120                              > drop other
            rename table a to b                                             > rename table a,b
            rename tables a to k.b, k.c to d                                > rename table a,k.b,k.c,d
            rename user a to b                                              > rename other
            truncate t                                                      > truncate table t
            truncate table k.t                                              > truncate table k.t
            """)
    void statement_givesKindAndNames(String sql, String expected) {
        assertEquals(expected, describe(ddl(sql)));
    }

    private static String describe(Ddl ddl) {
        String related = ddl.related().isEmpty() ? "" : " ~ " + names(ddl.related());
        String condition = ddl.condition() == Ddl.Condition.NONE ? "" : " " + ddl.condition();
        return (ddl.action() + " " + ddl.kind() + (ddl.names().isEmpty() ? "" : " ")).toLowerCase(Locale.ROOT)
                + names(ddl.names()) + related + condition.toLowerCase(Locale.ROOT)
                + (ddl.temporary() ? " temporary" : "");
    }

    private static String names(List<TableName> names) {
        return names.stream().map(DdlParserTest::name).collect(Collectors.joining(","));
    }

    private static String name(TableName name) {
        return (name.qualifier() == null ? "" : name.qualifier() + ".") + name.name();
    }

    private static Ddl ddl(String sql) {
        return assertInstanceOf(Ddl.class, Sql.statement(sql), sql);
    }

    // routines

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '~', textBlock = """
            create procedure p() select 1                                        > create procedure p
            create definer = a@b procedure if not exists k.p(in a int) reads sql data begin end > create procedure k.p if_not_exists
            create procedure p() begin select 1; begin select 2; end; end        > create procedure p
            create procedure p() begin if a then select 1; elseif b then select 2; else select 3; end if; end > create procedure p
            create procedure p() begin select if(a, 1, 2); set b = case when c then if(d, 1, 2) else 3 end; end > create procedure p
            create procedure p() begin case a when 1 then select 1; else begin end; end case; end > create procedure p
            create procedure p() begin l: loop leave l; end loop l; while a do set a = 0; end while; repeat set a = 1; until a end repeat; end > create procedure p
            create procedure p() begin declare a int default 1; declare exit handler for sqlexception, 1062, sqlstate value '45000', not found begin end; end > create procedure p
            create procedure p() b: begin declare continue handler for not found set a = 1; end b > create procedure p
            create procedure p() comment 'x' language sql not deterministic contains sql sql security invoker modifies sql data no sql set a = 1 > create procedure p
            create function f(a int) returns varchar(10) charset utf8mb4 deterministic return a > create function f
            create function f() returns int begin return 1; end                  > create function f
            create function f returns string soname 'x.so'                       > create function f
            create aggregate function f returns real soname 'x.so'               > create function f
            create trigger k.g before insert on k.t for each row set new.a = 1   > create trigger k.g ~ k.t
            create trigger g after delete on t for each row follows h begin delete from u; end > create trigger g ~ t
            create event e on schedule every 1 day starts now() comment 'do' do begin delete from t; end > create event e
            create event if not exists e on schedule at '2026-11-24' do delete from t > create event e if_not_exists
            """)
    void routine_endsWithItsBody(String sql, String expected) {
        assertEquals(expected, describe(ddl(sql)));
        assertEquals(sql, ddl(sql + ";").text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            create aggregate procedure p() select 1
            create aggregate
            create procedure p()
            create procedure p
            create procedure p() begin
            create procedure p() begin select 1;
            create procedure p() begin if a then select 1; end
            create procedure p() begin if a then select 1; end; end
            create procedure p() begin end; select 1
            create procedure p() select (1
            create procedure p() select 1)
            create procedure p() set a = case when 1 then 2; end
            create function f() return 1
            create function f() returns int
            create trigger g before insert on t begin end
            create trigger g on t for each row begin end
            create event e on schedule every 1 day
            create event e do select 1
            """)
    void routine_withoutWholeBody_isRefused(String sql) {
        Sql.refused(sql);
    }

    // text and comments

    @Test
    void text_hasNeitherBlanksNorSemicolon() {
        assertEquals("CREATE  TABLE t ( id INT )", ddl("  /* x */ CREATE  TABLE t ( id INT ) ; ").text());
    }

    @Test
    void text_keepsVersionComments() {
        assertEquals("create table t (id int) /*!50100 partition by hash (id) */",
                ddl("create table t (id int) /*!50100 partition by hash (id) */;").text());
    }

    @Test
    void text_ofAStatementInVersionComments_keepsThem() {
        String sql =
                "/*!50001 create algorithm=undefined */ /*!50013 definer=`r`@`%` */ /*!50001 view v as select 1 */";
        assertEquals(sql, ddl(sql + ";").text());
        assertEquals("create view v", describe(ddl(sql)));
    }

    @Test
    void comments_behindTheVerb_areKept() {
        assertEquals(List.of("/*vt+ a=1 */"), ddl("create /*vt+ a=1 */ table t (id int)").comments());
        assertEquals(List.of("/* x */", "/* y */"), ddl("drop /* x */ /* y */ view v").comments());
    }

    // queries

    @Test
    void view_hasItsQueryAndColumns() {
        Ddl view = ddl("create view v (a, `b c`) as select x, y from t with local check option");
        assertEquals(Sql.statement("select x, y from t"), view.query());
        assertEquals(List.of("a", "b c"), view.columns());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            create table t as select * from u
            create table t select * from u
            create table t (id int) select * from u
            create table t (id int) charset utf8mb4 as select * from u
            create table t (id int) engine=InnoDB, comment 'x' ignore as select * from u
            create table t replace select * from u
            create table t partition by hash (id) partitions 2 as select * from u
            """)
    void table_ofAQuery_hasIt(String sql) {
        assertEquals(Sql.statement("select * from u"), assertInstanceOf(Select.class, ddl(sql).query()));
    }

    @Test
    void table_withoutQuery_hasNone() {
        assertNull(ddl("create table t (id int) comment 'select 1'").query());
    }

    @Test
    void definition_isThereForTablesWithElementsOnly() {
        assertNotNull(ddl("create table t (id int)").definition());
        assertNull(ddl("create table t like u").definition());
        assertNull(ddl("create table t as select 1").definition());
        assertNull(ddl("alter table t add id int").definition());
    }

    // refusals

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '~', textBlock = """
            create
            create nothing
            create table
            create table 1
            create table t garbage
            create table t 'x'
            create table t (id int
            create table t (id int))
            create table t ()
            create table t (id int,)
            create table t (,id int)
            create table t (id)
            create table t (id not null)
            create table t (id int) garbage
            create table t (id int) engine
            create table t (id int) engine=InnoDB,
            create table t (id int) comment 1
            create table t (id int) default engine=InnoDB
            create table t (id int) select
            create table t like
            create table t like u v
            create table t (id int default 'x)
            create table t (id int /* x )
            create table k..t (id int)
            create table t.u.v (id int)
            create temporary view v as select 1
            create temporary t (id int)
            create if not exists table t (id int)
            create table if exists t (id int)
            create or replace table t (id int)
            create definer = a@b table t (id int)
            create sql security definer procedure p() select 1
            create unique table t (id int)
            create index on t (a)
            create index i on t
            create index i t (a)
            create view v
            create view v as
            create view v () as select 1
            create view v as select 1 garbage of all kinds
            create view v as select 1 with check
            create view v as update t set a = 1
            create database
            create database d default
            create database d collate
            create database d default collate @a
            create user
            alter
            alter table
            alter table t,
            alter table t add a int,
            alter table t , add a int
            alter table t add a int)
            alter table t (add a int
            alter table t rename to
            alter table t add partition (partition p values less than (1)), add partition (partition q values less than (2))
            alter table t drop partition p, drop partition q
            alter table t add column c int, drop partition p
            alter table t drop partition p, algorithm=copy
            alter database d
            alter database
            alter ignore table t add a int
            drop
            drop table
            drop table t,
            drop table t u
            drop table if not exists t
            drop temporary view v
            drop index i
            drop database d e
            drop nothing
            rename table a
            rename table a to
            rename table a to b,
            rename table a b
            truncate
            truncate table t, u
            truncate table t where a = 1
            """)
    void statement_thatIsNoMySql_isRefused(String sql) {
        Sql.syntaxError(sql);
    }

    @Test
    void statements_inOneText_areRefused() {
        assertTrue(Sql.refused("create table a (id int); select 1").getMessage().startsWith("VT12001"));
    }
}
