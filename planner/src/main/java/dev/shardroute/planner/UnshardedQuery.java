package dev.shardroute.planner;

import dev.shardroute.planner.offset.LastInsertId;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Primitive.Route;
import dev.shardroute.planner.plan.RouteOptions;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.normalize.Directives;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;

/** Plans a query of which all tables are in one unsharded keyspace: it is sent there as it is. */
record UnshardedQuery(SemanticTable semantics) {
    Route route() {
        Query query = semantics.query();
        Directives directives = Directives.of(query);
        RouteOptions options = new RouteOptions(directives.queryTimeout(), directives.scatterErrorsAsWarnings(),
                LastInsertId.isSetBy(query), false);
        return new Route(RoutingParameters.of(Opcode.UNSHARDED, keyspace()), SqlPrinter.template(query),
                SqlPrinter.fields(query), List.of(), 0, options);
    }

    private KeyspaceRef keyspace() {
        return semantics.unsharded().orElseThrow();
    }

    /** Its tables, each as one of the keyspace. */
    List<String> tables() {
        String keyspace = keyspace().name();
        return semantics.tables().stream().filter(TableInfo.Real.class::isInstance).map(TableInfo.Real.class::cast)
                .map(table -> keyspace + "." + table.table().name()).distinct().sorted().toList();
    }
}
