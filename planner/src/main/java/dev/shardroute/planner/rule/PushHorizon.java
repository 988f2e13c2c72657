package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;

/** Pushes a horizon under a route, or expands it. */
public final class PushHorizon {
    private PushHorizon() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Horizon operator, Planning planning) {
        return new Rewrite.Keep("it is not written yet");
    }

    /** True when the query in FROM can be run for each row of another table: it has neither LIMIT nor groups of its own. */
    static boolean isMergeable(Operator.Horizon horizon) {
        return horizon.query().limit() == null;
    }
}
