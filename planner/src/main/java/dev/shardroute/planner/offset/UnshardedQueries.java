package dev.shardroute.planner.offset;

import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.RouteOptions;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.normalize.Directives;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Optional;

/** Makes primitives of statements that an unsharded keyspace answers as they are. */
public final class UnshardedQueries {
    private UnshardedQueries() {}

    /** The route of a whole statement, or empty where it must be planned. */
    public static Optional<Primitive> of(SemanticTable semantics) {
        return semantics.unsharded().map(keyspace -> route(RoutingParameters.of(Opcode.UNSHARDED, keyspace),
                semantics.query()));
    }

    private static Primitive route(RoutingParameters parameters, Query query) {
        Directives directives = Directives.of(query);
        RouteOptions options = new RouteOptions(directives.queryTimeout(), directives.scatterErrorsAsWarnings(),
                LastInsertId.isSetBy(query), false);
        return new Primitive.Route(parameters, SqlPrinter.template(query), SqlPrinter.fields(query), List.of(), 0,
                options);
    }
}
