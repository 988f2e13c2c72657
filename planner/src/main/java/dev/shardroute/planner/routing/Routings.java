package dev.shardroute.planner.routing;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.QueryTable;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.operator.Routing.Sharded;
import dev.shardroute.planner.operator.Routing.VindexOption;
import dev.shardroute.planner.operator.Routing.VindexOptions;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.plan.RoutingParameters.SystemTables;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What predicates make of the shards that a route goes to. */
public final class Routings {
    private Routings() {}

    /**
     * What predicates have made of a routing.
     *
     * @param routing    the routing
     * @param predicates what the shards are to check: each of the predicates, or what stands for it where variables must be
     *                   in it
     */
    public record Narrowed(Routing routing, List<Predicate> predicates) {
        /** Copies the list. */
        public Narrowed {
            predicates = List.copyOf(predicates);
        }
    }

    /** The route of a table and its predicates. */
    public static Operator.Route route(QueryTable table, Planning planning) {
        return TableRoutes.route(table, planning);
    }

    /** The routing for rows for which predicates hold too. */
    public static Narrowed add(List<Predicate> predicates, Routing routing, Planning planning) {
        Routing narrowed = routing;
        List<Predicate> checked = new ArrayList<>(predicates.size());
        for (Predicate predicate : predicates) {
            Step step = step(predicate, narrowed, planning);
            narrowed = step.routing;
            checked.add(step.predicate);
        }
        return new Narrowed(narrowed instanceof Sharded sharded ? seen(sharded, predicates) : narrowed, checked);
    }

    private static Sharded seen(Sharded routing, List<Predicate> predicates) {
        List<Predicate> seen = new ArrayList<>(routing.seen());
        seen.addAll(predicates);
        return routing.withSeen(seen);
    }

    /** What one predicate has made of a routing, and what the shards are to check; the routing has not noted it yet. */
    record Step(Routing routing, Predicate predicate) {}

    private static Step step(Predicate predicate, Routing routing, Planning planning) {
        if (isNeverTrue(predicate.expression(), planning)) {
            return new Step(new Routing.None(keyspace(routing, planning)), predicate);
        }
        return switch (routing) {
            case Sharded sharded ->
                    new Step(VindexSearch.narrow(sharded, predicate.expression(), planning), predicate);
            case Routing.InfoSchema system -> SystemTablePredicates.add(predicate, system, planning);
            case Routing.AnyShard same -> new Step(same, predicate);
            case Routing.Dual same -> new Step(same, predicate);
            case Routing.None same -> new Step(same, predicate);
            case Routing.Sequence same -> new Step(same, predicate);
            case Routing.Targeted same -> new Step(same, predicate);
        };
    }

    /** True for a predicate that is false or NULL for all rows, be it without being evaluated: {@code a = null}. */
    private static boolean isNeverTrue(Expression predicate, Planning planning) {
        return switch (predicate) {
            case Comparison(var operator, var left, var right) when isNull(left) || isNull(right) ->
                    operator != ComparisonOperator.NULL_SAFE_EQUAL;
            // nothing is in the result of a query without rows, not even NULL
            case In(var not, var left, Subquery query) when not -> false;
            case In(var not, var left, var right) when isNull(left) -> true;
            case In(var not, var left, Tuple(var members)) when not -> members.stream().anyMatch(Routings::isNull);
            case In(var not, var left, Tuple(var members)) when members.stream().allMatch(Routings::isNull) -> true;
            case Like like when isNull(like.left()) || isNull(like.pattern()) -> true;
            case Regexp regexp when isNull(regexp.left()) || isNull(regexp.pattern()) -> true;
            default -> planning.constantTruth(predicate).filter(truth -> !truth).isPresent();
        };
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Null;
    }

    private static KeyspaceRef keyspace(Routing routing, Planning planning) {
        KeyspaceRef keyspace = routing.keyspace();
        return keyspace == null ? planning.anyKeyspace() : keyspace;
    }

    /** The routing found again from the predicates that were seen. */
    public static Routing reset(Routing routing, Planning planning) {
        if (!(routing instanceof Sharded sharded)) {
            return routing;
        }
        List<VindexOptions> unused = sharded.vindexes().stream()
                .map(vindex -> new VindexOptions(vindex.table(), vindex.vindex(), List.of())).toList();
        Optional<VindexOption> pin = sharded.selected().filter(option -> option.predicates().isEmpty());
        Routing start = new Sharded(sharded.keyspace(), unused, pin,
                pin.map(VindexOption::opcode).orElse(Opcode.SCATTER), List.of());
        return add(sharded.seen(), start, planning).routing();
    }

    /** The routing for the plan. */
    public static RoutingParameters parameters(Routing routing, Planning planning) {
        return switch (routing) {
            case Sharded sharded -> sharded.selected().map(option -> parameters(sharded, option))
                    .orElseGet(() -> RoutingParameters.of(sharded.opcode(), sharded.keyspace()));
            case Routing.AnyShard any -> RoutingParameters.of(any.opcode(), any.keyspace());
            case Routing.Dual dual -> RoutingParameters.of(Opcode.REFERENCE, planning.anyKeyspace());
            case Routing.None(var keyspace) -> RoutingParameters.of(Opcode.NONE, keyspace);
            case Routing.Sequence(var keyspace) -> RoutingParameters.of(Opcode.NEXT, keyspace);
            case Routing.Targeted(var keyspace, var destination) -> RoutingParameters.to(destination, keyspace);
            case Routing.InfoSchema(var schemas, var tables) ->
                    RoutingParameters.of(new SystemTables(schemas, tables), planning.anyKeyspace());
        };
    }

    private static RoutingParameters parameters(Sharded routing, VindexOption option) {
        List<ValueExpr> values = new ArrayList<>(option.values().size());
        for (ValueExpr value : option.values()) {
            if (value != null) {
                values.add(value);
            }
        }
        return new RoutingParameters(routing.opcode(), routing.keyspace(), Optional.of(option.vindex()), values);
    }
}
