package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as SQL writes it, in CAST, in JSON_TABLE and in a column's definition.
 *
 * @param name      the name as written, one word or several: {@code varchar}, {@code double precision}
 * @param length    the digits of the length or precision, or null
 * @param scale     the digits of the scale, or null
 * @param unsigned  true for UNSIGNED
 * @param zerofill  true for ZEROFILL
 * @param charset   the character set, or null
 * @param binary    true for the attribute BINARY
 * @param collation the collation, or null
 * @param values    the members of ENUM and SET; empty otherwise
 */
public record DataType(String name, @Nullable String length, @Nullable String scale, boolean unsigned, boolean zerofill,
        @Nullable String charset, boolean binary, @Nullable String collation, List<String> values) {
    /** Copies the list. */
    public DataType {
        values = List.copyOf(values);
    }

    /** A type that is its name and nothing else. */
    public static DataType of(String name) {
        return new DataType(name, null, null, false, false, null, false, null, List.of());
    }
}
