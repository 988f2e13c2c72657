package dev.shardroute.sql.normalize;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions that tell of the session: a shard would tell of its own, so their value is a bind variable. */
public enum SessionFunction {
    /** {@code DATABASE()} and {@code SCHEMA()}. */
    DATABASE("__vtdbname"),
    FOUND_ROWS("__vtfrows"),
    /** {@code LAST_INSERT_ID()}; with an argument it is a function that shards know. */
    LAST_INSERT_ID("__lastInsertId"),
    ROW_COUNT("__vtrcount");

    private final String variable;

    SessionFunction(String variable) {
        this.variable = variable;
    }

    /** The name of the bind variable that has its value. */
    public String variable() {
        return variable;
    }

    /** The function called {@code name}, in whatever case; null for other functions. */
    static @Nullable SessionFunction ofName(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "database", "schema" -> DATABASE;
            case "found_rows" -> FOUND_ROWS;
            case "last_insert_id" -> LAST_INSERT_ID;
            case "row_count" -> ROW_COUNT;
            default -> null;
        };
    }
}
