package dev.shardroute.planner.routing;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Route;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.QueryTable;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.operator.Routing.AnyShard;
import dev.shardroute.planner.operator.Routing.InfoSchema;
import dev.shardroute.planner.operator.Routing.Sharded;
import dev.shardroute.planner.operator.Routing.VindexOption;
import dev.shardroute.planner.operator.Routing.VindexOptions;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.IndexHint;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Capability;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vindex.VindexRegistry;
import dev.shardroute.vschema.ColumnVindex;
import dev.shardroute.vschema.QualifiedName;
import dev.shardroute.vschema.Table;
import dev.shardroute.vschema.TableType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routes of single tables. */
final class TableRoutes {
    private TableRoutes() {}

    /** The route of a table and its predicates. */
    static Route route(QueryTable table, Planning planning) {
        if (table.info().system()) {
            return narrowed(table, InfoSchema.ANY, planning);
        }
        QueryTable named = new QueryTable(underItsName(table.info(), table.info().table()), table.predicates());
        Route route = narrowed(named, routing(named.info(), planning), planning);
        return switch (route.routing()) {
            case Sharded sharded when sharded.opcode() == Opcode.SCATTER && !table.predicates().isEmpty() ->
                    improved(named, sharded, planning);
            case AnyShard any -> route.withRouting(new AnyShard(any.keyspace(), alternates(named, planning)));
            default -> route;
        };
    }

    private static Route narrowed(QueryTable table, Routing start, Planning planning) {
        Routings.Narrowed narrowed = Routings.add(table.predicates(), start, planning);
        return new Route(new Operator.Table(new QueryTable(table.info(), narrowed.predicates())), narrowed.routing());
    }

    // where tables are

    private static Routing routing(TableInfo.Real info, Planning planning) {
        Table table = info.table();
        if (info.isDual()) {
            return new Routing.Dual();
        }
        KeyspaceRef keyspace = planning.keyspace(table.keyspace());
        return switch (table.type()) {
            case SEQUENCE -> new Routing.Sequence(keyspace);
            case REFERENCE -> new AnyShard(keyspace, Map.of());
            case ORDINARY -> keyspace.sharded() ? sharded(info, keyspace) : new AnyShard(keyspace, Map.of());
        };
    }

    private static Sharded sharded(TableInfo.Real info, KeyspaceRef keyspace) {
        List<VindexOptions> vindexes = info.table().routingVindexes().stream()
                .filter(vindex -> !vindex.vindex().has(Capability.BACKFILLING) && isAllowed(vindex, info.hint()))
                .map(vindex -> new VindexOptions(info.number(), vindex, List.of())).toList();
        Sharded scatter = new Sharded(keyspace, vindexes, Optional.empty(), Opcode.SCATTER, List.of());
        return info.table().pinned().map(id -> scatter.select(pin(Value.of(Type.VARCHAR, id.bytes())))).orElse(scatter);
    }

    private static boolean isAllowed(ColumnVindex vindex, Optional<IndexHint> hint) {
        return hint.map(which -> switch (which.action()) {
            case USE_VINDEX -> isNamed(vindex, which);
            case IGNORE_VINDEX -> !isNamed(vindex, which);
            case USE, IGNORE, FORCE -> true;
        }).orElse(true);
    }

    private static boolean isNamed(ColumnVindex vindex, IndexHint hint) {
        return hint.names().stream().anyMatch(vindex.name()::equalsIgnoreCase);
    }

    /** Where all rows of a pinned table are: the value is the keyspace id. */
    private static VindexOption pin(Value id) {
        Vindex vindex = VindexRegistry.standard().create("binary", "binary", Map.of());
        ValueExpr value = ValueExpr.Constant.of(id);
        return new VindexOption(vindex, List.of(value), List.of(), List.of(), Opcode.EQUAL_UNIQUE, 0, false, true);
    }

    // better predicates

    /**
     * The route to all shards, made better where that is possible: by predicates without OR above AND, and then by lists in
     * the place of ORs.
     */
    private static Route improved(QueryTable table, Sharded scatter, Planning planning) {
        List<Predicate> predicates = table.predicates().stream().flatMap(predicate -> Expressions
                .conjuncts(ConjunctiveForm.of(predicate.expression())).stream()
                .map(conjunct -> new Predicate(conjunct, predicate.join()))).toList();
        Routing routing = Routings.add(predicates, scatter.withSeen(List.of()), planning).routing();
        for (Predicate predicate : predicates) {
            Optional<Expression> rows = isScatter(routing) ? OrsToRows.of(predicate.expression()) : Optional.empty();
            if (rows.isPresent()) {
                routing = Routings.add(List.of(Predicate.of(rows.get())), routing, planning).routing();
            }
        }
        return new Route(new Operator.Table(new QueryTable(table.info(), predicates)), routing);
    }

    private static boolean isScatter(Routing routing) {
        return routing.opcode() == Opcode.SCATTER;
    }

    // the same table in other keyspaces

    private static Map<String, Route> alternates(QueryTable table, Planning planning) {
        Map<String, Route> routes = new LinkedHashMap<>();
        Table original = table.info().table();
        if (original.type() == TableType.SEQUENCE) {
            return routes;
        }
        planning.vschema().referencesOf(original).forEach((keyspace, copy) -> routes.put(keyspace,
                alternate(table, QualifiedName.of(keyspace, copy.name()), planning)));
        original.source().ifPresent(source -> {
            Route route = alternate(table, source, planning);
            KeyspaceRef keyspace = route.routing().keyspace();
            if (keyspace != null) {
                routes.put(keyspace.name(), route);
            }
        });
        return routes;
    }

    private static Route alternate(QueryTable table, QualifiedName name, Planning planning) {
        Table other = planning.vschema().findRoutedTable(name.keyspace(), name.name(), planning.context().tabletType());
        TableInfo.Real info = underItsName(table.info(), other);
        return narrowed(new QueryTable(info, table.predicates()), routing(info, planning), planning);
    }

    /** The table under the name that its keyspace has for it; what the statement calls it becomes the alias. */
    private static TableInfo.Real underItsName(TableInfo.Real info, Table table) {
        TableExpression.Table written = info.written();
        String name = written.name().name();
        if (!info.isDual() && !table.name().equals(name)) {
            String alias = written.alias() == null ? name : written.alias();
            written = new TableExpression.Table(new TableName(written.name().qualifier(), table.name()),
                    written.partitions(), alias, written.hints());
        }
        return new TableInfo.Real(info.number(), info.name(), written, table, info.system(), info.hint(),
                info.mirror());
    }
}
