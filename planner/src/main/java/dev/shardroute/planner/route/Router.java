package dev.shardroute.planner.route;

import dev.shardroute.key.TabletType;
import dev.shardroute.planner.Planner;
import dev.shardroute.planner.PlannerOptions;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.topo.Shard;
import dev.shardroute.topo.ShardPicker;
import dev.shardroute.topo.Topology;
import dev.shardroute.type.Binds;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells which shards must run what. Thread-safe; statements take no lock; no thread or connection of its own. Two routers in
 * one JVM know nothing of each other.
 *
 * <p>The VSchema and the topology can be replaced while statements run. Each call here works on one {@link #view} from
 * beginning to end, so that no statement sees one of them new and the other old.
 */
public final class Router {
    private final RouterOptions options;
    private final AtomicReference<State> state;

    /** What is replaced at one go. */
    private record State(Planner planner, Topology topology) {}

    private Router(RouterOptions options, State state) {
        this.options = options;
        this.state = new AtomicReference<>(state);
    }

    /** Starts to make a router. */
    public static Builder builder() {
        return new Builder();
    }

    // what it works on

    /** The VSchema and the topology as they are now. */
    public RouterView view() {
        State now = state.get();
        return new RouterView(now.planner, now.topology.snapshot(), options);
    }

    /** The planner of the VSchema of now. */
    public Planner planner() {
        return state.get().planner;
    }

    /** The topology of now. */
    public Topology topology() {
        return state.get().topology;
    }

    /** Replaces the VSchema and the topology at one go. Plans made before belong to the VSchema from before. */
    public void update(VSchema vschema, Topology topology) {
        replace(now -> new State(planner(vschema), topology));
    }

    /** Replaces the VSchema. Plans made before belong to the one from before. */
    public void update(VSchema vschema) {
        replace(now -> new State(planner(vschema), now.topology));
    }

    /** Replaces the topology. */
    public void update(Topology topology) {
        replace(now -> new State(now.planner, topology));
    }

    private void replace(UnaryOperator<State> change) {
        state.updateAndGet(change);
    }

    private Planner planner(VSchema vschema) {
        return new Planner(vschema, options.planner());
    }

    // statements

    /** {@link RouterView#session}. */
    public Session session(String target) {
        return view().session(target);
    }

    /** {@link RouterView#shards(Session)} of a session that has chosen a target string. */
    public List<Shard> resolve(String target) {
        RouterView view = view();
        return view.shards(view.session(target));
    }

    /** The plan of a statement, with no keyspace chosen. */
    public Plan plan(String sql) {
        return plan(sql, PlanningContext.DEFAULT);
    }

    /** {@link RouterView#plan(String, PlanningContext)}. */
    public Plan plan(String sql, PlanningContext context) {
        return view().plan(sql, context);
    }

    /** {@link RouterView#plan(Statement, PlanningContext)}. */
    public Plan plan(Statement statement, PlanningContext context) {
        return view().plan(statement, context);
    }

    /** {@link RouterView#explain}, with no keyspace chosen. */
    public Explanation explain(String sql) {
        return explain(sql, PlanningContext.DEFAULT);
    }

    /** {@link RouterView#explain}. */
    public Explanation explain(String sql, PlanningContext context) {
        return view().explain(sql, context);
    }

    /** {@link RouterView#route(String, Binds, Session)}, nothing being chosen. */
    public Routing route(String sql, Binds binds) {
        return view().route(sql, binds, Session.DEFAULT);
    }

    /** {@link RouterView#route(String, Binds, PlanningContext)}: the tablets are those of the context. */
    public Routing route(String sql, Binds binds, PlanningContext context) {
        return view().route(sql, binds, context);
    }

    /** {@link RouterView#route(String, Binds, Session)}: the tablets are those that the session and the policy say. */
    public Routing route(String sql, Binds binds, Session session) {
        return view().route(sql, binds, session);
    }

    /** {@link RouterView#route(Statement, Binds, PlanningContext)}: the tablets are those of the context. */
    public Routing route(Statement statement, Binds binds, PlanningContext context) {
        return view().route(statement, binds, context);
    }

    /** {@link RouterView#route(Plan, Binds, TabletType)}; the plan must have been made for the VSchema of now. */
    public Routing route(Plan plan, Binds binds, TabletType tabletType) {
        return view().route(plan, binds, tabletType);
    }

    /** Makes a router. Not thread-safe. */
    public static final class Builder {
        private @Nullable VSchema vschema;
        private @Nullable Topology topology;
        private PlannerOptions options = PlannerOptions.DEFAULT;
        private ShardPicker picker = ShardPicker.FIRST;
        private ReadPolicy readPolicy = ReadPolicy.PRIMARY;

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

        /** Which shard is taken where any one will do; the first one unless set. */
        public Builder picker(ShardPicker value) {
            picker = value;
            return this;
        }

        /** Which tablets plain reads go to; primaries unless set. */
        public Builder readPolicy(ReadPolicy value) {
            readPolicy = value;
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
            RouterOptions all = new RouterOptions(options, new SqlParser(options.parser()), picker, readPolicy);
            return new Router(all, new State(new Planner(vschema, options), topology));
        }
    }
}
