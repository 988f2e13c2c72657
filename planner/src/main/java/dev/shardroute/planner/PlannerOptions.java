package dev.shardroute.planner;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.normalize.Directives;
import dev.shardroute.sql.normalize.Directives.PlannerVersion;

/**
 * The bounds of planning, and its ways.
 *
 * @param parser      the bounds of parsing
 * @param maxRewrites how many rewrites one plan may take
 * @param joinOrder   how the order of inner joins is found
 */
public record PlannerOptions(ParserOptions parser, int maxRewrites, JoinOrder joinOrder) {
    /** The parser's defaults, 10,000 rewrites, the cheapest join first. */
    public static final PlannerOptions DEFAULT = new PlannerOptions(ParserOptions.DEFAULT, 10_000, JoinOrder.GEN4);

    /** Checks the bounds. */
    public PlannerOptions {
        if (maxRewrites < 1) {
            throw ErrorCode.SR07001.error("maxRewrites", "must be at least 1");
        }
    }

    /** These bounds, and the cheapest join first. */
    public PlannerOptions(ParserOptions parser, int maxRewrites) {
        this(parser, maxRewrites, JoinOrder.GEN4);
    }

    /** These bounds, and the ways that the directives of a statement say. */
    PlannerOptions directedBy(Statement statement) {
        PlannerVersion version = Directives.of(statement).planner();
        return version == null ? this : withJoinOrder(JoinOrder.valueOf(version.name()));
    }

    /** The same with another order of joins. */
    public PlannerOptions withJoinOrder(JoinOrder order) {
        return new PlannerOptions(parser, maxRewrites, order);
    }
}
