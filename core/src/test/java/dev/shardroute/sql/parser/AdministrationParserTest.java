package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.Administration.Flush;
import dev.shardroute.sql.ast.Administration.FlushLock;
import dev.shardroute.sql.ast.Administration.FlushTables;
import dev.shardroute.sql.ast.Administration.Kill;
import dev.shardroute.sql.ast.Administration.Load;
import dev.shardroute.sql.ast.Administration.LockTables;
import dev.shardroute.sql.ast.Administration.LockedTable;
import dev.shardroute.sql.ast.Administration.Maintenance;
import dev.shardroute.sql.ast.Administration.TableLock;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdministrationParserTest {
    // tables' files

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001', value = {
        "analyze no_write_to_binlog table a.b, c => analyze local table a.b, c",
        "check tables a FOR UPGRADE quick fast medium extended changed "
                + "=> check table a for upgrade quick fast medium extended changed",
        "checksum table a, b extended => checksum table a, b extended",
        "optimize local table a => optimize local table a",
        "repair table a quick use_frm => repair table a quick use_frm"})
    void maintenance_hasOneSpelling(String sql, String canonical) {
        assertEquals(canonical, canonical(sql));
        assertEquals(statement(canonical), statement(sql));
    }

    @Test
    void maintenance_hasItsParts() {
        assertEquals(new Maintenance(Maintenance.Verb.CHECK, false,
                List.of(TableName.of("a"), new TableName("b", "c")), List.of("for upgrade", "quick")),
                statement("check table a, b.c for upgrade quick"));
    }

    // flush, kill, purge, locks

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001', value = {"flush table a => flush tables a",
        "flush no_write_to_binlog tables => flush local tables",
        "flush tables a, b with read lock => flush tables a, b with read lock",
        "FLUSH BINARY LOGS, Status => flush binary logs, status",
        "flush relay logs for channel `a b`, relay logs for channel 'c', relay logs "
                + "=> flush relay logs for channel `a b`, relay logs for channel 'c', relay logs",
        "kill 5 => kill connection 5", "kill query 18446744073709551615 => kill query 18446744073709551615",
        "purge binary logs to 'a' => purge binary logs to 'a'",
        "purge binary logs before '2020-01-01' => purge binary logs before '2020-01-01'",
        "lock table a b read, c.d write => lock tables a as b read, c.d write",
        "lock tables a read local, b low_priority write => lock tables a read local, b low_priority write",
        "unlock table => unlock tables"})
    void administration_hasOneSpelling(String sql, String canonical) {
        assertEquals(canonical, canonical(sql));
        assertEquals(statement(canonical), statement(sql));
    }

    @Test
    void administration_hasItsParts() {
        assertEquals(new Flush(true, List.of("hosts", "error logs")), statement("flush local hosts, error logs"));
        assertEquals(new FlushTables(false, List.of(TableName.of("a")), FlushLock.EXPORT),
                statement("flush tables a for export"));
        assertEquals(new Kill(false, -1), statement("kill 18446744073709551615"));
        assertEquals(new LockTables(List.of(
                new LockedTable(new TableExpression.Table(TableName.of("a"), "b"), TableLock.READ_LOCAL))),
                statement("lock tables a as b read local"));
    }

    // load

    @ParameterizedTest
    @ValueSource(strings = {"load data infile 'x' into table t",
        "load data low_priority local infile 'x' replace into table t",
        "load data concurrent infile 'x' ignore into table t partition (p) character set utf8mb4 fields terminated by ','",
        "load xml infile 'x' into table t rows identified by '<r>'", "load data from s3 'x' into table t",
        "LOAD DATA INFILE 'x' INTO TABLE `t` (a, @b) SET c = now(), d=@b+1",
        "load data from s3 prefix 'x' into table t"})
    void load_keepsItsText(String sql) {
        assertEquals(new Load(TableName.of("t"), sql), statement(sql));
        assertEquals(sql, canonical(sql + " ; "));
    }

    @Test
    void load_findsTheTable() {
        assertEquals(new Load(new TableName("a", "key"), "load data infile 'x' into table a.key"),
                statement("load data infile 'x' into table a.key"));
        assertEquals(new Load(new TableName("a b", "c"), "load data infile 'x' into table `a b` . `c`"),
                statement("load data infile 'x' into table `a b` . `c`"));
        assertEquals(new Load(null, "load data from s3 'x'"), statement("load data from s3 'x'"));
    }

    @Test
    void commentsInLoad_areBlanks() {
        assertEquals("load data infile 'x' into table t set a=1",
                canonical("load/* */data /*!50000 infile */'x'\n into  -- a\n table t /*! set a=1*/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze a", "analyze table", "analyze table a,", "analyze table a quick",
        "analyze local local table a", "check local table a", "check table a for", "check table a use_frm",
        "check table a as b", "checksum table a quick extended", "checksum local table a", "optimize table a quick",
        "optimize a", "repair table a changed", "repair table a for upgrade", "flush", "flush a", "flush local",
        "flush tables a,", "flush tables for export", "flush tables a with lock", "flush tables a for",
        "flush tables a for export with read lock", "flush binary", "flush slow logs for channel 'a'",
        "flush relay logs for 'a'", "flush hosts, tables", "flush status local", "kill", "kill query", "kill 1 2",
        "purge", "purge binary logs", "purge master logs to 'a'", "purge binary logs to a",
        "purge binary logs before", "lock", "lock a read", "lock tables", "lock tables a", "lock tables a read,",
        "lock tables a low_priority read", "lock tables a write local", "lock tables a for update", "unlock",
        "unlock tables a", "load", "load x", "load data", "load data infile", "load data infile x into table t",
        "load data infile 'x'", "load data infile 'x' into t", "load data infile 'x' into table select",
        "load data infile 'x' replace ignore into table t", "load data from s3", "load data from x 'y'",
        "load data local low_priority infile 'x' into table t", "load data infile 'x' into table t ]"})
    void malformedAdministration_isRefused(String sql) {
        syntaxError(sql);
    }
}
