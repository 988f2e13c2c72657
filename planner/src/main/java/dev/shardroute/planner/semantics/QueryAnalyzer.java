package dev.shardroute.planner.semantics;

import dev.shardroute.planner.PlanningContext;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.Select.Option;
import dev.shardroute.vschema.VSchema;

/** Binds the names of a query, and finds out what planning must know of it. For one query. */
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
        Analysis analysis = new Analysis(vschema, context);
        TableFinder finder = new TableFinder(vschema, context, analysis);
        Query expanded = new ViewExpansion(finder, analysis.inlining()).expand(withoutUselessOption(query));
        return UnshardedStatement.of(expanded, vschema, context)
                .orElseGet(() -> bound(expanded, new QueryBinder(analysis, finder), analysis));
    }

    /** Without LIMIT, all rows are found and counted anyway. */
    private static Query withoutUselessOption(Query query) {
        if (query instanceof Select select && select.limit() == null
                && select.options().contains(Option.SQL_CALC_FOUND_ROWS)) {
            return select.withOptions(select.options().stream()
                    .filter(option -> option != Option.SQL_CALC_FOUND_ROWS).toList());
        }
        return query;
    }

    private static SemanticTable bound(Query query, QueryBinder binder, Analysis analysis) {
        return analysis.result(binder.bind(query, null, CommonTables.NONE, QueryBinder.Place.STATEMENT).query());
    }
}
