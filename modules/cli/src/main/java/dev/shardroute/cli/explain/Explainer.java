package dev.shardroute.cli.explain;

import dev.shardroute.planner.Planner;
import dev.shardroute.planner.Planner.Traced;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.route.Router;
import dev.shardroute.topo.Topology;
import dev.shardroute.type.Binds;
import dev.shardroute.vschema.VSchema;
import java.util.Optional;

/** Explains statements that have all the same session. */
record Explainer(Planner planner, PlanningContext context, Optional<Router> router, Binds binds) {
    static Explainer of(VSchema vschema, PlanningContext context, Optional<Topology> topology, Binds binds) {
        Optional<Router> router = topology.map(known -> Router.builder().vschema(vschema).topology(known).build());
        return new Explainer(new Planner(vschema), context, router, binds);
    }

    /**
     * Explains a statement.
     *
     * @throws dev.shardroute.error.ShardrouteException when it cannot be planned, or not be routed with these bind variables
     */
    Explanation explain(String sql) {
        Traced planned = planner.trace(sql, context);
        return new Explanation(planned,
                router.map(known -> known.route(planned.plan(), binds, context.tabletType())));
    }
}
