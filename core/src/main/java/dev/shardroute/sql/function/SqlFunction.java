package dev.shardroute.sql.function;

import dev.shardroute.error.ErrorCode;

/**
 * What is known of a function of MySQL.
 *
 * @param name        the name in lower case
 * @param kind        what it works over
 * @param least       how many arguments it takes at least
 * @param most        how many at most; {@link Integer#MAX_VALUE} for no bound
 * @param stability   for how long equal arguments give equal results
 * @param isEvaluable true when the gateway can evaluate it; of an aggregate, when the gateway can aggregate by it
 * @param result      how the type of its result comes from those of its arguments
 * @param nullability when it may give NULL
 */
public record SqlFunction(String name, Kind kind, int least, int most, Stability stability, boolean isEvaluable,
        ResultRule result, Nullability nullability) {
    /** Checks the numbers. */
    public SqlFunction {
        if (least < 0 || most < least) {
            throw ErrorCode.VT13001.error("a function of fewer arguments than none");
        }
    }

    /** What a function works over. */
    public enum Kind {
        /** One row. */
        SCALAR,
        /** The rows of a group; with OVER, those of a window. */
        AGGREGATE,
        /** The rows of a window. */
        WINDOW
    }

    /** True when it may be called with that many arguments. */
    public boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    /** True for an aggregate. */
    public boolean isAggregate() {
        return kind == Kind.AGGREGATE;
    }

    /** True when equal arguments always give equal results. */
    public boolean isDeterministic() {
        return stability == Stability.DETERMINISTIC;
    }
}
