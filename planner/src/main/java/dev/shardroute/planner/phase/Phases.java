package dev.shardroute.planner.phase;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.rule.ExpandRecursion;
import dev.shardroute.planner.rule.IsolateDistinct;
import dev.shardroute.planner.rule.MergeApplyJoin;
import dev.shardroute.planner.rule.MergeRecursion;
import dev.shardroute.planner.rule.OptimizeJoin;
import dev.shardroute.planner.rule.OrderAggregations;
import dev.shardroute.planner.rule.PrepareAggregation;
import dev.shardroute.planner.rule.PushAggregation;
import dev.shardroute.planner.rule.PushDistinct;
import dev.shardroute.planner.rule.PushFilter;
import dev.shardroute.planner.rule.PushHorizon;
import dev.shardroute.planner.rule.PushLimit;
import dev.shardroute.planner.rule.PushLockAndComment;
import dev.shardroute.planner.rule.PushOrdering;
import dev.shardroute.planner.rule.PushProjection;
import dev.shardroute.planner.rule.PushSubQueries;
import dev.shardroute.planner.rule.PushUnion;
import dev.shardroute.planner.rule.RemoveSparingDistinct;
import dev.shardroute.planner.rule.SettleSubQueries;
import dev.shardroute.planner.rule.SolveQueryGraph;
import dev.shardroute.planner.semantics.QuerySignature;

/** The index of planning: which phases there are, what each begins with, and which rule is tried on which operator. */
final class Phases {
    private static final Rewrite PASS = new Rewrite.Pass();

    private Phases() {}

    /** True when a statement has what the phase is for. */
    static boolean isFor(Stage stage, QuerySignature signature) {
        return switch (stage) {
            case PHYSICAL_TRANSFORM, INITIAL_PLANNING -> true;
            case PULL_DISTINCT_FROM_UNION -> signature.union();
            case DELEGATE_AGGREGATION, ADD_AGGREGATION_ORDERING -> signature.aggregation();
            case RECURSIVE_CTE_HORIZONS -> signature.recursiveCte();
            case CLEAN_OUT_DISTINCT -> signature.distinct();
            case SUBQUERY_SETTLING -> signature.subqueries();
        };
    }

    /** What a phase begins with. */
    static Operator begin(Stage stage, Operator root, Planning planning) {
        return switch (stage) {
            case PHYSICAL_TRANSFORM, INITIAL_PLANNING -> root;
            case PULL_DISTINCT_FROM_UNION -> IsolateDistinct.apply(root, planning);
            case DELEGATE_AGGREGATION -> PrepareAggregation.apply(root, planning);
            case RECURSIVE_CTE_HORIZONS -> ExpandRecursion.apply(root, planning);
            case ADD_AGGREGATION_ORDERING -> OrderAggregations.apply(root, planning);
            case CLEAN_OUT_DISTINCT -> RemoveSparingDistinct.apply(root, planning);
            case SUBQUERY_SETTLING -> SettleSubQueries.apply(root, planning);
        };
    }

    /** Tries the rule for an operator; the rules themselves look at the stage where that matters. */
    static Rewrite rewrite(Operator operator, Planning planning) {
        return switch (operator) {
            case Operator.Horizon horizon -> PushHorizon.apply(horizon, planning);
            case Operator.QueryGraph graph -> SolveQueryGraph.apply(graph, planning);
            case Operator.Join join -> OptimizeJoin.apply(join, planning);
            case Operator.ApplyJoin join -> MergeApplyJoin.apply(join, planning);
            case Operator.Projection projection -> PushProjection.apply(projection, planning);
            case Operator.LimitRows limit -> PushLimit.apply(limit, planning);
            case Operator.Ordering ordering -> PushOrdering.apply(ordering, planning);
            case Operator.Aggregator aggregator -> PushAggregation.apply(aggregator, planning);
            case Operator.Filter filter -> PushFilter.apply(filter, planning);
            case Operator.Distinct distinct -> PushDistinct.apply(distinct, planning);
            case Operator.Union union -> PushUnion.apply(union, planning);
            case Operator.SubQueryContainer container -> PushSubQueries.apply(container, planning);
            case Operator.LockAndComment comment -> PushLockAndComment.apply(comment, planning);
            case Operator.RecurseCte recursion -> MergeRecursion.apply(recursion, planning);
            case Operator.Table table -> PASS;
            case Operator.VindexTable vindex -> PASS;
            case Operator.Route route -> PASS;
            case Operator.HashJoin join -> PASS;
            case Operator.SubQuery subquery -> PASS;
            case Operator.Window window -> PASS;
        };
    }
}
