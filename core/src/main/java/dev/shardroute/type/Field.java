package dev.shardroute.type;

/**
 * A column of a result, as the MySQL protocol describes it.
 *
 * @param name     the column's name or alias
 * @param type     its type
 * @param table    the table or alias it comes from, empty for none
 * @param charset  the collation id of the protocol (63 is binary)
 * @param length   the display length in bytes, as an unsigned 32-bit number
 * @param decimals digits after the point, 31 for not fixed
 * @param flags    the protocol's column flags
 */
public record Field(String name, Type type, String table, int charset, long length, int decimals, int flags) {
    /** The collation id of binary data. */
    public static final int BINARY_CHARSET = 63;
    /** The collation id of {@code utf8mb4_0900_ai_ci}. */
    public static final int UTF8MB4_CHARSET = 255;
    /** The flag of a column that cannot be NULL. */
    public static final int NOT_NULL_FLAG = 1;
    /** The flag of an unsigned column. */
    public static final int UNSIGNED_FLAG = 32;
    /** The flag of binary data. */
    public static final int BINARY_FLAG = 128;

    /** A column of {@code type} that comes from no table. */
    public static Field of(String name, Type type) {
        boolean text = type.kind() == Type.Kind.TEXT;
        return new Field(name, type, "", text ? UTF8MB4_CHARSET : BINARY_CHARSET, text ? 1024 : 21, 0, 0);
    }
}
