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
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.normalize.Directives;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.stream.Stream;

/** Plans a query of which all tables are in one unsharded keyspace: it is sent there as it is. */
record UnshardedQuery(SemanticTable semantics) {
    Route route() {
        Query query = Nodes.rewrite(semantics.query(), UnshardedQuery::flat);
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
        Stream<String> named = semantics.tables().stream().filter(TableInfo.Real.class::isInstance)
                .map(TableInfo.Real.class::cast).map(table -> table.table().name());
        boolean readsDual = Nodes.anyMatch(semantics.query(),
                node -> node instanceof Select select && select.from().isEmpty());
        return Stream.concat(named, readsDual ? Stream.of("dual") : Stream.empty())
                .map(name -> keyspace + "." + name).distinct().sorted().toList();
    }

    // UNION

    /** {@code a UNION (b UNION c)} as {@code a UNION b UNION c}: all rows are distinct in the end. */
    private static Node flat(Node node) {
        return node instanceof SetOperation union && union.arms().stream().anyMatch(UnshardedQuery::isUnionOfDistinct)
                ? new SetOperation(union.with(), union.first(), union.arms().stream().flatMap(UnshardedQuery::arms)
                        .toList(), union.orderBy(), union.limit(), union.locks(), union.into())
                : node;
    }

    private static boolean isUnionOfDistinct(Arm arm) {
        return isDistinct(arm) && arm.query() instanceof SetOperation inner && inner.with() == null
                && inner.orderBy().isEmpty() && inner.limit() == null && inner.locks().isEmpty()
                && inner.into() == null && inner.arms().stream().allMatch(UnshardedQuery::isDistinct);
    }

    private static boolean isDistinct(Arm arm) {
        return arm.operator() == SetOperation.Operator.UNION && !arm.all();
    }

    private static Stream<Arm> arms(Arm arm) {
        return isUnionOfDistinct(arm) && arm.query() instanceof SetOperation inner
                ? Stream.concat(Stream.of(new Arm(arm.operator(), false, inner.first())), inner.arms().stream())
                : Stream.of(arm);
    }
}
