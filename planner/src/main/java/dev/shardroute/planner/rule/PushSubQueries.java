package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.BindVariable;
import dev.shardroute.planner.operator.JoinColumns;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.ApplyJoin;
import dev.shardroute.planner.operator.Operator.Route;
import dev.shardroute.planner.operator.Operator.SubQuery;
import dev.shardroute.planner.operator.Operator.SubQueryContainer;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.operator.SubQueryUse;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the shards run subqueries as a part of the query around them; where that cannot be, brings them to the side of a join
 * that they are about.
 *
 * <pre>
 * SubQueryContainer   =>   Route            or   ApplyJoin
 *   Route                    Filter                SubQueryContainer
 *   SubQuery                                         Route
 *     Route                                          SubQuery
 *                                                      Route
 *                                                  Route
 * </pre>
 *
 * Does not fire before initial planning. A subquery that needs no row of the outer query does not go to the right side of a
 * join, where it would run for each row of the left one; none goes to the right side of an outer join.
 */
public final class PushSubQueries {
    private PushSubQueries() {}

    /** Tries the rule. */
    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object
    public static Rewrite apply(SubQueryContainer container, Planning planning) {
        if (!planning.hasReached(Stage.INITIAL_PLANNING)) {
            return new Rewrite.Keep("the routes may still change");
        }
        Operator outer = container.outer();
        List<SubQuery> left = new ArrayList<>();
        for (SubQuery subquery : container.inner()) {
            Optional<Operator> pushed = push(subquery, outer, planning);
            if (pushed.isEmpty()) {
                left.add(subquery);
                outer = withLeftColumns(outer, subquery, planning);
            }
            outer = pushed.orElse(outer);
        }
        if (outer == container.outer()) {
            return new Rewrite.Keep("no subquery can be a part of the outer query");
        }
        return new Rewrite.To(left.isEmpty() ? outer : new SubQueryContainer(outer, left),
                container.inner().size() - left.size() + " subqueries merged or further down");
    }

    private static Optional<Operator> push(SubQuery subquery, Operator outer, Planning planning) {
        return switch (outer) {
            case Route route -> merge(subquery, route, planning).map(merged -> merged);
            case ApplyJoin join when isMovable(subquery, join) -> mergeWithRight(subquery, join, planning)
                    .or(() -> intoJoin(subquery, withLeftColumns(join, subquery, planning), planning))
                    .map(pushed -> pushed);
            default -> Optional.empty();
        };
    }

    /** What has a variable for a subquery must get to the same side of a join as the subquery. */
    private static boolean isMovable(SubQuery subquery, ApplyJoin join) {
        return switch (subquery.role()) {
            case PREDICATE, PART_OF_PREDICATE -> true;
            case VALUE -> join.type().isInner();
            case COMPANION -> false;
        };
    }

    private static Optional<Route> merge(SubQuery subquery, Route outer, Planning planning) {
        Optional<SubQueryMerge.Merged> merged = SubQueryMerge.of(subquery, outer, planning);
        merged.ifPresent(done -> done.values().forEach(planning::merge));
        return merged.map(SubQueryMerge.Merged::route);
    }

    // joins

    private static Optional<ApplyJoin> intoJoin(SubQuery subquery, ApplyJoin join, Planning planning) {
        if (subquery.subquery() instanceof Operator.Projection) {
            // once it is pushed down the subquery may be a route
            return Optional.empty();
        }
        TableSet left = TableIds.of(join.left());
        TableSet right = TableIds.of(join.right());
        if (subquery.needed().isSubsetOf(left)) {
            return Optional.of(join.over(with(join.left(), subquery), join.right()));
        }
        if (!join.type().isInner() || !subquery.isCorrelated()) {
            return Optional.empty();
        }
        if (subquery.needed().isSubsetOf(right)) {
            return Optional.of(join.over(join.left(), with(join.right(), subquery)));
        }
        if (!subquery.needed().isSubsetOf(left.union(right))) {
            return Optional.empty();
        }
        OnRight shifted = OnRight.of(subquery, left, planning);
        return Optional.of(withExtra(join, shifted.fetched).over(join.left(), with(join.right(), shifted.subquery)));
    }

    private static Optional<ApplyJoin> mergeWithRight(SubQuery subquery, ApplyJoin join, Planning planning) {
        if (!join.type().isInner() || !(join.right() instanceof Route right)) {
            return Optional.empty();
        }
        if (subquery.role().isVariable()) {
            // the expression with it is split over the join later: what the left side can evaluate goes there
            return subquery.needed().isSubsetOf(TableIds.of(join.left()))
                    ? Optional.empty()
                    : merge(subquery, right, planning).map(merged -> join.over(join.left(), merged));
        }
        OnRight shifted = OnRight.of(subquery, TableIds.of(join.left()), planning);
        return merge(shifted.subquery, right, planning)
                .map(merged -> withExtra(join, shifted.fetched).over(join.left(), merged));
    }

    /**
     * A join whose right side is a route gets the columns of a single table on the left that the expression of a subquery has,
     * even where the two are not merged: so do Vitess's plans.
     */
    private static Operator withLeftColumns(Operator outer, SubQuery subquery, Planning planning) {
        return outer instanceof ApplyJoin join ? withLeftColumns(join, subquery, planning) : outer;
    }

    private static ApplyJoin withLeftColumns(ApplyJoin join, SubQuery subquery, Planning planning) {
        if (!join.type().isInner() || !(join.right() instanceof Route) || !(subquery.subquery() instanceof Route)) {
            return join;
        }
        TableSet left = TableIds.of(join.left());
        List<BindVariable> columns = new ArrayList<>();
        Nodes.forEach(subquery.original(), node -> {
            if (node instanceof BoundColumn column && planning.semantics().recursive(column).equals(left)) {
                columns.add(new BindVariable(planning.argumentFor(column), column));
            }
        });
        return withExtra(join, columns);
    }

    private static Operator with(Operator operator, SubQuery subquery) {
        if (!(operator instanceof SubQueryContainer container)) {
            return new SubQueryContainer(operator, List.of(subquery));
        }
        List<SubQuery> more = new ArrayList<>(container.inner());
        more.add(subquery);
        return new SubQueryContainer(container.outer(), more);
    }

    private static ApplyJoin withExtra(ApplyJoin join, List<BindVariable> fetched) {
        List<BindVariable> extra = new ArrayList<>(join.extra());
        for (BindVariable variable : fetched) {
            boolean isKnown = extra.contains(variable)
                    || join.predicates().stream().anyMatch(predicate -> predicate.left().contains(variable));
            if (!isKnown) {
                extra.add(variable);
            }
        }
        return extra.size() == join.extra().size() ? join : join.withExtra(extra);
    }

    /**
     * A subquery on the right side of a join, with variables for columns of the left side.
     *
     * @param subquery the subquery
     * @param fetched  the variables
     */
    private record OnRight(SubQuery subquery, List<BindVariable> fetched) {
        static OnRight of(SubQuery subquery, TableSet left, Planning planning) {
            List<BindVariable> fetched = new ArrayList<>();
            SubQueryUse use = subquery.use();
            Expression original = JoinColumns.split(subquery.original(), left, fetched, planning);
            Query query = JoinColumns.split(use.query(), left, fetched, planning);
            SubQueryUse shifted = new SubQueryUse(use.opcode(),
                    JoinColumns.split(use.expression(), left, fetched, planning), query,
                    use.equal().map(equal -> JoinColumns.split(equal, left, fetched, planning)));
            List<Expression> predicates = subquery.predicates().stream()
                    .map(predicate -> JoinColumns.split(predicate, left, fetched, planning)).toList();
            List<BindVariable> extra = new ArrayList<>();
            for (BindVariable variable : subquery.extra()) {
                TableSet tables = planning.semantics().direct(variable.expression());
                boolean isLeft = tables.isSubsetOf(left);
                if (!isLeft && tables.overlaps(left)) {
                    throw ErrorCode.VT12001.error("a subquery that needs an aggregate over both sides of a join");
                }
                (isLeft ? fetched : extra).add(variable);
            }
            SubQuery moved = new SubQuery(subquery.outer(), subquery.subquery(), shifted, subquery.role(), original,
                    predicates, extra, subquery.argument(), subquery.hasRows(), subquery.needed().minus(left),
                    Map.of());
            return new OnRight(moved, fetched.stream().distinct().toList());
        }
    }
}
