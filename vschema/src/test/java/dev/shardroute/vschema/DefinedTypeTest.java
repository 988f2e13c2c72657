package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.type.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a column's type in SQL is. */
final class DefinedTypeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tinyint | INT8", "TINYINT UNSIGNED | UINT8", "bool | INT8", "boolean | INT8", "smallint | INT16",
        "smallint(5) unsigned zerofill | UINT16", "mediumint | INT24", "mediumint unsigned | UINT24", "int | INT32",
        "integer | INT32", "int(11) unsigned | UINT32", "bigint | INT64", "bigint unsigned | UINT64", "serial | UINT64",
        "int1 | INT8", "int8 | INT64", "year | YEAR", "float | FLOAT32", "float(24) | FLOAT32", "float(25) | FLOAT64",
        "float(30,2) | FLOAT32", "double | FLOAT64", "double precision | FLOAT64", "real | FLOAT64",
        "decimal(10,2) | DECIMAL", "numeric | DECIMAL", "dec(5) | DECIMAL", "fixed | DECIMAL", "date | DATE",
        "time(6) | TIME", "datetime(3) | DATETIME", "timestamp | TIMESTAMP", "char(3) | CHAR", "varchar(3) | VARCHAR",
        "nchar(3) | CHAR", "national varchar(3) | VARCHAR", "character varying(3) | VARCHAR", "text | TEXT",
        "tinytext | TEXT", "mediumtext | TEXT", "longtext | TEXT", "long varchar | TEXT", "long varbinary | BLOB",
        "enum('a') | ENUM", "set('a','b') | SET", "json | JSON", "binary(3) | BINARY", "varbinary(3) | VARBINARY",
        "blob | BLOB", "tinyblob | BLOB", "longblob | BLOB", "bit(3) | BIT", "vector(3) | VECTOR", "point | GEOMETRY",
        "geometrycollection | GEOMETRY", "char(3) byte | BINARY",
    })
    void type_isTheOneOfItsName(String sql, Type type) {
        TableFacts facts = SchemaFacts.ofDdl("ks", "create table t (c " + sql + ")").table("ks", "t").orElseThrow();
        assertEquals(type, facts.columns().getFirst().type().orElseThrow());
    }
}
