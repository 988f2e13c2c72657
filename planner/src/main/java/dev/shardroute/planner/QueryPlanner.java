package dev.shardroute.planner;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.offset.OffsetPlanner;
import dev.shardroute.planner.offset.PlanBuilder;
import dev.shardroute.planner.offset.TablesUsed;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.phase.Rewriter;
import dev.shardroute.planner.phase.Tracer;
import dev.shardroute.planner.plan.GatewayPrimitive.PercentBasedMirror;
import dev.shardroute.planner.plan.GatewayPrimitive.SqlCalcFoundRows;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanType;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.QueryType;
import dev.shardroute.planner.plan.RoutingParameters.SystemTables;
import dev.shardroute.planner.routing.ConjunctiveForm;
import dev.shardroute.planner.semantics.QueryAnalyzer;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.tree.QueryTree;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.function.Functions;
import dev.shardroute.sql.normalize.Normalized;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Plans queries, from beginning to end. First, what only the session knows is taken out of the statement. Then it is one of
 * these, tried in this order:
 *
 * <ul>
 *   <li>a query that needs no shard ({@link DualQuery})
 *   <li>two queries, of which one counts the rows of the other ({@link FoundRows})
 *   <li>a query that one unsharded keyspace answers as it is ({@link UnshardedQuery})
 *   <li>any other: bind its names, make a tree, rewrite it, find the offsets, write it down as primitives; and once more for
 *       the mirrors of its tables ({@link Mirror})
 * </ul>
 */
final class QueryPlanner {
    private final VSchema vschema;
    private final PlannerOptions options;
    private final PlanningContext context;
    private final Optional<Consumer<TraceEvent>> trace;

    /** For one session; {@code trace} is told of every step. */
    QueryPlanner(VSchema vschema, PlannerOptions options, PlanningContext context,
            Optional<Consumer<TraceEvent>> trace) {
        this.vschema = vschema;
        this.options = options;
        this.context = context;
        this.trace = trace;
    }

    /** A primitive and the tables it reads. */
    private record Planned(Primitive primitive, List<String> tables) {}

    /** The plan of a query. */
    Plan plan(Query query, String original) {
        Normalized normalized = SessionValues.takeOut(query, vschema, context);
        Planned planned = whole((Query) normalized.statement());
        return new Plan(PlanType.of(planned.primitive), QueryType.SELECT, original, planned.primitive, planned.tables,
                normalized.needs());
    }

    private Planned whole(Query query) {
        Optional<Primitive> local = DualQuery.of(query, vschema);
        if (local.isPresent()) {
            tell(true, "it reads no table");
            return new Planned(local.get(), DualQuery.tables(vschema, context));
        }
        return FoundRows.of(query, this::isAggregate).map(this::counted)
                .orElseGet(() -> bestOf(FoundRows.without(query)));
    }

    private void tell(boolean fired, String what) {
        trace.ifPresent(sink -> sink.accept(new TraceEvent.Tried("STATEMENT", fired, "the query", what)));
    }

    private boolean isAggregate(Node node) {
        return (node instanceof Expression expression && Functions.isAggregate(expression))
                || (node instanceof Call call && vschema.isAggregateFunction(call.name()));
    }

    private Planned counted(FoundRows queries) {
        tell(true, "its rows are counted by another query");
        Planned rows = bestOf(queries.rows());
        Planned count = bestOf(queries.count());
        return new Planned(new SqlCalcFoundRows(rows.primitive, count.primitive), count.tables);
    }

    // system schemas

    /** A query of system tables whose predicates name no schema may do so in another form. */
    private Planned bestOf(Query query) {
        Planned planned = analyzed(query);
        if (!isOfAnySchema(planned.primitive)) {
            return planned;
        }
        Query other = Nodes.rewrite(query, QueryPlanner::inConjunctiveForm);
        return other.equals(query)
                ? planned
                : tried(other).filter(found -> !isOfAnySchema(found.primitive)).orElse(planned);
    }

    private static Node inConjunctiveForm(Node node) {
        return node instanceof Select select && select.where() != null
                ? select.withWhere(ConjunctiveForm.of(select.where()))
                : node;
    }

    private static boolean isOfAnySchema(Primitive primitive) {
        return primitive instanceof Primitive.Route route && route.routing().opcode() == Opcode.DBA
                && route.routing().systemTables().equals(SystemTables.NONE);
    }

    private Optional<Planned> tried(Query query) {
        tell(true, "its conditions are brought near to an AND of ORs");
        try {
            return Optional.of(analyzed(query));
        } catch (ShardrouteException e) {
            return Optional.empty();
        }
    }

    // binding and rewriting

    private Planned analyzed(Query query) {
        SemanticTable semantics = new QueryAnalyzer(vschema, context).analyze(query);
        if (semantics.unsharded().isPresent()) {
            tell(true, "an unsharded keyspace has all of its tables");
            UnshardedQuery unsharded = new UnshardedQuery(semantics);
            return new Planned(unsharded.route(), unsharded.tables());
        }
        semantics.conditions().notUnsharded().ifPresent(error -> {
            throw error;
        });
        Planning planning = new Planning(vschema, context, options.directedBy(query), semantics);
        Planned answer = rewritten(planning);
        return Mirror.of(semantics, vschema).map(mirror -> mirrored(answer, mirror, planning)).orElse(answer);
    }

    private Planned rewritten(Planning planning) {
        SemanticTable semantics = planning.semantics();
        Operator rewritten =
                new Rewriter(planning, trace.map(Tracer::new)).run(QueryTree.of(semantics.query(), planning));
        RouteConditions.check(rewritten, semantics.conditions());
        Operator planned = OffsetPlanner.plan(rewritten, items(semantics), planning);
        return new Planned(PlanBuilder.build(planned, planning, this::lookup), TablesUsed.of(planned));
    }

    private static List<SelectItem> items(SemanticTable semantics) {
        return semantics.query() instanceof SetOperation union
                ? semantics.columns(union)
                : SemanticTable.items(semantics.query());
    }

    /** The plan of the query of a lookup vindex. */
    private Primitive lookup(String sql) {
        Query query = (Query) new SqlParser(options.parser()).parse(sql);
        return new QueryPlanner(vschema, options, context, Optional.empty()).analyzed(query).primitive;
    }

    /** The answer counts, so what cannot be planned for the mirror is left out. */
    private Planned mirrored(Planned answer, Mirror mirror, Planning planning) {
        tell(true, "it is tried with the mirrors of its tables too");
        try {
            Planned trial = rewritten(planning.mirrored(mirror.semantics()));
            return new Planned(new PercentBasedMirror(answer.primitive, trial.primitive, mirror.percent()),
                    Stream.of(answer.tables, trial.tables).flatMap(List::stream).distinct().sorted().toList());
        } catch (ShardrouteException e) {
            tell(false, "no mirror: " + e.getMessage());
            return answer;
        }
    }
}
