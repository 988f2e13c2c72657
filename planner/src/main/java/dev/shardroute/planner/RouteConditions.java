package dev.shardroute.planner;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.semantics.SemanticTable.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Throws the errors that count when a statement is not answered by one route, or not by one shard. */
final class RouteConditions {
    private RouteConditions() {}

    static void check(Operator root, Conditions conditions) {
        Optional<RuntimeException> error = conditions.notSingleRoute().or(conditions::notSingleShard);
        if (error.isEmpty()) {
            return;
        }
        List<Operator.Route> routes = new ArrayList<>();
        collect(root, routes);
        boolean isSingleShard = !routes.isEmpty() && routes.getLast().routing().isSingleShard();
        if (routes.size() > 1) {
            throw error.get();
        }
        if (conditions.notSingleShard().isPresent() && !isSingleShard) {
            throw conditions.notSingleShard().get();
        }
    }

    private static void collect(Operator operator, List<Operator.Route> routes) {
        if (operator instanceof Operator.Route route) {
            routes.add(route);
        } else {
            operator.inputs().forEach(input -> collect(input, routes));
        }
    }
}
