package dev.shardroute.sql.function;

import dev.shardroute.type.Type;
import org.jspecify.annotations.Nullable;

/** The collations and character sets of MySQL 8.4. Names are found in any case; {@code utf8} is {@code utf8mb3}. */
public final class Collations {
    /** The collation of binary strings, numbers and temporal values. */
    public static final String BINARY = "binary";
    /** The collation of a connection where nothing else is said. */
    public static final String DEFAULT = "utf8mb4_0900_ai_ci";

    private Collations() {}

    /** The collation called {@code name}, or null. */
    public static @Nullable Collation find(String name) {
        return null;
    }

    /** The collation with that number in the protocol, or null. */
    public static @Nullable Collation ofId(int id) {
        return null;
    }

    /** The collation that texts of {@code charset} have where nothing else is said; null for no such character set. */
    public static @Nullable Collation defaultOf(String charset) {
        return null;
    }

    /** The collation of {@code charset} that compares by code points; null for no such character set. */
    public static @Nullable Collation binaryOf(String charset) {
        return null;
    }

    /** True where values of the type compare by more than their bytes. */
    public static boolean needsWeightString(Type type) {
        return type.kind() == Type.Kind.TEXT;
    }
}
