package dev.shardroute.planner.phase;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.rule.PushChangeUnderRoute;
import dev.shardroute.planner.rule.PushFilterUnderRoute;
import dev.shardroute.planner.rule.PushHorizonUnderRoute;
import dev.shardroute.planner.rule.RouteTable;
import dev.shardroute.planner.rule.SplitInsert;
import java.util.function.Function;

/**
 * The phases of planning, in order, and the index of the rules: what is tried on which operator. A phase walks over the
 * tree, inputs first, again and again until nothing changes.
 */
public enum Phase {
    /** Every table gets a route of its own. */
    PHYSICAL_TRANSFORM {
        @Override
        Rewrite rewrite(Operator operator, Function<String, KeyspaceRef> keyspaces) {
            return switch (operator) {
                case Operator.Table table -> RouteTable.apply(table, keyspaces.apply(table.table().table().keyspace()));
                case Operator.Dual dual -> RouteTable.apply(dual);
                case Operator.Insert insert -> SplitInsert.apply(insert);
                case Operator.ShardedInsert insert -> PASS;
                case Operator.Route route -> PASS;
                case Operator.Filter filter -> PASS;
                case Operator.Horizon horizon -> PASS;
                case Operator.Update update -> PASS;
                case Operator.Delete delete -> PASS;
            };
        }
    },
    /** As much as can be is pushed under the routes. */
    INITIAL_PLANNING {
        @Override
        Rewrite rewrite(Operator operator, Function<String, KeyspaceRef> keyspaces) {
            return switch (operator) {
                case Operator.Filter filter -> PushFilterUnderRoute.apply(filter);
                case Operator.Horizon horizon -> PushHorizonUnderRoute.apply(horizon);
                case Operator.Update update -> PushChangeUnderRoute.apply(update);
                case Operator.Delete delete -> PushChangeUnderRoute.apply(delete);
                case Operator.Route route -> PASS;
                case Operator.ShardedInsert insert -> PASS;
                case Operator.Insert insert -> PASS;
                case Operator.Table table -> PASS;
                case Operator.Dual dual -> PASS;
            };
        }
    };

    private static final Rewrite.Pass PASS = new Rewrite.Pass();

    /** Tries the rule for an operator, if there is one. */
    abstract Rewrite rewrite(Operator operator, Function<String, KeyspaceRef> keyspaces);
}
