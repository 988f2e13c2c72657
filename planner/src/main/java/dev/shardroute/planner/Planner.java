package dev.shardroute.planner;

import dev.shardroute.planner.plan.Plan;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.vschema.VSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return plan(parser.parse(sql), sql, context);
    }

    /** The plan of a statement that is parsed already; {@code original} is its text. */
    public Plan plan(Statement statement, String original, PlanningContext context) {
        return new StatementPlanner(vschema, options, context, original, Optional.empty()).plan(statement);
    }

    /** {@link #plan(String, PlanningContext)} with the trace of the rules. */
    public Traced trace(String sql, PlanningContext context) {
        List<TraceEvent> trace = new ArrayList<>();
        Plan plan = new StatementPlanner(vschema, options, context, sql, Optional.of(trace::add))
                .plan(parser.parse(sql));
        return new Traced(plan, trace);
    }
}
