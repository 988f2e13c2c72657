package dev.shardroute.sql.ast;

import java.util.Locale;

/** Units of time of INTERVAL, EXTRACT and the like. {@code SQL_TSI_DAY} is {@link #DAY}, and so on. */
public enum IntervalUnit {
    YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND, MICROSECOND, YEAR_MONTH, DAY_HOUR, DAY_MINUTE, DAY_SECOND,
    DAY_MICROSECOND, HOUR_MINUTE, HOUR_SECOND, HOUR_MICROSECOND, MINUTE_SECOND, MINUTE_MICROSECOND, SECOND_MICROSECOND;

    private final String sql = name().toLowerCase(Locale.ROOT);

    /** The unit in canonical form. */
    public String sql() {
        return sql;
    }
}
