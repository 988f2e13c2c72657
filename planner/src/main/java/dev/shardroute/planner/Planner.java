package dev.shardroute.planner;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.TabletType;
import dev.shardroute.planner.offset.PlanBuilder;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.phase.Rewriter;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.QueryType;
import dev.shardroute.planner.semantics.Analyzer;
import dev.shardroute.planner.semantics.Binder;
import dev.shardroute.planner.semantics.Refusals;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Makes plans for one VSchema. Immutable and thread-safe. */
public final class Planner {
    private final VSchema vschema;
    private final PlannerOptions options;
    private final SqlParser parser;

    /** A planner with the default bounds. */
    public Planner(VSchema vschema) {
        this(vschema, PlannerOptions.DEFAULT);
    }

    /** A planner with these bounds. */
    public Planner(VSchema vschema, PlannerOptions options) {
        this.vschema = vschema;
        this.options = options;
        this.parser = new SqlParser(options.parser());
    }

    /** What it plans for. */
    public VSchema vschema() {
        return vschema;
    }

    /** A plan and how it came about. */
    public record Traced(Plan plan, List<TraceEvent> trace) {
        /** Copies the list. */
        public Traced {
            trace = List.copyOf(trace);
        }
    }

    /**
     * The plan of a statement.
     *
     * @throws dev.shardroute.error.ShardrouteException when the statement is not MySQL, names what is not there, or cannot be
     *         routed with certainty ({@code VT12001})
     */
    public Plan plan(String sql, PlanningContext context) {
        return trace(sql, context).plan();
    }

    /** The plan of a statement that is parsed already; {@code original} is its text. */
    public Plan plan(Statement statement, String original, PlanningContext context) {
        return trace(statement, original, context).plan();
    }

    /** {@link #plan(String, PlanningContext)} with the trace of the rules. */
    public Traced trace(String sql, PlanningContext context) {
        return trace(parser.parse(sql), sql, context);
    }

    private Traced trace(Statement statement, String original, PlanningContext context) {
        Refusals.check(statement);
        checkTarget(statement, context);
        Function<String, KeyspaceRef> keyspaces = name -> new KeyspaceRef(name, vschema.keyspace(name).sharded());
        Analyzer analyzer = new Analyzer(new Binder(vschema, context), keyspaces);
        Operator tree = analyze(analyzer, statement);
        Rewriter rewriter = new Rewriter(keyspaces, options.maxRewrites());
        Operator root = rewriter.run(tree);
        Primitive primitive = PlanBuilder.build(root).orElseThrow(
                () -> ErrorCode.VT12001.error(rewriter.reasonFor(root).orElse(root.describe() + " above the shards")));
        Plan plan =
                new Plan(PlanBuilder.type(primitive), queryType(statement), original, primitive, analyzer.tablesUsed());
        return new Traced(plan, rewriter.trace());
    }

    private static void checkTarget(Statement statement, PlanningContext context) {
        boolean changes = !(statement instanceof Select select) || select.lock() != null;
        if (changes && context.tabletType() != TabletType.PRIMARY) {
            throw ErrorCode.VT09002.error(statement.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    context.tabletType());
        }
    }

    private static Operator analyze(Analyzer analyzer, Statement statement) {
        return switch (statement) {
            case Select select -> analyzer.analyze(select);
            case Insert insert -> analyzer.analyze(insert);
            case Update update -> analyzer.analyze(update);
            case Delete delete -> analyzer.analyze(delete);
            case SetVariables set -> throw sessionStatement("SET");
            case Use use -> throw sessionStatement("USE");
        };
    }

    private static QueryType queryType(Statement statement) {
        return switch (statement) {
            case Select select -> QueryType.SELECT;
            case Insert insert -> insert.replace() ? QueryType.REPLACE : QueryType.INSERT;
            case Update update -> QueryType.UPDATE;
            case Delete delete -> QueryType.DELETE;
            case SetVariables set -> throw sessionStatement("SET");
            case Use use -> throw sessionStatement("USE");
        };
    }

    private static RuntimeException sessionStatement(String verb) {
        return ErrorCode.VT12001.error(verb + " outside of a session");
    }
}
