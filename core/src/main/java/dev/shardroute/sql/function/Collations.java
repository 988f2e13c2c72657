package dev.shardroute.sql.function;

import dev.shardroute.type.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The collations and character sets of MySQL 8.4. Names are found in any case; {@code utf8} is {@code utf8mb3}, alone and in
 * the name of a collation.
 */
public final class Collations {
    /** The collation, and the character set, of binary strings; numbers and temporal values have it too. */
    public static final String BINARY = "binary";
    /** The collation of a connection where nothing else is said. */
    public static final String DEFAULT = "utf8mb4_0900_ai_ci";
    /** The collation of what the server says of itself, as {@code version()}. */
    static final String SYSTEM = "utf8mb3_general_ci";
    /** The collation of JSON. */
    static final String JSON = "utf8mb4_bin";

    private static final CollationTable TABLE = CollationTable.load();

    private Collations() {}

    /** The collation called {@code name}, or null. */
    public static @Nullable Collation find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return TABLE.named(lower.startsWith("utf8_") ? "utf8mb3" + lower.substring("utf8".length()) : lower);
    }

    /** The collation with that number in the protocol, or null. */
    public static @Nullable Collation ofId(int id) {
        return TABLE.numbered(id);
    }

    /** The collation that texts of {@code charset} have where nothing else is said; null for no such character set. */
    public static @Nullable Collation defaultOf(String charset) {
        return TABLE.defaultOf(known(charset));
    }

    /** The collation of {@code charset} that compares by code points; null for no such character set. */
    public static @Nullable Collation binaryOf(String charset) {
        return TABLE.binaryOf(known(charset));
    }

    /**
     * True where a gateway that sorts or groups by values of the type needs their weight strings: texts of a collation that
     * is not known or that a gateway cannot compare by.
     */
    public static boolean needsWeightString(ExpressionType type) {
        if (!isText(type.type())) {
            return false;
        }
        Collation collation = type.collation() == null ? null : find(type.collation());
        return collation == null || !collation.isComparable();
    }

    /** True for strings of characters; ENUM, SET and JSON are compared by other means. */
    static boolean isText(Type type) {
        return type == Type.VARCHAR || type == Type.CHAR || type == Type.TEXT;
    }

    private static String known(String charset) {
        String lower = charset.toLowerCase(Locale.ROOT);
        return lower.equals("utf8") ? "utf8mb3" : lower;
    }
}
