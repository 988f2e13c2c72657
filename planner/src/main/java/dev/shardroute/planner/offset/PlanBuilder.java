package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.plan.Primitive;

/** Makes primitives of operators whose offsets are known. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class PlanBuilder {
    private PlanBuilder() {}

    /** The primitives. */
    public static Primitive build(Operator root, Planning planning) {
        throw ErrorCode.VT13001.error("primitives of " + root.describe() + planning.stage());
    }
}
