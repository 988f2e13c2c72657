package dev.shardroute.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.TableDefinition;
import dev.shardroute.sql.lex.SqlText;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SchemaFileTest {
    @Test
    void dump_givesItsTablesAndViews() {
        SchemaFile file = SchemaFile.parse("""
                -- MySQL dump 10.13
                /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
                DROP TABLE IF EXISTS `customer`;
                /*!40101 SET character_set_client = utf8 */;
                CREATE TABLE `customer` (
                  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
                  `email` varchar(128) DEFAULT 'a;b',
                  PRIMARY KEY (`id`)
                ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 /*!50100 PARTITION BY HASH (id) */;
                LOCK TABLES `customer` WRITE;
                /*!40000 ALTER TABLE `customer` DISABLE KEYS */;
                INSERT INTO `customer` VALUES (1,'create table x (id int);'),(2,NULL);
                UNLOCK TABLES;
                SET @saved_cs_client     = @@character_set_client;
                /*!50001 CREATE VIEW `v` AS SELECT 1 AS `id`*/;
                /*!50001 DROP VIEW IF EXISTS `v`*/;
                /*!50001 CREATE ALGORITHM=UNDEFINED */
                /*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
                /*!50001 VIEW `v` AS select `customer`.`id` AS `id` from `customer` */;
                -- Dump completed
                """);
        assertEquals(List.of("customer", "v"), names(file));
        TableDefinition customer = Objects.requireNonNull(file.definitions().getFirst().definition());
        assertEquals(2, customer.columns().size());
        assertEquals(Sql.statement("select customer.id as id from customer"), file.definitions().getLast().query());
        assertEquals(7, file.others().size());
    }

    private static List<String> names(SchemaFile file) {
        return file.definitions().stream().map(ddl -> ddl.names().getFirst().name()).toList();
    }

    private static List<String> others(SchemaFile file) {
        return file.others().stream().map(SqlText::toString).toList();
    }

    // what is defined

    @Test
    void drop_removesWhatIsBeforeIt() {
        assertEquals(List.of("b"), names(SchemaFile.parse(
                "create table a (id int); create table b (id int); drop table a, c; drop table if exists d")));
        assertEquals(List.of("a"), names(SchemaFile.parse(
                "create table a (id int); drop table a; create table a (id int, b int)")));
    }

    @Test
    void view_takesThePlaceOfOneBeforeIt() {
        SchemaFile file = SchemaFile.parse("create view v as select 1; create or replace view v as select 2");
        assertEquals(List.of(Sql.statement("select 2")), file.definitions().stream().map(Ddl::query).toList());
    }

    @Test
    void table_definedTwice_isRefusedUnlessTheStatementAllowsIt() {
        SyntaxException twice = assertThrows(SyntaxException.class,
                () -> SchemaFile.parse("create table a (id int);\n create table a (id int)"));
        assertEquals(2, twice.line());
        assertEquals(List.of("a"), names(SchemaFile.parse(
                "create table a (id int); create table if not exists a (b int)")));
    }

    @Test
    void sameName_inAnotherDatabase_isAnotherTable() {
        assertEquals(2, SchemaFile.parse("create table k.a (id int); create table l.a (id int)").definitions().size());
    }

    @Test
    void others_areListed_andNotParsed() {
        SchemaFile file = SchemaFile.parse("""
                create temporary table t (id int);
                create index i on a (b); not sql at all (; grant all on a to b;
                create definer=`table`@b trigger g before insert on a for each row set new.b = 1""");
        assertEquals(List.of(), names(file));
        assertEquals(List.of("create temporary table t (id int)", "create index i on a (b)", "not sql at all (",
                "grant all on a to b",
                "create definer=`table`@b trigger g before insert on a for each row set new.b = 1"), others(file));
    }

    @Test
    void nothing_definesNothing() {
        assertEquals(new SchemaFile(List.of(), List.of()), SchemaFile.parse(""));
        assertEquals(new SchemaFile(List.of(), List.of()), SchemaFile.parse(" ;; -- nothing\n"));
    }

    // DELIMITER

    @Test
    void delimiter_separatesStatements_untilTheNextOne() {
        SchemaFile file = SchemaFile.parse("""
                create table a (id int);
                delimiter $$
                create procedure p() begin select 1; if a then select 2; end if; end$$
                create table b (id int) $$

                DELIMITER //
                create trigger g before insert on a for each row begin set new.b = 1; end//
                DELIMITER ;
                create table c (id int);
                """);
        assertEquals(List.of("a", "b", "c"), names(file));
        assertEquals(2, file.others().size());
        assertEquals("create procedure p() begin select 1; if a then select 2; end if; end", others(file).getFirst());
    }

    @Test
    void delimiter_ofMysqldump_isRead() {
        SchemaFile file = SchemaFile.parse("""
                DELIMITER ;;
                /*!50003 CREATE*/ /*!50017 DEFINER=`r`@`%`*/ /*!50003 TRIGGER g BEFORE INSERT ON a FOR EACH ROW BEGIN
                set new.b = 1; END */;;
                DELIMITER ;
                create table a (id int);
                """);
        assertEquals(List.of("a"), names(file));
        assertEquals(1, file.others().size());
    }

    @Test
    void delimiter_withoutOne_isRefused() {
        assertThrows(SyntaxException.class, () -> SchemaFile.parse("delimiter\ncreate table a (id int)"));
    }

    // errors

    @Test
    void error_givesThePlaceInTheFile() {
        SyntaxException error = assertThrows(SyntaxException.class,
                () -> SchemaFile.parse("create table a (id int);\n\ncreate table b (id);\n"));
        assertEquals(3, error.line());
        assertThrows(SyntaxException.class, () -> SchemaFile.parse("create table a (id int); set a = 'x"));
    }
}
