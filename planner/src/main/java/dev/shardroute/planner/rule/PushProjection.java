package dev.shardroute.planner.rule;

import dev.shardroute.planner.operator.Columns;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.ProjectedColumns;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pushes a projection down, so that the shards evaluate as much as they can.
 *
 * <pre>
 * Projection   =>   Route
 *   Route             Projection
 * </pre>
 *
 * It is pushed under limits likewise, beside the subqueries of a query, into both sides of a join ({@link
 * SplitProjectionOverJoin}), and becomes the columns of a hash join or of a vindex that is read as a table. One that only
 * takes over columns goes.
 *
 * <p>Does not fire while subqueries of its columns have no place yet, for it could then come to stand on the wrong side of a
 * join; nor where a star hides its columns, but under a route or limit.
 */
public final class PushProjection {
    private PushProjection() {}

    /** Tries the rule. */
    public static Rewrite apply(Operator.Projection projection, Planning planning) {
        if (projection.derived().isEmpty() && !ProjectedColumns.isNeeded(projection)) {
            return new Rewrite.To(projection.input(), "it only takes over columns");
        }
        return switch (projection.input()) {
            case Operator.Route route -> under(projection, route, "the shards project");
            case Operator.LimitRows limit -> under(projection, limit, "under the limit");
            case Operator.ApplyJoin join -> intoJoin(projection, join, planning);
            case Operator.HashJoin join -> intoHashJoin(projection, join, planning);
            case Operator.VindexTable vindex -> intoVindex(projection, vindex, planning);
            case Operator.SubQueryContainer container -> intoOuter(projection, container, planning);
            case Operator.SubQuery subquery -> intoOuter(projection, subquery, planning);
            default -> new Rewrite.Keep("it cannot be under " + projection.input().describe());
        };
    }

    private static Rewrite under(Operator.Projection projection, Operator.Unary below, String what) {
        return new Rewrite.To(below.over(projection.over(below.input())), what);
    }

    /** True unless columns have subqueries whose places are still open. */
    private static boolean isMovable(Operator.Projection projection, Planning planning) {
        return planning.hasReached(Stage.SUBQUERY_SETTLING)
                || !(projection.columns() instanceof ProjectionColumns.Known(var columns))
                || columns.stream().noneMatch(PushProjection::hasSubqueries);
    }

    private static boolean hasSubqueries(ProjectionColumn column) {
        return column.source().filter(ProjectionColumn.Subqueries.class::isInstance).isPresent();
    }

    private static Rewrite subqueriesFirst() {
        return new Rewrite.Keep("its subqueries have no place yet");
    }

    private static Rewrite hiddenByStar() {
        return new Rewrite.Keep("a star hides its columns");
    }

    // joins

    private static Rewrite intoJoin(Operator.Projection projection, Operator.ApplyJoin join, Planning planning) {
        if (projection.ofAggregation()) {
            return new Rewrite.Keep("it puts parts of an aggregation together");
        }
        if (!isMovable(projection, planning)) {
            return subqueriesFirst();
        }
        return projection.columns() instanceof ProjectionColumns.Known(var columns)
                ? SplitProjectionOverJoin.apply(projection, columns, join, planning)
                : hiddenByStar();
    }

    private static Rewrite intoHashJoin(Operator.Projection projection, Operator.HashJoin join, Planning planning) {
        if (!isMovable(projection, planning)) {
            return subqueriesFirst();
        }
        if (projection.derived().isPresent()) {
            return new Rewrite.Keep("a hash join is no derived table");
        }
        if (!(projection.columns() instanceof ProjectionColumns.Known(var projected))) {
            return hiddenByStar();
        }
        if (!projected.stream().allMatch(column -> column.eval().equals(column.column()))) {
            return new Rewrite.Keep("a column is evaluated otherwise than it is asked for");
        }
        List<Operator.HashColumn> asked = projected.stream()
                .map(column -> new Operator.HashColumn(column.column(), Operator.HashSide.EITHER)).toList();
        List<Operator.HashColumn> columns = new ArrayList<>(join.columns());
        columns.addAll(asked);
        return expressions(columns, asked.size()).equals(expressions(asked, asked.size()))
                ? new Rewrite.To(join.withColumns(columns), "the join has the columns")
                : new Rewrite.Keep("the join has other columns already");
    }

    private static List<Expression> expressions(List<Operator.HashColumn> columns, int most) {
        return columns.stream().limit(most).map(Operator.HashColumn::expression).toList();
    }

    // vindexes

    private static Rewrite intoVindex(Operator.Projection projection, Operator.VindexTable vindex, Planning planning) {
        if (!isMovable(projection, planning)) {
            return subqueriesFirst();
        }
        if (projection.derived().isPresent()) {
            return new Rewrite.Keep("a vindex is no derived table");
        }
        Operator wider = vindex;
        for (ProjectionColumn column : ProjectedColumns.known(projection)) {
            wider = Columns.add(wider, Items.of(column.eval()), true, false, planning).operator();
        }
        return new Rewrite.To(wider, "the vindex has the columns");
    }

    // subqueries

    private static Rewrite intoOuter(Operator.Projection projection, Operator.SubQueryContainer container,
            Planning planning) {
        if (!isMovable(projection, planning)) {
            return subqueriesFirst();
        }
        if (projection.derived().isPresent()) {
            return new Rewrite.Keep("the conditions of the subqueries belong into the derived table");
        }
        return needsOnly(projection, container.outer(), planning)
                ? new Rewrite.To(new Operator.SubQueryContainer(projection.over(container.outer()), container.inner()),
                        "beside the subqueries")
                : new Rewrite.Keep("it needs more than the outer query");
    }

    private static Rewrite intoOuter(Operator.Projection projection, Operator.SubQuery subquery, Planning planning) {
        if (!planning.hasReached(Stage.SUBQUERY_SETTLING)) {
            return new Rewrite.Keep("the subquery may still move");
        }
        if (projection.derived().isPresent() && subquery.isCorrelated()) {
            return new Rewrite.Keep("the subquery needs columns that the derived table does not have");
        }
        Operator outer = subquery.outer().orElseThrow();
        return needsOnly(projection, outer, planning)
                ? new Rewrite.To(subquery.with(Optional.of(projection.over(outer)), subquery.subquery()),
                        "beside the subquery")
                : new Rewrite.Keep("it needs more than the outer query");
    }

    private static boolean needsOnly(Operator.Projection projection, Operator outer, Planning planning) {
        TableSet tables = TableIds.of(outer);
        return projection.columns() instanceof ProjectionColumns.Known(var columns)
                && columns.stream().allMatch(column -> isTakenOver(column)
                        || planning.semantics().recursive(column.eval()).isSubsetOf(tables));
    }

    private static boolean isTakenOver(ProjectionColumn column) {
        return column.source().filter(ProjectionColumn.InputColumn.class::isInstance).isPresent();
    }
}
