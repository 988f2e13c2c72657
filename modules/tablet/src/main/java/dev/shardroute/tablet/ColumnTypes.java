package dev.shardroute.tablet;

import dev.shardroute.type.Field;
import dev.shardroute.type.Type;

/**
 * The types of columns, from the numbers of the protocol.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/field__types_8h.html">enum_field_types</a>
 */
final class ColumnTypes {
    private static final int ENUM_FLAG = 256;
    private static final int SET_FLAG = 2048;

    private ColumnTypes() {}

    /** The type of a column with this type number, flags and collation. */
    static Type of(int code, int flags, int charset) {
        boolean unsigned = (flags & Field.UNSIGNED_FLAG) != 0;
        boolean binary = charset == Field.BINARY_CHARSET;
        return switch (code) {
            case 0, 246 -> Type.DECIMAL;
            case 1, 2, 3, 8, 9 -> integer(code, unsigned);
            case 4 -> Type.FLOAT32;
            case 5 -> Type.FLOAT64;
            case 6 -> Type.NULL;
            case 7, 17 -> Type.TIMESTAMP;
            case 10, 14 -> Type.DATE;
            case 11, 19 -> Type.TIME;
            case 12, 18 -> Type.DATETIME;
            case 13 -> Type.YEAR;
            case 15, 253 -> binary ? Type.VARBINARY : Type.VARCHAR;
            case 16 -> Type.BIT;
            case 242 -> Type.VECTOR;
            case 245 -> Type.JSON;
            case 247 -> Type.ENUM;
            case 248 -> Type.SET;
            case 249, 250, 251, 252 -> binary ? Type.BLOB : Type.TEXT;
            case 254 -> fixedLength(flags, binary);
            case 255 -> Type.GEOMETRY;
            default -> Type.VARBINARY;
        };
    }

    private static Type integer(int code, boolean unsigned) {
        return switch (code) {
            case 1 -> unsigned ? Type.UINT8 : Type.INT8;
            case 2 -> unsigned ? Type.UINT16 : Type.INT16;
            case 3 -> unsigned ? Type.UINT32 : Type.INT32;
            case 9 -> unsigned ? Type.UINT24 : Type.INT24;
            default -> unsigned ? Type.UINT64 : Type.INT64;
        };
    }

    /** Enumerations and sets are sent as strings of fixed length, with a flag. */
    private static Type fixedLength(int flags, boolean binary) {
        if ((flags & ENUM_FLAG) != 0) {
            return Type.ENUM;
        }
        if ((flags & SET_FLAG) != 0) {
            return Type.SET;
        }
        return binary ? Type.BINARY : Type.CHAR;
    }
}
