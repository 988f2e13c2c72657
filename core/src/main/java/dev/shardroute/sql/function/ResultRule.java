package dev.shardroute.sql.function;

/** How the type of a function's result, and its collation, come from those of its arguments. */
public enum ResultRule {
    /** Nothing is known of it. */
    UNKNOWN,
    /** INT64. */
    INTEGER,
    /** UINT64. */
    UNSIGNED,
    /** FLOAT64. */
    DOUBLE,
    /** VARBINARY. */
    BYTES,
    DATE, TIME, DATETIME, JSON,
    /** VARCHAR of the connection's collation. */
    TEXT,
    /** VARCHAR of {@code utf8mb3_general_ci}, which the server speaks of itself in. */
    SYSTEM_TEXT,
    /** TEXT of {@code utf8mb4_bin}, which JSON is written in. */
    JSON_TEXT,
    /** As the first argument. */
    FIRST,
    /** A string as the first argument; of what is none, VARCHAR of the connection's collation. */
    FIRST_TEXT,
    /** A string that holds all arguments. */
    JOINED,
    /** As {@link #JOINED}, without the first argument. */
    JOINED_REST,
    /** The type that CASE gives results of several types. */
    MERGED,
    /** As {@link #MERGED}, without the first argument. */
    MERGED_REST,
    /** The type that GREATEST and LEAST compare as. */
    EXTREME,
    /** The number that the first argument is. */
    NUMBER,
    /** An integer, or a FLOAT64 where the first argument is no exact number. */
    WHOLE_NUMBER,
    /** As the operator {@code %}. */
    REMAINDER,
    /** DECIMAL over exact numbers, otherwise FLOAT64. */
    SUM,
    /** As {@link #SUM}, with four more digits after the point. */
    AVERAGE,
    /** TEXT, or BLOB over binary strings. */
    GROUP_CONCAT,
    /** As {@code date + interval}; the interval is the second argument. */
    DATE_ARITHMETIC,
    /** A string as the second argument would be: DATETIME without one. */
    FROM_UNIXTIME,
    /** INT64, or DECIMAL where the argument has fractions of a second. */
    UNIX_TIMESTAMP,
    /** TIME, of as many digits of a fraction as the argument says. */
    CLOCK_TIME,
    /** DATETIME, of as many digits of a fraction as the argument says. */
    CLOCK_DATETIME
}
