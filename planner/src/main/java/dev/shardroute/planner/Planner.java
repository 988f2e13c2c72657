package dev.shardroute.planner;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.TabletType;
import dev.shardroute.planner.offset.PlanBuilder;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.phase.Rewriter;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanType;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.QueryType;
import dev.shardroute.planner.semantics.Analyzer;
import dev.shardroute.planner.semantics.Binder;
import dev.shardroute.planner.semantics.StatementNames;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.PreparedStatement;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TransactionStatement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.VitessStatement;
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
        Function<String, KeyspaceRef> keyspaces = name -> new KeyspaceRef(name, vschema.keyspace(name).sharded());
        Analyzer analyzer = new Analyzer(new Binder(vschema, context), keyspaces);
        Start start = start(analyzer, statement);
        checkTarget(start, context);
        Rewriter rewriter = new Rewriter(keyspaces, options.maxRewrites());
        Operator root = rewriter.run(start.tree);
        Primitive primitive = PlanBuilder.build(root).orElseThrow(
                () -> ErrorCode.VT12001.error(rewriter.reasonFor(root).orElse(root.describe() + " above the shards")));
        Plan plan = new Plan(PlanType.of(primitive), start.type, original, primitive, analyzer.tablesUsed());
        return new Traced(plan, rewriter.trace());
    }

    /** What planning starts from; a statement that locks rows writes. */
    private record Start(QueryType type, boolean writes, Operator tree) {}

    private static void checkTarget(Start start, PlanningContext context) {
        if (start.writes && context.tabletType() != TabletType.PRIMARY) {
            throw ErrorCode.VT09002.error(start.type.name().toLowerCase(Locale.ROOT), context.tabletType());
        }
    }

    private static Start start(Analyzer analyzer, Statement statement) {
        return switch (statement) {
            case Select select -> new Start(QueryType.SELECT, !select.locks().isEmpty(), analyzer.analyze(select));
            case Insert insert -> new Start(insert.replace() ? QueryType.REPLACE : QueryType.INSERT, true,
                    analyzer.analyze(insert));
            case Update update -> new Start(QueryType.UPDATE, true, analyzer.analyze(update));
            case Delete delete -> new Start(QueryType.DELETE, true, analyzer.analyze(delete));
            case SetOperation other -> throw unplanned(other);
            case ValuesRows other -> throw unplanned(other);
            case Show other -> throw unplanned(other);
            case TransactionStatement other -> throw unplanned(other);
            case PreparedStatement other -> throw unplanned(other);
            case Explain other -> throw unplanned(other);
            case Administration other -> throw unplanned(other);
            case VitessStatement other -> throw unplanned(other);
            case CallProcedure other -> throw unplanned(other);
            case Do other -> throw unplanned(other);
            case Ddl other -> throw unplanned(other);
            case CommentOnly other -> throw unplanned(other);
            case SetVariables set -> throw ErrorCode.VT12001.error("SET outside of a session");
            case Use use -> throw ErrorCode.VT12001.error("USE outside of a session");
        };
    }

    private static RuntimeException unplanned(Statement statement) {
        String name = StatementNames.of(statement);
        return ErrorCode.VT12001.error(statement instanceof SetOperation ? name : "the statement " + name);
    }
}
