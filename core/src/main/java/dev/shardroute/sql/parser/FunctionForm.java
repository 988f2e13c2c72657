package dev.shardroute.sql.parser;

/** How a function that the grammar knows is written. */
enum FunctionForm {
    /** Expressions with commas between them. */
    PLAIN,
    /** The clock: nothing or how many digits the fraction of the second has. */
    CLOCK,
    /** An aggregate. */
    AGGREGATE(Over.POSSIBLE),
    /** An aggregate that takes DISTINCT. */
    DISTINCT_AGGREGATE(Over.POSSIBLE),
    /** The aggregate that takes a star, and several arguments with DISTINCT. */
    COUNT(Over.POSSIBLE),
    /** A function that needs OVER. */
    WINDOW(Over.NEEDED),
    /** A window function that can leave nulls out. */
    WINDOW_VALUE(Over.NEEDED_WITH_NULLS),
    /** LAG and LEAD: their second argument is a constant. */
    WINDOW_OFFSET(Over.NEEDED_WITH_NULLS),
    /** NTH_VALUE, which can also say where it counts from. */
    NTH_VALUE(Over.NEEDED_WITH_NULLS),
    /** NTILE: its argument is a constant. */
    NTILE(Over.NEEDED),
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
    WEIGHT_STRING;

    private final Over over;

    FunctionForm() {
        this(Over.NEVER);
    }

    FunctionForm(Over over) {
        this.over = over;
    }

    Over over() {
        return over;
    }

    /** Whether OVER follows, and whether RESPECT NULLS or IGNORE NULLS may stand before it. */
    enum Over {
        NEVER, POSSIBLE, NEEDED, NEEDED_WITH_NULLS
    }
}
