package dev.shardroute.planner.offset;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.KeyColumn;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.RouteOptions;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.plan.RoutingParameters.SystemTables;
import dev.shardroute.planner.plan.SortColumn;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.normalize.Directives;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.vindex.LookupPlannable;
import dev.shardroute.vschema.TableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes primitives of routes. */
final class RoutePrimitives {
    private final Planning planning;
    private final Function<String, Primitive> lookups;
    private final boolean setsLastInsertId;

    RoutePrimitives(Planning planning, Function<String, Primitive> lookups, boolean setsLastInsertId) {
        this.planning = planning;
        this.lookups = lookups;
        this.setsLastInsertId = setsLastInsertId;
    }

    /** A route, or a lookup and a route to the shards that it finds. */
    Primitive of(Operator.Route route) {
        Query query = ShardQueries.of(route, planning);
        RoutingParameters parameters = parameters(route.routing());
        return parameters.vindex().orElse(null) instanceof LookupPlannable lookup
                ? new GatewayPrimitive.VindexLookup(parameters, lookups.apply(lookup.query()),
                        primitive(route, RoutingParameters.of(Opcode.BY_DESTINATION, parameters.keyspace()), query))
                : primitive(route, parameters, query);
    }

    private Primitive.Route primitive(Operator.Route route, RoutingParameters parameters, Query query) {
        List<SortColumn> order = route.ordering().stream().map(key -> new SortColumn(
                KeyColumn.of(key.column(), key.weightString(), planning.semantics().keyType(key.expression())),
                key.descending())).toList();
        Query fields = planning.semantics().signature().subqueries() ? FieldNames.of(query) : query;
        return new Primitive.Route(parameters, SqlPrinter.template(query), SqlPrinter.fields(fields), order,
                route.resultColumns(), options(route));
    }

    private RouteOptions options(Operator.Route route) {
        Directives directives = Directives.of(route.comments());
        boolean neverEmpty = route.routing() instanceof Routing.Sharded && isOnEachShard(route.input());
        return new RouteOptions(directives.queryTimeout(), directives.scatterErrorsAsWarnings(), setsLastInsertId,
                neverEmpty);
    }

    /** True when a subquery alone tells the shard: each shard has the rows, and none need have those of the subquery. */
    private static boolean isOnEachShard(Operator operator) {
        return switch (operator) {
            case Operator.Table(var table) ->
                    table.info().isDual() || table.info().table().type() == TableType.REFERENCE;
            case Operator.VindexTable vindex -> false;
            default -> operator.inputs().stream().allMatch(RoutePrimitives::isOnEachShard);
        };
    }

    private RoutingParameters parameters(Routing routing) {
        return switch (routing) {
            case Routing.Sharded sharded -> sharded(sharded);
            case Routing.Targeted(var keyspace, var destination) -> RoutingParameters.to(destination, keyspace);
            case Routing.InfoSchema(var schemas, var tables) ->
                    RoutingParameters.of(new SystemTables(schemas, tables), planning.anyKeyspace());
            case Routing.Sequence(var keyspace) -> RoutingParameters.of(Opcode.NEXT, keyspace);
            case Routing.None none -> RoutingParameters.of(Opcode.NONE, none.keyspace());
            case Routing.AnyShard any -> RoutingParameters.of(any.opcode(), any.keyspace());
            case Routing.Dual dual -> RoutingParameters.of(dual.opcode(), planning.anyKeyspace());
        };
    }

    private static RoutingParameters sharded(Routing.Sharded sharded) {
        KeyspaceRef keyspace = sharded.keyspace();
        return sharded.selected()
                .map(option -> new RoutingParameters(sharded.opcode(), keyspace, Optional.of(option.vindex()),
                        known(option.values())))
                .orElseGet(() -> RoutingParameters.of(sharded.opcode(), keyspace));
    }

    /** The values of the first columns of the vindex, as many as are known. */
    private static List<ValueExpr> known(List<@Nullable ValueExpr> values) {
        List<ValueExpr> known = new ArrayList<>();
        for (ValueExpr value : values) {
            if (value == null) {
                break;
            }
            known.add(value);
        }
        return known;
    }
}
