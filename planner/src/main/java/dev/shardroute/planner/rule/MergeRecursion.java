package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Columns;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.RecurseCte;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.routing.Merging;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.tree.RecursionTree;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Lets the shards do a whole recursion.
 *
 * <pre>
 * RecurseCte   =>   Route
 *   Route             Projection
 *   Route               RecurseCte
 * </pre>
 *
 * Several shards can do it when the step reads nothing but the rows of the step before, or what each shard has the same:
 * then each goes on from its own rows. Rows of several shards may be equal, so that a Distinct stays above a UNION of
 * distinct rows. Does not fire when a step on one shard may need rows of another, when a LIMIT counts rows of several shards,
 * nor once the recursion is taken apart.
 */
public final class MergeRecursion {
    private MergeRecursion() {}

    /** Tries the rule. */
    public static Rewrite apply(RecurseCte recursion, Planning planning) {
        if (recursion.apart()) {
            return new Rewrite.Keep("the gateway runs the steps");
        }
        Optional<Merging.Sides> sides = Merging.sides(recursion.left(), recursion.right());
        Optional<Routing> routing = sides.flatMap(both -> routing(both, planning))
                .filter(one -> !RecursionTree.isLimited(recursion.table()) || isOneShard(one));
        if (routing.isEmpty()) {
            return new Rewrite.Keep("the queries cannot be one route");
        }
        Operator.Route left = sides.get().left();
        Operator.Route right = sides.get().right();
        int width = recursion.table().columns().size();
        Operator whole = withColumns(recursion.over(narrowed(left.input(), width, planning),
                narrowed(right.input(), width, planning)));
        Operator.Route route = new Operator.Route(whole, routing.get().withoutAlternates()).withMerged(List.of(right));
        return new Rewrite.To(recursion.distinct() && !route.routing().isSingleShard()
                ? new Operator.Distinct(route, true, true, List.of(), 0)
                : route, "the shards run the steps");
    }

    private static Optional<Routing> routing(Merging.Sides sides, Planning planning) {
        Routing seed = sides.left().routing();
        Routing step = sides.right().routing();
        if (step instanceof Routing.Dual) {
            return Optional.of(seed);
        }
        boolean isSeedEverywhere = seed instanceof Routing.Dual
                || (seed instanceof Routing.AnyShard && sides.sameKeyspace());
        if (isSeedEverywhere) {
            return step.isSingleShard() ? Optional.of(step) : Optional.empty();
        }
        boolean isStepEverywhere = step instanceof Routing.AnyShard && sides.sameKeyspace();
        boolean isTogether = seed.opcode() == Opcode.EQUAL_UNIQUE && Merging.areTogether(sides, List.of(), planning);
        return isStepEverywhere || isTogether ? Optional.of(seed) : Optional.empty();
    }

    /** Shards that have the same rows need not give the same first ones. */
    private static boolean isOneShard(Routing routing) {
        return routing.isSingleShard() && !(routing instanceof Routing.AnyShard);
    }

    /** The rows without the columns that a query has for its order only: those of both queries are alike. */
    private static Operator narrowed(Operator rows, int width, Planning planning) {
        if (width == 0 || Columns.items(rows, planning).size() <= width) {
            return rows;
        }
        List<ProjectionColumn> columns =
                Columns.list(rows, planning).stream().limit(width).map(ProjectionColumn::of).toList();
        return new Operator.Projection(rows, new ProjectionColumns.Known(columns), Optional.empty());
    }

    /** The columns by the names that the queries around know. */
    private static Operator withColumns(RecurseCte recursion) {
        TableInfo.Recursive table = recursion.table();
        if (table.columns().isEmpty()) {
            return recursion;
        }
        List<ProjectionColumn> columns = table.columns().stream().map(name -> ProjectionColumn.of(Items.of(
                new BoundColumn(new Column(TableName.of(table.name()), name), table.number())))).toList();
        return new Operator.Projection(recursion, new ProjectionColumns.Known(columns), Optional.empty());
    }
}
