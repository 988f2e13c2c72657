package dev.shardroute.planner.route;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.Destination;
import dev.shardroute.key.TabletType;
import dev.shardroute.key.Target;
import dev.shardroute.planner.Planner;
import dev.shardroute.planner.Planner.Traced;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.GatewayPrimitive.Projected;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.route.ReadPolicy.PlainRead;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.normalize.SessionFunction;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.topo.Shard;
import dev.shardroute.topo.TopologySnapshot;
import dev.shardroute.type.Binds;
import dev.shardroute.vschema.Keyspace;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A router at one time: a VSchema and a snapshot of the topology that belong together. Whoever does several things that must
 * agree, such as planning and then routing, takes one view for all of them. Immutable.
 */
public final class RouterView {
    /** They are no keyspaces, and may be chosen all the same. */
    private static final Set<String> SYSTEM_SCHEMAS =
            Set.of("information_schema", "mysql", "performance_schema", "sys");

    private final Planner planner;
    private final TopologySnapshot topology;
    private final RouterOptions options;

    RouterView(Planner planner, TopologySnapshot topology, RouterOptions options) {
        this.planner = planner;
        this.topology = topology;
        this.options = options;
    }

    /** The planner of the VSchema. */
    public Planner planner() {
        return planner;
    }

    /** The VSchema. */
    public VSchema vschema() {
        return planner.vschema();
    }

    /** The shards and tablets. */
    public TopologySnapshot topology() {
        return topology;
    }

    // sessions

    /**
     * The session that has chosen a target, no transaction being open. Without a keyspace it has the only one there is.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} when it is no target string or its tablets do not
     *         serve, {@code VT05003} when the VSchema has no such keyspace
     */
    public Session session(String target) {
        Target parsed = Target.parse(target);
        parsed.keyspace().filter(name -> !SYSTEM_SCHEMAS.contains(name.toLowerCase(Locale.ROOT)))
                .ifPresent(vschema()::keyspace);
        parsed.tabletType().ifPresent(RouterView::requireServing);
        Optional<String> keyspace = parsed.keyspace().or(this::onlyKeyspace);
        return new Session(new Target(keyspace, parsed.destination(), parsed.tabletType(), parsed.tablet()), false);
    }

    private Optional<String> onlyKeyspace() {
        Set<String> names = vschema().keyspaces().keySet();
        return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
    }

    private static TabletType requireServing(TabletType type) {
        if (!type.isServing()) {
            throw ErrorCode.SR03001.error(type, "tablet type", "primary, replica or rdonly is needed");
        }
        return type;
    }

    /**
     * The keyspace of a statement that needs one: the one it names, or else the session's; the session's in any case when
     * the session has chosen a part of it.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT05003} when the VSchema has no such keyspace, {@code VT09005}
     *         when there is neither
     */
    public Keyspace keyspace(Optional<String> named, Session session) {
        Optional<String> name = session.target().destination().isPresent() ? session.keyspace()
                : named.or(session::keyspace);
        return vschema().keyspace(name.orElseThrow(ErrorCode.VT09005::error));
    }

    /**
     * What a statement of a session is planned with. Its tablets are those that the session has chosen; otherwise primaries,
     * except for a plain read outside of a transaction, whose tablets the {@link ReadPolicy} tells.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link Session#context}, and {@code SR03001} when the policy tells
     *         tablets that do not serve
     */
    public PlanningContext context(Statement statement, Session session) {
        boolean asks = session.target().tabletType().isEmpty() && !session.inTransaction()
                && !options.readPolicy().equals(ReadPolicy.PRIMARY);
        TabletType otherwise = asks
                ? PlainReads.of(statement)
                        .map(query -> options.readPolicy().tabletType(new PlainRead(query, session, topology)))
                        .map(RouterView::requireServing)
                        .orElse(TabletType.PRIMARY)
                : TabletType.PRIMARY;
        return session.context(otherwise);
    }

    // targets

    /**
     * The shards that a session has chosen: those of its keyspace, all of them unless it has chosen a part; each once, in the
     * order of their key ranges. They are in another keyspace where a shard routing rule says so. A tablet that it has chosen is
     * not looked for.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT09005} when it has chosen no keyspace, {@code SR03003} to
     *         {@code SR03007} when the topology has no such shards
     */
    public List<Shard> shards(Session session) {
        String keyspace = session.keyspace().orElseThrow(ErrorCode.VT09005::error);
        TabletType tabletType = session.target().tabletType().orElse(TabletType.PRIMARY);
        Destination destination = session.target().destination().orElseGet(Destination.AllShards::new);
        if (destination instanceof Destination.Shard(var name)) {
            // the rule decides before anybody looks for the shard: it need not be where it came from any more
            return List.of(topology.shards(vschema().routedKeyspace(keyspace, name), tabletType).named(name));
        }
        List<Shard> shards = topology.shards(keyspace, tabletType).resolve(destination, options.picker());
        return shards.stream().map(shard -> routed(shard, tabletType)).toList();
    }

    /** The shard, or that of another keyspace where a shard routing rule says so. */
    Shard routed(Shard shard, TabletType tabletType) {
        if (vschema().shardRoutingRules().isEmpty()) {
            return shard;
        }
        String keyspace = vschema().routedKeyspace(shard.keyspace(), shard.name().name());
        return topology.shards(keyspace, tabletType).named(shard.name().name());
    }

    // plans

    /**
     * The plan of a statement.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link Planner#plan(String, PlanningContext)}
     */
    public Plan plan(String sql, PlanningContext context) {
        return planner.plan(sql, context);
    }

    /**
     * The plan of a statement that is parsed already, by whatever parser; its text is printed anew.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link Planner#plan(Statement, String, PlanningContext)}
     */
    public Plan plan(Statement statement, PlanningContext context) {
        return planner.plan(statement, SqlPrinter.print(statement), context);
    }

    /**
     * The plan of a statement and how it came about.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #plan(String, PlanningContext)}
     */
    public Explanation explain(String sql, PlanningContext context) {
        Traced traced = planner.trace(sql, context);
        return new Explanation(traced.plan(), traced.trace());
    }

    // shards

    /**
     * What each shard must run for a statement.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #plan(String, PlanningContext)} and {@link #route(Plan, Binds,
     *         TabletType)}
     */
    public Routing route(String sql, Binds binds, PlanningContext context) {
        return route(plan(sql, context), binds, context);
    }

    /**
     * What each shard must run for a statement that is parsed already.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #plan(Statement, PlanningContext)} and {@link #route(Plan,
     *         Binds, TabletType)}
     */
    public Routing route(Statement statement, Binds binds, PlanningContext context) {
        return route(plan(statement, context), binds, context);
    }

    /**
     * What each shard must run for a statement of a session.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #context}, {@link #plan(String, PlanningContext)} and {@link
     *         #route(Plan, Binds, TabletType)}
     */
    public Routing route(String sql, Binds binds, Session session) {
        Statement statement = options.parser().parse(sql);
        PlanningContext context = context(statement, session);
        return route(planner.plan(statement, sql, context), binds, context);
    }

    /** What is needed of the session and known here is told, unless the caller has done so. */
    private Routing route(Plan plan, Binds binds, PlanningContext context) {
        String variable = SessionFunction.DATABASE.variable();
        boolean isMissing = plan.needs().functions().contains(SessionFunction.DATABASE)
                && !binds.values().containsKey(variable);
        Binds complete = isMissing ? binds.with(variable, context.keyspace().orElse(null)) : binds;
        return route(plan, complete, context.tabletType());
    }

    /**
     * What each shard must run for a plan; what the plan needs of the session is among {@code binds}. The plan must have been
     * made for the VSchema of this view.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03026} and {@code SR04001} for bind values that are missing or
     *         of the wrong kind, {@code VT09023} for a row without a keyspace id, {@code SR03003} to {@code SR03008} when the
     *         topology has no shard for it
     */
    public Routing route(Plan plan, Binds binds, TabletType tabletType) {
        ShardTargets targets = new ShardTargets(this, binds, tabletType);
        return switch (plan.instructions()) {
            case Primitive.Route route when !route.isConcatenation() ->
                    throw ErrorCode.VT12001.error("routing a query whose rows must be merged");
            case Primitive.Route route -> {
                List<ShardStatement> statements = targets.statements(route);
                Optional<ShardStatement> fieldQuery = statements.isEmpty()
                        ? Optional.of(targets.anywhere(route.routing().keyspace(), route.fieldQuery()))
                        : Optional.empty();
                yield new Routing(plan, statements, fieldQuery);
            }
            case Primitive.Update update -> changes(plan, targets.statements(update.routing(), update.query()));
            case Primitive.Delete delete -> changes(plan, targets.statements(delete.routing(), delete.query()));
            case Primitive.UnshardedInsert insert ->
                    changes(plan, List.of(targets.onlyShard(insert.keyspace(), insert.query())));
            case Primitive.ShardedInsert insert -> changes(plan, InsertRows.statements(insert, targets));
            case Primitive.Send send -> changes(plan, targets.statements(send));
            case Primitive.MessageStream stream -> throw ErrorCode.VT12001.error("streaming messages");
            case GatewayPrimitive.Projection(GatewayPrimitive.SingleRow row, var columns) ->
                    changes(plan, List.of(targets.anywhere(targets.anyKeyspace(), select(columns))));
            case GatewayPrimitive work -> throw ErrorCode.VT12001.error("routing work above the shards");
        };
    }

    /** What needs no shard can be evaluated by any. */
    private static SqlTemplate select(List<Projected> columns) {
        return SqlPrinter.template(Select.of(columns.stream()
                .<SelectItem>map(column -> new SelectItem.Item(column.expression(), column.name())).toList()));
    }

    private static Routing changes(Plan plan, List<ShardStatement> statements) {
        return new Routing(plan, statements, Optional.empty());
    }

    RouterOptions options() {
        return options;
    }
}
