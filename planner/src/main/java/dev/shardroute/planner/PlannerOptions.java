package dev.shardroute.planner;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ParserOptions;

/**
 * The bounds of planning.
 *
 * @param parser      the bounds of parsing
 * @param maxRewrites how many rewrites one plan may take
 */
public record PlannerOptions(ParserOptions parser, int maxRewrites) {
    /** The parser's defaults, 10,000 rewrites. */
    public static final PlannerOptions DEFAULT = new PlannerOptions(ParserOptions.DEFAULT, 10_000);

    /** Checks the bounds. */
    public PlannerOptions {
        if (maxRewrites < 1) {
            throw ErrorCode.SR07001.error("maxRewrites", "must be at least 1");
        }
    }
}
