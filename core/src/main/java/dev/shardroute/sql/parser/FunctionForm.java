package dev.shardroute.sql.parser;

/** How a function that the grammar knows is written. */
enum FunctionForm {
    /** Expressions with commas between them. */
    PLAIN,
    /** The clock: nothing or how many digits the fraction of the second has. */
    CLOCK,
    /** An aggregate. */
    AGGREGATE,
    /** An aggregate that takes DISTINCT. */
    DISTINCT_AGGREGATE,
    /** The aggregate that takes a star, and several arguments with DISTINCT. */
    COUNT,
    /** A function that needs OVER. */
    WINDOW,
    /** A window function that can leave nulls out. */
    WINDOW_VALUE,
    /** LAG and LEAD: their second argument is a constant. */
    WINDOW_OFFSET,
    /** NTH_VALUE, which can also say where it counts from. */
    NTH_VALUE,
    /** NTILE: its argument is a constant. */
    NTILE,
    /** A date, and an interval or a number of days. */
    DATE_OR_DAYS,
    /** A date and an interval. */
    DATE_INTERVAL,
    CAST,
    CHAR,
    CONVERT,
    EXTRACT,
    GROUP_CONCAT,
    JSON_VALUE,
    POSITION,
    SUBSTRING,
    /** TIMESTAMPADD and TIMESTAMPDIFF: a unit and two expressions. */
    TIMESTAMP_UNIT,
    TRIM,
    WEIGHT_STRING
}
