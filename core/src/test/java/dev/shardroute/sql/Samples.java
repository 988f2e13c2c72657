package dev.shardroute.sql;

import java.util.List;

/** Statements that between them have every construct of the grammar, and some that are refused. */
public final class Samples {
    /** The statements. */
    public static final List<String> ALL = List.of("select 1",
            "select a, b.*, c.d as `e` from k.t x where a = 1 and b in (1, 2)",
            "select distinct 'it''s' \"a\" from t where a like '%\\_x' escape '!' or not b between 1 and 2.5e3",
            "select /*vt+ A=1 */ count(*), max(distinct a) from t group by b having count(*) > 1 order by 2 desc limit 5, 10",
            "select @a, @`b c`, @@sql_mode, @@global.x, :v, ? from t where a in ::ids for update",
            "select case a when 1 then 'x' else null end, case when b then c end from t -- end\n",
            "select a->'$.x', b ->> '$.y', x'1F', 0x2a, b'01', 0b1 from t lock in share mode",
            "select - -1, ~a ^ b, !c, a || b && c xor d, a <=> b, a << 2 | 3 & 4 from t",
            "select a collate utf8mb4_bin, binary b, (a, b) = (1, 2), a is not null, f(g(h(1))) from t",
            "select /*!50000 a, */ b /*!99999 c */ from t # x\n limit ? offset ?;",
            "insert into t(a, b) values (1, default), (-2, 'x') on duplicate key update a = values(a)",
            "insert ignore k.t set a = 1, b = now()", "replace into t values (1), ()",
            "update t set a = a + 1, b = default where c regexp 'x' order by d limit 3",
            "delete from t as x where x.a is true order by x.b limit 1",
            "set @a = 1, names utf8mb4 collate utf8mb4_bin, session b = on, @@global.c = 'd', character set x",
            "use `k:-80@replica`", "use k:80-c0@rdonly", "select 1 from a join b using (c)",
            "select (select 1) union select 2",
            "select a + interval 1 day, cast(a as char), _utf8'x', {d '2020-01-01'} from t", "begin", "",
            "show full columns from a in b like '%\\_x' -- y", "show extended tables where a > 1",
            "show relaylog events in 'x' from 4 limit 1, 2 for channel c", "show count(*) errors",
            "show grants for 'a'@'%' using b@c, `d`", "show profile page faults, cpu for query 1 limit 2 offset 3",
            "show vschema vindexes on a.b", "show create database if not exists d", "show engine InnoDB mutex",
            "set session transaction read only, isolation level repeatable read",
            "start transaction with consistent snapshot, read only", "rollback work and no chain no release",
            "rollback to savepoint savepoint", "prepare /* a */ s from 'select ?'", "execute s using @a, @`b`",
            "drop prepare s", "explain analyze format = tree select a from t", "desc t 'a%'", "describe format",
            "vexplain queries update t set a = 1", "flush local relay logs for channel 'c', status",
            "flush tables a, b.c for export", "kill query 18446744073709551615",
            "lock tables a as b read local, c low_priority write", "check table a, b for upgrade fast",
            "repair no_write_to_binlog table a use_frm", "purge binary logs before '2020-01-01'",
            "load data local infile 'x' /* a */ ignore into table a.select fields terminated by ',' (a, @b)",
            "/*!50000 load xml*/ infile 'x' /*! into*/ table t set a = 1", "load data from s3 manifest 'x'",
            "call a.b(1, @c)", "do a, sleep(1)", "/* a */ # b\n-- c", "stream /* a */ * from t",
            "vstream * from t where a > 1 limit 2",
            "alter vschema on a add vindex b (c, d) using lookup with owner=e.f, from=`g,h`, `i j`='k', l=1",
            "alter vschema create vindex a.b using `hash`", "alter vschema on a add auto_increment b using c",
            "alter vitess_migration 'a' launch vitess_shards '-40'",
            "alter vitess_migration throttle all expire '1h' ratio 0.7",
            "alter vitess_migration 'a' cutover_threshold '5s'", "revert /*vt+ a=1 */ vitess_migration 'b'");

    private Samples() {}
}
