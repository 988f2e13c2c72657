package dev.shardroute.planner;

import dev.shardroute.planner.offset.LastInsertId;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Primitive.Route;
import dev.shardroute.planner.plan.RouteOptions;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.normalize.Directives;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.stream.Stream;

/** Plans a query of which all tables are in one unsharded keyspace: it is sent there as it is. */
record UnshardedQuery(SemanticTable semantics) {
    Route route() {
        Query query = NestedUnions.flat(semantics.query());
        Directives directives = Directives.of(query);
        RouteOptions options = new RouteOptions(directives.queryTimeout(), directives.scatterErrorsAsWarnings(),
                LastInsertId.isSetBy(query), false);
        return new Route(RoutingParameters.of(Opcode.UNSHARDED, keyspace()), SqlPrinter.template(query),
                SqlPrinter.fields(query), List.of(), 0, options);
    }

    private KeyspaceRef keyspace() {
        return semantics.unsharded().orElseThrow();
    }

    /** Its tables, each as one of the keyspace; a SELECT without FROM reads DUAL. */
    List<String> tables() {
        Stream<String> named = semantics.tables().stream().filter(TableInfo.Real.class::isInstance)
                .map(table -> ((TableInfo.Real) table).table().name());
        Stream<String> dual = Nodes.anyMatch(semantics.query(), UnshardedQuery::readsDual)
                ? Stream.of(DualQuery.TABLE)
                : Stream.empty();
        return Stream.concat(named, dual).distinct().sorted().map(table -> keyspace().name() + "." + table).toList();
    }

    private static boolean readsDual(Node node) {
        return node instanceof Select select && select.from().isEmpty();
    }
}
