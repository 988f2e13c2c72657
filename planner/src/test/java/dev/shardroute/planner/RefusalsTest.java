package dev.shardroute.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
    // parts of queries

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select 1 from corder c left join product p using (a)           | VT09015: schema tracking required: \
            it is not known which tables have column 'a' of USING
            select 1 from corder natural join product                      | VT12001: unsupported: natural join
            select oid from corder where customer_id = 1 into @x           | VT12001: unsupported: INTO on a sharded keyspace
            select oid from corder where customer_id = 1 into outfile 'f'  | VT12001: unsupported: INTO on a sharded keyspace
            select oid from corder where customer_id = 1 into dumpfile 'f' | VT12001: unsupported: INTO on a sharded keyspace
            select 1 from json_table('[]', '$[*]' columns (a int path '$.a')) as j | VT12001: unsupported: JSON_TABLE
            """)
    void query_withWhatIsNotPlanned_isRefused(String sql, String words) {
        assertEquals(words, Cluster.refusal(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into product values ((select 1))", "insert into product set a = (select 1)",
        "insert into product(a) values (1) on duplicate key update a = (select 1)",
        "update product set a = (select 1)", "update product set a = 1 where b in (select 1)",
        "update product set a = 1 order by (select 1)", "delete from product where a = (select 1)"})
    void queryInChange_wherever_isRefused(String sql) {
        assertEquals("VT12001: unsupported: subqueries", Cluster.refusal(sql));
    }

    // the client's session

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select @x := 1                              | assigning a user variable in an expression
            insert into product values (@x)             | the user variable @x
            update product set a = 1 order by @x limit 1 | the user variable @x
            delete from product where a = found_rows()  | the session function found_rows()
            """)
    void session_ofWhatIsNotPlanned_isNotAskedOfAShard(String sql, String words) {
        assertEquals("VT12001: unsupported: " + words, Cluster.refusal(sql));
    }

    // changes

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            insert into product select 1 from corder                              | INSERT … SELECT
            insert into product table corder                                      | INSERT … SELECT
            replace into product select 1                                         | INSERT … SELECT
            insert into product(a) values (1) as n on duplicate key update a = n.a | row aliases in INSERT
            insert into corder(customer_id) values (1) as n                       | row aliases in INSERT
            update corder c, product p set c.a = 1 where c.customer_id = 1        | UPDATE of several tables
            update corder c join product p set c.a = 1 where c.customer_id = 1    | UPDATE of several tables
            with d as (select 1) update corder set a = 1 where customer_id = 1    | WITH
            delete c from corder c join product p where c.customer_id = 1         | DELETE of several tables
            delete from c, p using corder c, product p                            | DELETE of several tables
            with d as (select 1) delete from corder where customer_id = 1         | WITH
            """)
    void change_withWhatIsNotPlanned_isRefused(String sql, String words) {
        assertEquals("VT12001: unsupported: " + words, Cluster.refusal(sql));
    }

    // statements

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select 1 except select 2                       | EXCEPT outside of an unsharded keyspace
            select 1 intersect select 2                    | INTERSECT outside of an unsharded keyspace
            set names utf8mb4                              | SET outside of a session
            use customer                                   | USE outside of a session
            show tables                                    | the statement SHOW
            show create table corder                       | the statement SHOW
            begin                                          | the statement BEGIN
            start transaction read only                    | the statement START TRANSACTION
            commit                                         | the statement COMMIT
            rollback                                       | the statement ROLLBACK
            savepoint a                                    | the statement SAVEPOINT
            rollback to a                                  | the statement ROLLBACK TO SAVEPOINT
            release savepoint a                            | the statement RELEASE SAVEPOINT
            prepare p from 'select 1'                      | the statement PREPARE
            execute p                                      | the statement EXECUTE
            deallocate prepare p                           | the statement DEALLOCATE PREPARE
            explain select 1 from corder                   | the statement EXPLAIN
            describe corder                                | the statement EXPLAIN
            analyze table corder                           | the statement ANALYZE TABLE
            optimize table corder                          | the statement OPTIMIZE TABLE
            flush logs                                     | the statement FLUSH
            flush tables                                   | the statement FLUSH TABLES
            kill 5                                         | the statement KILL
            lock tables corder read                        | the statement LOCK TABLES
            unlock tables                                  | the statement UNLOCK TABLES
            purge binary logs to 'x'                       | the statement PURGE BINARY LOGS
            load data infile 'x' into table corder         | the statement LOAD
            vexplain plan select 1 from corder             | the statement VEXPLAIN
            vstream * from corder                          | the statement VSTREAM
            alter vitess_migration 'a' retry               | the statement ALTER VITESS_MIGRATION
            revert vitess_migration 'a'                    | the statement REVERT VITESS_MIGRATION
            alter vschema add table corder                 | the statement ALTER VSCHEMA
            call p(1)                                      | the statement CALL
            do 1                                           | the statement DO
            do @x                                          | the statement DO
            create table t (a int)                         | the statement CREATE TABLE
            alter table corder add column a int            | the statement ALTER TABLE
            drop view v                                    | the statement DROP VIEW
            truncate table corder                          | the statement TRUNCATE TABLE
            rename table corder to d                       | the statement RENAME TABLE
            /* nothing */                                  | the statement of comments only
            """)
    void statement_thatIsNotPlanned_isRefusedByName(String sql, String words) {
        assertEquals("VT12001: unsupported: " + words, Cluster.refusal(sql));
    }

    // what a shard can be left to do by itself

    @ParameterizedTest
    @ValueSource(strings = {"select oid from corder partition (p0) where customer_id = 1",
        "select oid from corder as c use index (i) force index for join (k) where c.customer_id = 1",
        "select high_priority straight_join oid from corder where customer_id = 1",
        "select oid from corder where customer_id = 1 for update skip locked",
        "select oid from corder where customer_id = 1 for share of corder nowait",
        "select oid from corder where customer_id = 1 lock in share mode",
        "select row_number() over (partition by a order by b asc) from corder where customer_id = 1",
        "select sum(a) over w from corder where customer_id = 1 window w AS (order by b asc rows 1 preceding)",
        "select a, count(*) from corder where customer_id = 1 group by a with rollup",
        "select group_concat(distinct a order by b asc separator '-') from corder where customer_id = 1",
        "select cast(a as char(3)), convert(b using latin1), extract(day from c) from corder where customer_id = 1",
        "select a from corder where customer_id = 1 and b > now() - interval 1 day and c member of (d)",
        "select a from corder where customer_id = 1 and match(a) against ('x' in boolean mode)",
        "update corder force index (i) set a = default(b) where customer_id = 1",
        "insert into product partition (p0)(a) values (_binary 'x')",
        "delete from corder partition (p0, p1) where customer_id = 1"})
    void plan_forOneShard_hasItWhole(String sql) {
        String plan = Cluster.explain(sql);
        assertTrue(plan.contains("query: " + sql + "\n"), plan);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select row_number() over () from corder              | a window function over the rows of several shards
            select a from corder order by sum(b) over ()         | a window function over the rows of several shards
            select customer_id, rank() over (order by a) from corder group by customer_id | \
            in grouping, an item that is neither a key nor an aggregate: rank() over (order by a asc)
            select customer_id, count(*) from corder group by customer_id with rollup | \
            GROUP BY WITH ROLLUP over several shards
            select json_arrayagg(a) from corder                  | \
            an aggregate function that only shards know: json_arrayagg(a)
            select json_objectagg(a, b) from corder              | \
            an aggregate function that only shards know: json_objectagg(a, b)
            """)
    void query_overSeveralShards_thatLooksAtManyRows_isRefused(String sql, String words) {
        assertEquals("VT12001: unsupported: " + words, Cluster.refusal(sql));
    }
}
