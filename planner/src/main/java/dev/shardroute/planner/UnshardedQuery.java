package dev.shardroute.planner;

import dev.shardroute.planner.offset.LastInsertId;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Primitive.Route;
import dev.shardroute.planner.plan.RouteOptions;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.normalize.Directives;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

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

    /** Its tables, each as one of the keyspace; a SELECT without tables is one of {@code dual}. */
    List<String> tables() {
        String keyspace = keyspace().name();
        SortedSet<String> tables = new TreeSet<>();
        Nodes.forEach(semantics.query(), node -> {
            if (node instanceof Select select && select.from().isEmpty()) {
                tables.add(keyspace + ".dual");
            }
        });
        for (TableInfo table : semantics.tables()) {
            if (table instanceof TableInfo.Real real) {
                tables.add(keyspace + "." + real.table().name());
            }
        }
        return List.copyOf(tables);
    }
}
