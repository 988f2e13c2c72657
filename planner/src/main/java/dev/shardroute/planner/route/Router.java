package dev.shardroute.planner.route;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.TabletType;
import dev.shardroute.planner.Planner;
import dev.shardroute.planner.PlannerOptions;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.topo.Topology;
import dev.shardroute.topo.TopologySnapshot;
import dev.shardroute.type.Binds;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which shards must run what. Immutable but for what its topology tells; thread-safe; no thread or connection of its
 * own. Two routers in one JVM know nothing of each other.
 */
public final class Router {
    private final Planner planner;
    private final Topology topology;

    private Router(Planner planner, Topology topology) {
        this.planner = planner;
        this.topology = topology;
    }

    /** Starts to make a router. */
    public static Builder builder() {
        return new Builder();
    }

    /** The planner. */
    public Planner planner() {
        return planner;
    }

    /** The topology. */
    public Topology topology() {
        return topology;
    }

    /** The plan of a statement, with no keyspace chosen. */
    public Plan plan(String sql) {
        return plan(sql, PlanningContext.DEFAULT);
    }

    /**
     * The plan of a statement.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link Planner#plan(String, PlanningContext)}
     */
    public Plan plan(String sql, PlanningContext context) {
        return planner.plan(sql, context);
    }

    /**
     * The plan of a statement that is parsed already, by whatever parser.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link Planner#plan(Statement, String, PlanningContext)}
     */
    public Plan plan(Statement statement, PlanningContext context) {
        return planner.plan(statement, SqlPrinter.print(statement), context);
    }

    /** What the primary tablets of each shard must run for a statement, with no keyspace chosen. */
    public Routing route(String sql, Binds binds) {
        return route(sql, binds, PlanningContext.DEFAULT);
    }

    /**
     * What each shard must run for a statement.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #plan} and {@link #route(Plan, Binds, TabletType)}
     */
    public Routing route(String sql, Binds binds, PlanningContext context) {
        return route(plan(sql, context), binds, context.tabletType());
    }

    /**
     * What each shard must run for a statement that is parsed already.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #plan} and {@link #route(Plan, Binds, TabletType)}
     */
    public Routing route(Statement statement, Binds binds, PlanningContext context) {
        return route(plan(statement, context), binds, context.tabletType());
    }

    /**
     * What each shard must run for a plan. The plan must come from a router of the same VSchema.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03026} and {@code SR04001} for bind values that are missing or
     *         of the wrong kind, {@code VT09023} for a row without a keyspace id, {@code SR03003} to {@code SR03006} when the
     *         topology has no shard for it
     */
    public Routing route(Plan plan, Binds binds, TabletType tabletType) {
        TopologySnapshot snapshot = topology.snapshot();
        ShardTargets targets = new ShardTargets(snapshot, binds, tabletType);
        return switch (plan.instructions()) {
            case Primitive.Route route when !route.isConcatenation() ->
                    throw ErrorCode.VT12001.error("routing a query whose rows must be merged");
            case Primitive.Route route -> {
                List<ShardStatement> statements = targets.statements(route.routing(), route.query());
                Optional<ShardStatement> fieldQuery = statements.isEmpty()
                        ? Optional.of(targets.anywhere(route.routing().keyspace(), route.fieldQuery()))
                        : Optional.empty();
                yield new Routing(plan, statements, fieldQuery);
            }
            case Primitive.Update update -> changes(plan, targets.statements(update.routing(), update.query()));
            case Primitive.Delete delete -> changes(plan, targets.statements(delete.routing(), delete.query()));
            case Primitive.UnshardedInsert insert ->
                    changes(plan, List.of(targets.onlyShard(insert.keyspace(), insert.query())));
            case Primitive.ShardedInsert insert ->
                    changes(plan, InsertRows.statements(insert, snapshot, binds, tabletType));
            case Primitive.Send send -> throw ErrorCode.VT12001.error("routing a statement that is sent as it is");
            case GatewayPrimitive work -> throw ErrorCode.VT12001.error("routing work above the shards");
        };
    }

    private static Routing changes(Plan plan, List<ShardStatement> statements) {
        return new Routing(plan, statements, Optional.empty());
    }

    /** Makes a router. Not thread-safe. */
    public static final class Builder {
        private @Nullable VSchema vschema;
        private @Nullable Topology topology;
        private PlannerOptions options = PlannerOptions.DEFAULT;

        private Builder() {}

        /** The keyspaces, tables and vindexes; must be set. */
        public Builder vschema(VSchema value) {
            vschema = value;
            return this;
        }

        /** The shards; must be set. */
        public Builder topology(Topology value) {
            topology = value;
            return this;
        }

        /** The bounds of planning. */
        public Builder options(PlannerOptions value) {
            options = value;
            return this;
        }

        /**
         * The router.
         *
         * @throws IllegalStateException when the VSchema or the topology is not set
         */
        public Router build() {
            if (vschema == null || topology == null) {
                throw new IllegalStateException("a router needs a VSchema and a topology");
            }
            return new Router(new Planner(vschema, options), topology);
        }
    }
}
