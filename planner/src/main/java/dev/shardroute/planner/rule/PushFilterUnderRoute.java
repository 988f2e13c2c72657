package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.routing.TableRouting;
import dev.shardroute.sql.ast.Expression;

/**
 * Lets the shards filter, and lets the route know the predicates.
 *
 * <pre>
 * Filter       =>   Route (narrowed down)
 *   Route             Filter
 * </pre>
 *
 * Does not fire over anything but a route.
 */
public final class PushFilterUnderRoute {
    private PushFilterUnderRoute() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Filter filter) {
        if (!(filter.input() instanceof Operator.Route(var input, var routing))) {
            return new Rewrite.Keep("it is not over a route");
        }
        TableRouting narrowed = routing;
        for (Expression predicate : filter.predicates()) {
            narrowed = narrowed.refine(predicate);
        }
        Operator pushed = new Operator.Route(new Operator.Filter(input, filter.predicates()), narrowed);
        return new Rewrite.To(pushed, "now " + narrowed.parameters().opcode().label());
    }
}
