package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.vschema.VSchema;

/** Binds the names of a query, and finds out what planning must know of it. For one query. */
@SuppressWarnings("DoNotCallSuggester") // not written yet
public final class QueryAnalyzer {
    private final VSchema vschema;
    private final PlanningContext context;

    /** An analyzer for a session. */
    public QueryAnalyzer(VSchema vschema, PlanningContext context) {
        this.vschema = vschema;
        this.context = context;
    }

    /**
     * The analysis of a query.
     *
     * @throws dev.shardroute.error.ShardrouteException when a name means nothing or several things, or the query is not valid
     */
    public SemanticTable analyze(Query query) {
        throw ErrorCode.VT13001.error("analysis for " + vschema.keyspaces().size() + context);
    }
}
