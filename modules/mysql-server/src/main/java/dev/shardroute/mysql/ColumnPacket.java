package dev.shardroute.mysql;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Field;
import dev.shardroute.type.Type;

/**
 * The description of a column.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_com_query_response_text_resultset_column_definition.html">
 *      MySQL: Protocol::ColumnDefinition41</a>
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/field__types_8h.html">MySQL: field types</a>
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/group__group__cs__column__definition__flags.html">MySQL:
 *      column flags</a>
 */
final class ColumnPacket {
    private static final int BLOB_FLAG = 16;
    private static final int ENUM_FLAG = 256;
    private static final int SET_FLAG = 2048;
    private static final int FIXED_FIELDS_SIZE = 0x0C;

    private ColumnPacket() {}

    /** Schema and original names are empty: a {@link Field} knows the names of the result only. */
    static void write(Payload to, Field field) {
        to.clear().string("def").string("").string(field.table()).string("").string(field.name()).string("");
        to.lengthEncoded(FIXED_FIELDS_SIZE).integer(2, field.charset()).integer(4, field.length());
        to.integer(1, code(field.type())).integer(2, field.flags() | flags(field.type()));
        to.integer(1, field.decimals()).zeros(2);
    }

    /**
     * Checks that a column can have this type.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT13001} when it cannot
     */
    static void check(Type type) {
        if (type == Type.EXPRESSION) {
            throw ErrorCode.VT13001.error("a result has a column of type EXPRESSION");
        }
    }

    /** The number of a type in the protocol. */
    static int code(Type type) {
        return switch (type) {
            case INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32 -> 3;
            case FLOAT32 -> 4;
            case FLOAT64 -> 5;
            case NULL -> 6;
            case TIMESTAMP -> 7;
            case INT64, UINT64 -> 8;
            case INT24, UINT24 -> 9;
            case DATE -> 10;
            case TIME -> 11;
            case DATETIME -> 12;
            case YEAR -> 13;
            case BIT -> 16;
            case VECTOR -> 242;
            case JSON -> 245;
            case DECIMAL -> 246;
            case TEXT, BLOB -> 252;
            case VARCHAR, VARBINARY, HEXNUM, HEXVAL, BITNUM -> 253;
            case CHAR, BINARY, ENUM, SET -> 254;
            case GEOMETRY -> 255;
            case EXPRESSION -> throw new IllegalArgumentException("EXPRESSION has no number");
        };
    }

    /** The flags that clients need to tell types with the same number apart. */
    static int flags(Type type) {
        return switch (type) {
            case UINT8, UINT16, UINT24, UINT32, UINT64, YEAR, BIT -> Field.UNSIGNED_FLAG;
            case TIMESTAMP, DATE, TIME, DATETIME, BINARY, VARBINARY, HEXNUM, HEXVAL, BITNUM -> Field.BINARY_FLAG;
            case BLOB, GEOMETRY, VECTOR, JSON -> Field.BINARY_FLAG | BLOB_FLAG;
            case TEXT -> BLOB_FLAG;
            case ENUM -> ENUM_FLAG;
            case SET -> SET_FLAG;
            case NULL, INT8, INT16, INT24, INT32, INT64, FLOAT32, FLOAT64, DECIMAL, VARCHAR, CHAR, EXPRESSION -> 0;
        };
    }
}
