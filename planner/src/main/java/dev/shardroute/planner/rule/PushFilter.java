package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Filter;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Predicates;
import dev.shardroute.planner.operator.ProjectedColumns;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.routing.Routings;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SetOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pushes a filter down; a route gets to know the predicates.
 *
 * <pre>
 * Filter       =>   Route (narrowed down)
 *   Route             Filter
 * </pre>
 *
 * Does not fire over a projection that evaluates what the predicates name, or over a subquery whose rows they need; nor over a
 * route that counts its rows, by LIMIT or a window, or unites them, unless they are a derived table.
 */
public final class PushFilter {
    private PushFilter() {}

    /** Tries the rule. */
    public static Rewrite apply(Filter filter, Planning planning) {
        return switch (filter.input()) {
            case Operator.Projection projection -> overProjection(filter, projection, planning);
            case Operator.Route route -> overRoute(filter, route, planning);
            case Operator.SubQuery subquery -> overSubquery(filter, subquery, planning);
            case Filter inner -> merged(filter, inner);
            default -> new Rewrite.Keep("it cannot be under " + filter.input().describe());
        };
    }

    private static Rewrite merged(Filter filter, Filter inner) {
        List<Predicate> predicates = new ArrayList<>(filter.predicates());
        predicates.addAll(inner.predicates());
        return new Rewrite.To(new Filter(inner.input(), predicates), "two filters are one");
    }

    private static Rewrite overRoute(Filter filter, Operator.Route route, Planning planning) {
        if (isOfWhole(route.input())) {
            return new Rewrite.Keep("the shards count rows, or unite them, before it");
        }
        // a row without partner passes a predicate on the other side's tables wherever it is
        List<Predicate> ofOuterTables = filter.predicates().stream().filter(predicate -> isOfOuterTable(
                route.input(), planning.semantics().recursive(predicate.expression()))).toList();
        List<Predicate> others = new ArrayList<>(filter.predicates());
        others.removeAll(Set.copyOf(ofOuterTables));
        Routings.Narrowed narrowed = Routings.add(others, route.routing(), planning);
        List<Predicate> predicates = new ArrayList<>(narrowed.predicates());
        predicates.addAll(ofOuterTables);
        Operator pushed = route
                .over(new Filter(route.input(), predicates, filter.evaluated(), filter.resultColumns()))
                .withRouting(narrowed.routing());
        return new Rewrite.To(pushed, "now " + narrowed.routing().opcode().label());
    }

    /** True where a condition beside the others would leave out rows before they are counted or put together. */
    private static boolean isOfWhole(Operator operator) {
        return switch (operator) {
            case Operator.LimitRows limit -> true;
            case Operator.Window window -> true;
            case Operator.Union union -> true;
            case Operator.Horizon horizon -> horizon.derived().isEmpty() && (horizon.query() instanceof SetOperation
                    || horizon.query().limit() != null || horizon.projection().windowed());
            case Operator.Filter inner -> isOfWhole(inner.input());
            case Operator.Distinct inner -> isOfWhole(inner.input());
            case Operator.Ordering inner -> isOfWhole(inner.input());
            default -> false;
        };
    }

    private static boolean isOfOuterTable(Operator operator, TableSet tables) {
        boolean isHere = operator instanceof Operator.ApplyJoin join && !join.type().isInner()
                && TableIds.of(join.right()).overlaps(tables);
        return isHere || operator.inputs().stream().anyMatch(input -> isOfOuterTable(input, tables));
    }

    private static Rewrite overProjection(Filter filter, Operator.Projection projection, Planning planning) {
        if (projection.derived().isPresent()) {
            return intoDerived(filter, projection, planning);
        }
        boolean needsValues = filter.predicates().stream().anyMatch(predicate -> Nodes.anyMatch(predicate.expression(),
                node -> planning.mustFetch(node) && ProjectedColumns.isEvaluated(projection, (Expression) node)));
        return needsValues
                ? new Rewrite.Keep("the projection evaluates what it filters by")
                : new Rewrite.To(projection.over(filter.over(projection.input())), "below the projection");
    }

    private static Rewrite intoDerived(Filter filter, Operator.Projection projection, Planning planning) {
        Operator filtered = Predicates.add(projection, filter.predicates(), planning);
        return filtered instanceof Operator.Projection
                ? new Rewrite.To(filtered, "into the derived table")
                : new Rewrite.Keep("the derived table evaluates what it filters by");
    }

    private static Rewrite overSubquery(Filter filter, Operator.SubQuery subquery, Planning planning) {
        SemanticTable semantics = planning.semantics();
        Optional<Operator> outer = subquery.outer();
        boolean isOfOuter = outer.isPresent() && filter.predicates().stream().allMatch(predicate -> semantics
                .recursive(predicate.expression()).isSubsetOf(TableIds.of(outer.get())));
        return isOfOuter
                ? new Rewrite.To(subquery.with(Optional.of(filter.over(outer.get())), subquery.subquery()),
                        "into the outer query")
                : new Rewrite.Keep("it needs rows of the subquery");
    }
}
