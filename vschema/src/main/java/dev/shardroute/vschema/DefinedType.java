package dev.shardroute.vschema;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.type.Type;
import java.util.Locale;
import java.util.Optional;

/** The type of value that a column's type in SQL has. */
final class DefinedType {
    /** FLOAT with more bits than this is DOUBLE. */
    private static final int FLOAT_BITS = 24;

    private DefinedType() {}

    /** Empty for a type that is not known. */
    static Optional<Type> of(DataType type) {
        String name = type.name().toLowerCase(Locale.ROOT);
        return wholeNumber(name, type.unsigned()).or(() -> number(name, type)).or(() -> text(name))
                .or(() -> bytes(name)).or(() -> other(name));
    }

    private static Optional<Type> wholeNumber(String name, boolean unsigned) {
        return switch (name) {
            case "tinyint", "int1" -> Optional.of(unsigned ? Type.UINT8 : Type.INT8);
            case "bool", "boolean" -> Optional.of(Type.INT8);
            case "smallint", "int2" -> Optional.of(unsigned ? Type.UINT16 : Type.INT16);
            case "mediumint", "middleint", "int3" -> Optional.of(unsigned ? Type.UINT24 : Type.INT24);
            case "int", "integer", "int4" -> Optional.of(unsigned ? Type.UINT32 : Type.INT32);
            case "bigint", "int8" -> Optional.of(unsigned ? Type.UINT64 : Type.INT64);
            case "serial" -> Optional.of(Type.UINT64);
            case "year" -> Optional.of(Type.YEAR);
            default -> Optional.empty();
        };
    }

    private static Optional<Type> number(String name, DataType type) {
        return switch (name) {
            case "float", "float4" -> Optional.of(isDouble(type) ? Type.FLOAT64 : Type.FLOAT32);
            case "double", "double precision", "real", "float8" -> Optional.of(Type.FLOAT64);
            case "decimal", "dec", "numeric", "fixed" -> Optional.of(Type.DECIMAL);
            default -> Optional.empty();
        };
    }

    private static boolean isDouble(DataType type) {
        String bits = type.length();
        return bits != null && type.scale() == null && bits.matches("[0-9]{1,4}")
                && Integer.parseInt(bits) > FLOAT_BITS;
    }

    private static Optional<Type> text(String name) {
        return switch (name) {
            case "char", "character", "nchar", "national char", "national character" -> Optional.of(Type.CHAR);
            case "varchar", "varcharacter", "char varying", "character varying", "nvarchar", "nchar varchar",
                    "nchar varying", "national varchar", "national varcharacter", "national char varying",
                    "national character varying" ->
                    Optional.of(Type.VARCHAR);
            case "tinytext", "text", "mediumtext", "longtext", "long", "long varchar", "long varcharacter",
                    "long char varying", "long character varying" ->
                    Optional.of(Type.TEXT);
            case "enum" -> Optional.of(Type.ENUM);
            case "set" -> Optional.of(Type.SET);
            case "json" -> Optional.of(Type.JSON);
            default -> Optional.empty();
        };
    }

    private static Optional<Type> bytes(String name) {
        return switch (name) {
            case "binary" -> Optional.of(Type.BINARY);
            case "varbinary" -> Optional.of(Type.VARBINARY);
            case "tinyblob", "blob", "mediumblob", "longblob", "long varbinary" -> Optional.of(Type.BLOB);
            case "bit" -> Optional.of(Type.BIT);
            case "vector" -> Optional.of(Type.VECTOR);
            default -> Optional.empty();
        };
    }

    private static Optional<Type> other(String name) {
        return switch (name) {
            case "date" -> Optional.of(Type.DATE);
            case "time" -> Optional.of(Type.TIME);
            case "datetime" -> Optional.of(Type.DATETIME);
            case "timestamp" -> Optional.of(Type.TIMESTAMP);
            case "geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon",
                    "geometrycollection", "geomcollection" ->
                    Optional.of(Type.GEOMETRY);
            default -> Optional.empty();
        };
    }
}
