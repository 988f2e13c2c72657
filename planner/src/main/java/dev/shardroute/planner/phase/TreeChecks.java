package dev.shardroute.planner.phase;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.operator.Columns;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Stage;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.phase.UsedExpressions.Used;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.Optional;

/**
 * What must hold of a tree after each rewrite and after each phase. For {@code assert}: each check gives true, or an {@link
 * AssertionError} that tells what is wrong.
 */
final class TreeChecks {
    private TreeChecks() {}

    // after a rewrite

    /**
     * Checks that the columns of an operator are still there, by name and order; there may be more behind them. Joins know
     * expressions and no names; what has neither alias nor column for a name may have any. Nothing is checked where stars hide
     * the columns, where there are none yet, and of tables, which give columns as these are asked for.
     */
    static boolean afterRewrite(Operator before, Operator after, Planning planning) {
        if (isTable(before) || givesByExpression(after)) {
            return true;
        }
        List<SelectItem.Item> asked = items(before, planning);
        List<SelectItem.Item> given = asked.isEmpty() ? List.of() : items(after, planning);
        for (int i = 0; i < asked.size() && !given.isEmpty(); i++) {
            if (i >= given.size() || !(before instanceof Operator.Aggregator || isKept(asked.get(i), given.get(i)))) {
                throw new AssertionError(planning.stage() + ": rewriting " + before.describe()
                        + " has made of its columns " + print(asked) + " these: " + print(given));
            }
        }
        return true;
    }

    /** True for what others look for their columns in, whatever the order. */
    private static boolean givesByExpression(Operator operator) {
        return operator instanceof Operator.VindexTable;
    }

    private static boolean isTable(Operator operator) {
        return switch (operator) {
            case Operator.Horizon horizon -> horizon.derived().isPresent();
            case Operator.Projection projection -> projection.derived().isPresent();
            case Operator.Aggregator aggregator -> aggregator.derived().isPresent();
            case Operator.RecurseCte recursion -> true;
            default -> false;
        };
    }

    private static boolean isKept(SelectItem.Item asked, SelectItem.Item given) {
        return !isNamed(asked) || !isNamed(given) || Items.name(asked).equalsIgnoreCase(Items.name(given))
                || asked.expression().equals(given.expression());
    }

    private static boolean isNamed(SelectItem.Item item) {
        return item.alias() != null || item.expression() instanceof BoundColumn;
    }

    private static String print(List<SelectItem.Item> items) {
        return items.stream().map(SqlPrinter::print).toList().toString();
    }

    /** The columns of an operator, none where they are not known. */
    private static List<SelectItem.Item> items(Operator operator, Planning planning) {
        if (!hasColumns(operator)) {
            return List.of();
        }
        try {
            return Columns.list(operator, planning);
        } catch (ShardrouteException e) {
            if (e.code() == ErrorCode.VT09015) {
                return List.of();
            }
            throw e;
        }
    }

    /** True unless it works on tables or joins that are not asked for columns yet. */
    private static boolean hasColumns(Operator operator) {
        return switch (operator) {
            case Operator.QueryGraph graph -> false;
            case Operator.Join join -> false;
            case Operator.Table table -> false;
            case Operator.Horizon horizon -> true;
            case Operator.Projection projection -> true;
            case Operator.Aggregator aggregator -> true;
            case Operator.ApplyJoin join -> true;
            case Operator.HashJoin join -> true;
            case Operator.VindexTable vindex -> true;
            case Operator.Union union -> union.sources().stream().allMatch(TreeChecks::hasColumns);
            case Operator.RecurseCte recursion -> hasColumns(recursion.left());
            case Operator.SubQueryContainer container -> hasColumns(container.outer());
            case Operator.SubQuery subquery -> subquery.outer().filter(TreeChecks::hasColumns).isPresent();
            case Operator.Route route -> hasColumns(route.input());
            case Operator.Filter filter -> hasColumns(filter.input());
            case Operator.Ordering ordering -> hasColumns(ordering.input());
            case Operator.LimitRows limit -> hasColumns(limit.input());
            case Operator.Distinct distinct -> hasColumns(distinct.input());
            case Operator.Window window -> hasColumns(window.input());
            case Operator.LockAndComment comment -> hasColumns(comment.input());
        };
    }

    // after a phase

    /** Checks that no operator is left that the phase was to remove, and that expressions only need what inputs have. */
    static boolean afterPhase(Operator tree, Planning planning) {
        check(tree, false, TableSet.EMPTY, planning);
        return true;
    }

    /** @param around the tables of the queries around a subquery that has no place yet: shards may do both as one */
    private static void check(Operator operator, boolean underRoute, TableSet around, Planning planning) {
        boolean isSparing = operator instanceof Operator.Distinct distinct && !distinct.required() && !underRoute;
        // subqueries that get their places may bring new ones
        if (endOf(operator, underRoute).filter(planning::hasReached).isPresent()
                || (isSparing && planning.stage() == Stage.CLEAN_OUT_DISTINCT)) {
            throw new AssertionError(planning.stage() + ": " + operator.describe() + " is left");
        }
        checkColumns(operator, around, planning);
        if (operator instanceof Operator.SubQueryContainer(var outer, var inner)) {
            check(outer, underRoute, around, planning);
            TableSet wider = around.union(TableIds.of(outer));
            inner.forEach(subquery -> check(subquery, underRoute, wider, planning));
        } else {
            boolean isUnderRoute = underRoute || operator instanceof Operator.Route;
            operator.inputs().forEach(input -> check(input, isUnderRoute, around, planning));
        }
    }

    /** The phase after which there must be no such operator; empty where there may be one in the end. */
    private static Optional<Stage> endOf(Operator operator, boolean underRoute) {
        return switch (operator) {
            case Operator.QueryGraph graph -> Optional.of(Stage.PHYSICAL_TRANSFORM);
            case Operator.Join join -> Optional.of(Stage.PHYSICAL_TRANSFORM);
            case Operator.Table table when !underRoute -> Optional.of(Stage.PHYSICAL_TRANSFORM);
            case Operator.LockAndComment comment -> Optional.of(Stage.INITIAL_PLANNING);
            case Operator.Horizon horizon when !underRoute -> Optional.of(Stage.INITIAL_PLANNING);
            case Operator.Union(var sources, var items, var columns, var distinct) when distinct && !underRoute ->
                    Optional.of(Stage.PULL_DISTINCT_FROM_UNION);
            case Operator.SubQueryContainer container -> Optional.of(Stage.SUBQUERY_SETTLING);
            default -> Optional.empty();
        };
    }

    /** The rows of unions have numbers that no operator has. */
    private static void checkColumns(Operator operator, TableSet around, Planning planning) {
        TableSet ofStatement = planning.semantics().tables().stream().map(TableInfo::id).reduce(TableSet.EMPTY,
                TableSet::union);
        for (Used used : UsedExpressions.of(operator)) {
            TableSet missing = planning.semantics().direct(used.node()).minus(used.tables()).minus(around)
                    .intersection(ofStatement);
            if (!missing.isEmpty() && !Nodes.anyMatch(used.node(), part -> hasNoTable(part, planning))) {
                throw new AssertionError(planning.stage() + ": " + operator.describe() + " has "
                        + SqlPrinter.print(used.node()) + ", and no input with the tables " + missing);
            }
        }
    }

    /** True for columns of unions, and for what has its tables in a common table expression. */
    private static boolean hasNoTable(Node node, Planning planning) {
        return node instanceof With || (node instanceof BoundColumn column
                && column.source() < planning.semantics().tables().size()
                && planning.semantics().info(column.source()) instanceof TableInfo.Derived derived
                && derived.isResult());
    }
}
