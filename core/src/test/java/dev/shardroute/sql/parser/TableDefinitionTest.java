package dev.shardroute.sql.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.TableDefinition;
import dev.shardroute.sql.ast.TableDefinition.ForeignKey;
import dev.shardroute.sql.ast.TableDefinition.Reference;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.testing.Definitions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableDefinitionTest {
    // columns

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a int                                       | a int
            `a b` int                                   | a b int
            comment text                                | comment text
            a int null                                  | a int
            a int not null                              | a int not null
            a int null not null                         | a int not null
            a int not null null                         | a int
            a tinyint(1)                                | a tinyint(1)
            a int(10) unsigned zerofill not null        | a int(10) unsigned zerofill not null
            a int signed                                | a int
            a decimal(10,2) unsigned                    | a decimal(10,2) unsigned
            a dec(5)                                    | a dec(5)
            a double precision(3,4)                     | a double precision(3,4)
            a float8                                    | a float8
            a char varying(7)                           | a char varying(7)
            a national char varying(7)                  | a national char varying(7)
            a nvarchar(7)                               | a nvarchar(7)
            a nchar varchar(7)                          | a nchar varchar(7)
            a long varbinary                            | a long varbinary
            a varchar(7) charset latin1                 | a varchar(7) charset latin1
            a varchar(7) character set 'latin1' collate 'latin1_bin' | a varchar(7) charset latin1 collate latin1_bin
            a varchar(7) collate utf8mb4_bin not null   | a varchar(7) collate utf8mb4_bin not null
            a varchar(7) not null collate utf8mb4_bin   | a varchar(7) collate utf8mb4_bin not null
            a char(3) character set binary              | a char(3) charset binary
            a text ascii                                | a text charset latin1
            a char unicode binary                       | a char charset ucs2 binary
            a char binary ascii                         | a char charset latin1 binary
            a char(3) byte                              | a binary(3)
            a enum('x','y''z')                          | a enum[x, y'z]
            a set('x') character set ascii              | a set[x] charset ascii
            a year(4)                                   | a year(4)
            a vector(4)                                 | a vector(4)
            a point not null srid 4326                  | a point not null
            a geometry srid 0                           | a geometry
            a garbage                                   | a garbage
            a int default 0                             | a int default 0
            a int default -1                            | a int default -1
            a int default +1                            | a int default 1
            a int default null                          | a int default null
            a bool default true                         | a bool default true
            a varchar(7) default 'x' 'y'                | a varchar(7) default 'xy'
            a varchar(7) default 'it''s' comment 'c'    | a varchar(7) default 'it\\'s'
            a bit(2) default b'10'                      | a bit(2) default 0b10
            a blob default (x'1f')                      | a blob default X'1f'
            a int default (1 + 2)                       | a int default 1 + 2
            a json default (json_array())               | a json default json_array()
            a datetime default now()                    | a datetime default now()
            a datetime default now                      | a datetime default now()
            a timestamp(3) default current_timestamp(3) on update current_timestamp(3) | a timestamp(3) default current_timestamp(3)
            a timestamp default current_timestamp on update now() not null | a timestamp not null default current_timestamp()
            a int auto_increment                        | a int auto_increment
            a int invisible                             | a int invisible
            a int visible                               | a int
            a int as (b + 1)                            | a int generated
            a int generated always as (b + 1) virtual not null | a int not null generated
            a varchar(255) as (concat(b, ' ', c)) stored invisible | a varchar(255) invisible generated
            a int comment 'primary key' column_format fixed storage disk | a int
            a int engine_attribute = '{}' secondary_engine_attribute '{}' | a int
            a int not secondary                         | a int
            a int check (a > 0) not enforced            | a int
            a int constraint c check (a > 0) enforced   | a int
            a int constraint check (a > 0)              | a int
            a int references k.t (b) match full on delete set null on update cascade not null | a int not null
            a int references t on update no action      | a int
            a longblob /*!50633 column_format compressed */ | a longblob
            """)
    void column_givesWhatItSays(String column, String expected) {
        assertEquals(expected, Definitions.describe(definition("create table t (" + column + ")")).getFirst());
    }

    // keys

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a int primary key                           | primary key [a]
            a int key                                   | primary key [a]
            a int unique                                | unique key [a]
            a int unique key                            | unique key [a]
            a serial                                    | unique key [a]
            a int, primary key (a)                      | primary key [a]
            a int, constraint c primary key x using btree (a, b desc) | primary key [a, b]
            a int, unique (a)                           | unique key [a]
            a int, unique key u (a) using hash          | unique key u [a]
            a int, unique index u using btree (a) invisible | unique key u [a]
            a int, constraint c unique (a)              | unique key c [a]
            a int, constraint c unique key u (a)        | unique key u [a]
            a int, key (a)                              | index key [a]
            a int, index i (a(10) asc, b) key_block_size = 8 comment 'x' visible | index key i [a, b]
            a int, fulltext (a)                         | fulltext key [a]
            a int, fulltext key f (a, b) with parser ngram | fulltext key f [a, b]
            a int, spatial index s (a)                  | spatial key s [a]
            a int, key k (a, (b + 1) desc)              | index key k [a, (b + 1)]
            a int, key `order` ((a->'$.x'))             | index key order [(json_extract(a, '$.x'))]
            """)
    void key_givesItsParts(String elements, String expected) {
        assertEquals(expected, Definitions.describe(definition("create table t (" + elements + ")")).getLast());
    }

    @Test
    void primaryKey_makesColumnsNotNull() {
        assertEquals(List.of("a int not null", "b int", "C int not null", "primary key [A, c]"),
                Definitions.describe(definition("create table t (a int, b int null, C int null, primary key (A, c))")));
    }

    @Test
    void serial_isAnUnsignedCounter() {
        TableDefinition.Column column = definition("create table t (a serial)").columns().getFirst();
        assertEquals("a serial not null auto_increment", Definitions.describe(column));
    }

    // foreign keys

    @Test
    void foreignKey_givesTablesAndActions() {
        TableDefinition definition = definition("""
                create table t (a int, constraint c foreign key i (a, b) references k.u (x, y(3))
                on delete cascade on update set null, foreign key (a) references u (x), constraint foreign key (a)
                references u (x) match simple on update restrict on delete set default)""");
        TableName u = TableName.of("u");
        assertEquals(
                List.of(new ForeignKey("c", List.of("a", "b"), new TableName("k", "u"), List.of("x", "y"),
                        Reference.CASCADE, Reference.SET_NULL),
                        new ForeignKey(null, List.of("a"), u, List.of("x"), Reference.NO_ACTION, Reference.NO_ACTION),
                        new ForeignKey(null, List.of("a"), u, List.of("x"), Reference.SET_DEFAULT, Reference.RESTRICT)),
                definition.foreignKeys());
    }

    @Test
    void references_ofAColumn_areNoForeignKey() {
        assertEquals(List.of(), definition("create table t (a int references u (x))").foreignKeys());
    }

    @Test
    void checks_areNoKeys() {
        TableDefinition definition =
                definition("create table t (check (a <> b), a int, constraint c check (a > 1) not enforced, b int)");
        assertEquals(List.of("a int", "b int"), Definitions.describe(definition));
    }

    // options

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "null", textBlock = """
            engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin comment='x y' | utf8mb4 utf8mb4_bin x y
            engine InnoDB, character set latin1, default collate binary             | latin1 binary null
            auto_increment=7 row_format = dynamic                                   | null null null
            data directory = 'a' index directory 'b' union (a, b) insert_method no  | null null null
            tablespace ts storage disk start transaction                            | null null null
            page_checksum=1 comment 'x'                                             | null null x
            charset utf8mb4, charset latin1                                         | latin1 null null
            comment 'x' partition by hash (id) partitions 3                         | null null x
            """)
    void options_giveCharsetCollationAndComment(String options, String expected) {
        TableDefinition definition = definition("create table t (id int) " + options);
        assertEquals(expected, definition.charset() + " " + definition.collation() + " " + definition.comment());
    }

    // what is not known

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a int default foo
            a int default (select)
            a foo(bar, 1)
            a enum(x'41')
            a int, key ((select))
            a int (1, 2, 3)
            """)
    void definition_ofUnknownWords_isNull(String elements) {
        assertNull(ddl("create table t (" + elements + ", b int)").definition());
    }

    private static TableDefinition definition(String sql) {
        return Objects.requireNonNull(ddl(sql).definition(), sql);
    }

    private static Ddl ddl(String sql) {
        return assertInstanceOf(Ddl.class, Sql.statement(sql), sql);
    }
}
