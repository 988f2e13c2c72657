package dev.shardroute.planner;

import dev.shardroute.planner.offset.OffsetPlanner;
import dev.shardroute.planner.offset.PlanBuilder;
import dev.shardroute.planner.offset.TablesUsed;
import dev.shardroute.planner.offset.UnshardedQueries;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.phase.Rewriter;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanType;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.QueryType;
import dev.shardroute.planner.semantics.QueryAnalyzer;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.tree.QueryTree;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.vschema.VSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Plans queries, from beginning to end: bind, make a tree, rewrite it, find the offsets, write it down as primitives. */
final class QueryPlanner {
    private final VSchema vschema;
    private final PlannerOptions options;
    private final PlanningContext context;

    QueryPlanner(VSchema vschema, PlannerOptions options, PlanningContext context) {
        this.vschema = vschema;
        this.options = options;
        this.context = context;
    }

    /** A primitive and the tables it reads. */
    record Planned(Primitive primitive, List<String> tables) {}

    Planner.Traced trace(Query query, String original) {
        List<TraceEvent> trace = new ArrayList<>();
        Planned planned = plan(query, Optional.of(trace::add));
        Plan plan = new Plan(PlanType.of(planned.primitive), QueryType.SELECT, original, planned.primitive,
                planned.tables);
        return new Planner.Traced(plan, trace);
    }

    private Planned plan(Query query, Optional<Consumer<TraceEvent>> trace) {
        SemanticTable semantics = new QueryAnalyzer(vschema, context).analyze(query);
        Optional<Primitive> unsharded = UnshardedQueries.of(semantics);
        if (unsharded.isPresent()) {
            return new Planned(unsharded.get(), TablesUsed.of(semantics));
        }
        semantics.conditions().notUnsharded().ifPresent(error -> {
            throw error;
        });
        Planning planning = new Planning(vschema, context, options, semantics);
        Rewriter rewriter = new Rewriter(planning, trace);
        Operator rewritten = rewriter.run(QueryTree.of(semantics.query(), planning));
        RouteConditions.check(rewritten, semantics.conditions());
        Operator planned = OffsetPlanner.plan(rewritten, SemanticTable.items(semantics.query()), planning);
        return new Planned(PlanBuilder.build(planned, planning, this::lookup), TablesUsed.of(planned));
    }

    /** The plan of the query of a lookup vindex. */
    private Primitive lookup(String sql) {
        return plan((Query) new SqlParser(options.parser()).parse(sql), Optional.empty()).primitive;
    }
}
