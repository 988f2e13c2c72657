package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.sql.ast.TableDefinition.Reference;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files of definitions tell. */
final class SchemaFactsTest {
    private static TableFacts table(String ddl) {
        SchemaFacts facts = SchemaFacts.ofDdl("ks", ddl);
        assertEquals(List.of(), facts.findings());
        return facts.table("ks", "t").orElseThrow();
    }

    // columns

    @Test
    void columns_areReadWhole() {
        List<Column> columns = table("""
                create table t (
                  id bigint unsigned not null auto_increment,
                  name varchar(80) collate utf8mb4_bin not null default 'x',
                  price decimal(15,2) default null invisible,
                  kind enum('a','b''c') default 'a',
                  doc json,
                  raw varbinary(16),
                  other text character set latin1,
                  bytes text character set binary,
                  primary key (id)
                ) default charset=utf8mb4 collate=utf8mb4_0900_ai_ci
                """).columns();
        assertEquals(List.of("id", "name", "price", "kind", "doc", "raw", "other", "bytes"),
                columns.stream().map(Column::name).toList());
        assertEquals(
                List.of("binary", "utf8mb4_bin", "binary", "utf8mb4_0900_ai_ci", "utf8mb4_bin", "binary", "?",
                        "binary"),
                columns.stream().map(column -> column.collation().orElse("?")).toList());
        assertEquals(List.of(false, false, true, true, true, true, true, true),
                columns.stream().map(Column::nullable).toList());
        assertEquals(List.of("?", "'x'", "null", "'a'", "?", "?", "?", "?"), columns.stream()
                .map(column -> column.defaultValue().map(SqlPrinter::print).orElse("?")).toList());
        Column price = columns.get(2);
        assertEquals(List.of(15, 2, true), List.of(price.size(), price.scale(), price.invisible()));
        assertEquals(Optional.of(Type.UINT64), columns.getFirst().type());
        assertEquals(List.of("'a'", "'b\\'c'"), columns.get(3).values());
    }

    @Test
    void collation_thatNobodySays_isNotKnown() {
        assertEquals(Optional.empty(), table("create table t (a varchar(3))").columns().getFirst().collation());
        assertEquals(Optional.of("binary"),
                table("create table t (a varchar(3)) charset=binary").columns().getFirst().collation());
    }

    // keys

    @Test
    void keys_areRead() {
        TableFacts facts = table("""
                create table t (a int, b int unique, c int, d int, primary key (a, b), unique key u (c, (d + 1)), key (d),
                  constraint f foreign key (c, d) references other.p (x, y) on delete cascade on update set null)
                """);
        assertEquals(List.of("a", "b"), facts.primaryKey());
        assertEquals(List.of("[b]", "[c, d + 1]"), facts.uniqueKeys().stream()
                .map(key -> key.stream().map(SqlPrinter::print).toList().toString()).toList());
        assertEquals(List.of("c", "d"), facts.foreignKeys().getFirst().columns());
        assertEquals(Reference.CASCADE, facts.foreignKeys().getFirst().onDelete());
    }

    // views and functions

    @Test
    void view_hasTheKeyspaceOfItsTables() {
        VSchema vschema = vschema("""
                create view v (x, y) as with c as (select 1 from t) select t.a, (select max(b) from u) from t, c, o.t as z
                  where exists (select 1 from dual)
                """);
        View view = vschema.findView(Optional.of("ks"), "v").orElseThrow();
        assertEquals(List.of("x", "y"), view.columns());
        assertEquals("with c as (select 1 from ks.t) select t.a, (select max(b) from ks.u) from ks.t, c, o.t as z "
                + "where exists (select 1 from dual)", SqlPrinter.print(view.query()));
    }

    @Test
    void aggregateFunctions_areKnownInAnyCase() {
        VSchema vschema = vschema("create aggregate function Sum2 returns real soname 'x.so'; "
                + "create function plain returns integer soname 'x.so'");
        assertTrue(vschema.isAggregateFunction("SUM2"));
        assertFalse(vschema.isAggregateFunction("plain"));
    }

    // files

    @Test
    void dump_isUnderstood() {
        SchemaFacts facts = SchemaFacts.builder().ddl("""
                -- MySQL dump
                /*!40101 SET NAMES utf8mb4 */;
                CREATE DATABASE /*!32312 IF NOT EXISTS*/ `ks` /*!40100 DEFAULT CHARACTER SET utf8mb4 */;
                USE `ks`;
                DROP TABLE IF EXISTS `t`;
                /*!40101 SET character_set_client = utf8mb4 */;
                CREATE TABLE `t` (
                  `id` int NOT NULL,
                  PRIMARY KEY (`id`)
                ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
                LOCK TABLES `t` WRITE;
                /*!40000 ALTER TABLE `t` DISABLE KEYS */;
                INSERT INTO `t` VALUES (1),(2);
                /*!40000 ALTER TABLE `t` ENABLE KEYS */;
                UNLOCK TABLES;
                USE `other`;
                CREATE TABLE `u` (`a` int);
                """).build();
        assertEquals(List.of(), facts.findings());
        assertEquals(List.of("id"), facts.table("ks", "t").orElseThrow().primaryKey());
        assertTrue(facts.table("other", "u").isPresent());
    }

    @Test
    void changesOfTables_areFollowed() {
        SchemaFacts facts = SchemaFacts.ofDdl("ks", """
                create table a (x int, foreign key (x) references p (x)); create table b like a; rename table a to c, b to d;
                create table if not exists c (y int); create temporary table e (z int); create table f (z int);
                drop table f; create view v as select 1 from a; drop view v
                """);
        assertEquals(List.of(), facts.findings());
        assertEquals("[c, d]", facts.keyspaces().values().iterator().next().tables().keySet().toString());
        assertEquals(Map.of(), facts.keyspaces().values().iterator().next().views());
        assertEquals("x", facts.table("ks", "c").orElseThrow().columns().getFirst().name());
        assertEquals(List.of(), facts.table("ks", "d").orElseThrow().foreignKeys());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "alter table t add column c int        | ALTER TABLE is not followed; a table is known by its CREATE TABLE",
        "create unique index i on t (a)        | a unique key is known only when the definition of the table has it",
        "create table u like none              | table 'none' is not known",
        "create table u as select 1            | the columns of table 'u' cannot be told from its definition",
        "create table u (a int) as select 1 b  | the columns of table 'u' cannot be told from its definition",
    })
    void whatIsNotUnderstood_isAFinding(String statement, String message) {
        assertEquals(List.of(new Finding("statement 2", message)),
                SchemaFacts.ofDdl("ks", "create table t (a int); " + statement).findings());
    }

    @Test
    void statementThatIsNoSql_isAFinding_andTheOthersAreRead() {
        SchemaFacts facts =
                SchemaFacts.ofDdl("ks", "create table t (a int); create tabel u (a int); create table v (a int)");
        assertEquals("statement 2", facts.findings().getFirst().path());
        assertTrue(facts.table("ks", "v").isPresent());
        assertEquals("$", SchemaFacts.ofDdl("ks", "create table t (a int); '").findings().getFirst().path());
    }

    @Test
    void nameWithoutKeyspace_isAFinding() {
        assertEquals(List.of(new Finding("statement 1", "'t' is in no keyspace")),
                SchemaFacts.builder().ddl("create table t (a int)").build().findings());
    }

    private static VSchema vschema(String ddl) {
        SchemaFacts facts = SchemaFacts.ofDdl("ks", ddl);
        assertEquals(List.of(), facts.findings());
        return VSchema.parse("{\"keyspaces\": {\"ks\": {}}}").withFacts(facts);
    }
}
