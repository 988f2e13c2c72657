package dev.shardroute.planner.operator;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Operator.HashColumn;
import dev.shardroute.planner.operator.Operator.HashComparison;
import dev.shardroute.planner.operator.Operator.HashJoin;
import dev.shardroute.planner.operator.Operator.HashKeys;
import dev.shardroute.planner.operator.Operator.HashSide;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Offset;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a hash join: it passes columns through; what is computed from them is a projection above. */
public final class HashJoinColumns {
    private HashJoinColumns() {}

    /**
     * The join with more predicates.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} when one is not the equality of an expression of the
     *         left side and one of the right side
     */
    static HashJoin compare(HashJoin join, List<Expression> predicates, Planning planning) {
        TableSet left = TableIds.of(join.left());
        TableSet right = TableIds.of(join.right());
        List<HashComparison> all = new ArrayList<>(join.comparisons());
        predicates.forEach(predicate -> all.add(comparison(predicate, left, right, planning)));
        return join.withComparisons(all);
    }

    private static HashComparison comparison(Expression predicate, TableSet left, TableSet right,
            Planning planning) {
        if (predicate instanceof Comparison(var operator, var first, var second)
                && operator == ComparisonOperator.EQUAL) {
            if (isOf(first, left, planning) && isOf(second, right, planning)) {
                return new HashComparison(first, second);
            }
            if (isOf(second, left, planning) && isOf(first, right, planning)) {
                return new HashComparison(second, first);
            }
        }
        throw ErrorCode.VT12001.error("a hash join on " + SqlPrinter.print(predicate));
    }

    private static boolean isOf(Expression expression, TableSet tables, Planning planning) {
        return planning.semantics().recursive(expression).isSubsetOf(tables);
    }

    static Added add(HashJoin join, SelectItem.Item item, boolean reuse, boolean groupBy, Planning planning) {
        int found = reuse ? find(join, item.expression()) : -1;
        if (found >= 0) {
            return new Added(join, found);
        }
        List<HashColumn> more = new ArrayList<>(join.columns());
        more.add(new HashColumn(item.expression(), HashSide.EITHER));
        HashJoin wider = join.withColumns(more);
        return new Added(join.keys().isEmpty() ? wider : planned(wider, planning), more.size() - 1);
    }

    /** The join with columns that were added after the others had got their places. */
    private static HashJoin planned(HashJoin join, Planning planning) {
        if (!(new Draft(join, planning).plan() instanceof HashJoin planned)) {
            throw ErrorCode.VT12001.error("a hash join with a computed column");
        }
        return planned;
    }

    static int find(HashJoin join, Expression expression) {
        for (int i = 0; i < join.columns().size(); i++) {
            if (join.columns().get(i).expression().equals(expression)) {
                return i;
            }
        }
        return -1;
    }

    static List<SelectItem.Item> list(HashJoin join, Planning planning) {
        return join.columns().stream().map(column -> Items.of(column.expression())).toList();
    }

    static Added addWeightString(HashJoin join, int column, boolean underRoute, Planning planning) {
        Expression weightString = Columns.weightString(join.columns().get(column).expression());
        int found = find(join, weightString);
        if (found >= 0) {
            return new Added(join, found);
        }
        if (!(planOffsets(join, planning) instanceof HashJoin planned)) {
            throw ErrorCode.VT12001.error("a hash join with the weight string of a computed column");
        }
        int offset = planned.offsets().get(column);
        Operator side = offset < 0 ? planned.left() : planned.right();
        Added below = Columns.addWeightString(side,
                offset < 0 ? ApplyJoinColumns.leftColumn(offset) : offset, underRoute, planning);
        List<Integer> offsets = new ArrayList<>(planned.offsets());
        offsets.add(offset < 0 ? ApplyJoinColumns.leftOffset(below.column()) : below.column());
        List<HashColumn> columns = new ArrayList<>(planned.columns());
        columns.add(new HashColumn(weightString, offset < 0 ? HashSide.LEFT : HashSide.RIGHT));
        HashJoin result = new HashJoin(offset < 0 ? below.operator() : planned.left(),
                offset < 0 ? planned.right() : below.operator(), planned.leftJoin(), columns, planned.comparisons(),
                offsets, planned.keys());
        return new Added(result, offsets.size() - 1);
    }

    /** The join with its columns and keys found in its inputs; a projection above it where something must be computed. */
    public static Operator planOffsets(HashJoin join, Planning planning) {
        return join.keys().isEmpty() ? new Draft(join, planning).plan() : join;
    }

    /** A hash join whose columns are being found. */
    private static final class Draft {
        private final HashJoin join;
        private final Planning planning;
        private final TableSet leftTables;
        private final TableSet rightTables;
        private final List<Integer> offsets;
        private final List<HashKeys> keys;
        private Operator left;
        private Operator right;

        Draft(HashJoin join, Planning planning) {
            this.join = join;
            this.planning = planning;
            this.offsets = new ArrayList<>(join.offsets());
            this.keys = new ArrayList<>(join.keys());
            this.left = join.left();
            this.right = join.right();
            this.leftTables = TableIds.of(left);
            this.rightTables = TableIds.of(right);
        }

        Operator plan() {
            for (HashComparison comparison : join.comparisons().subList(keys.size(), join.comparisons().size())) {
                Added onLeft = Columns.add(left, comparison.left(), planning);
                Added onRight = Columns.add(right, comparison.right(), planning);
                left = onLeft.operator();
                right = onRight.operator();
                keys.add(new HashKeys(onLeft.column(), onRight.column()));
            }
            List<ProjectionColumn> computed = new ArrayList<>();
            boolean isComputed = false;
            for (HashColumn column : join.columns().subList(offsets.size(), join.columns().size())) {
                Expression eval = (Expression) replaced(column.expression(), column.side());
                isComputed = isComputed || !(eval instanceof Offset);
                computed.add(new ProjectionColumn(Items.of(column.expression()), eval, column.expression(),
                        Optional.of(eval instanceof Offset(var index, var original)
                                ? new ProjectionColumn.InputColumn(index)
                                : new ProjectionColumn.Evaluated())));
            }
            HashJoin planned = new HashJoin(left, right, join.leftJoin(), join.columns(), join.comparisons(), offsets,
                    keys);
            return isComputed
                    ? new Operator.Projection(planned, new ProjectionColumns.Known(computed), Optional.empty())
                    : planned;
        }

        private Node replaced(Node node, HashSide side) {
            if (node instanceof Expression expression) {
                int found = side == HashSide.RIGHT ? -1 : onLeft(expression);
                if (found < 0 && side != HashSide.LEFT) {
                    found = onRight(expression);
                }
                if (found >= 0) {
                    return new Offset(found, expression);
                }
            }
            return Nodes.mapParts(node, part -> replaced(part, side));
        }

        private int onLeft(Expression expression) {
            if (!isOf(expression, leftTables, planning)) {
                return -1;
            }
            Optional<Added> added = found(left, expression);
            added.ifPresent(column -> left = column.operator());
            return added.map(column -> pass(ApplyJoinColumns.leftOffset(column.column()))).orElse(-1);
        }

        private int onRight(Expression expression) {
            if (!isOf(expression, rightTables, planning)) {
                return -1;
            }
            Optional<Added> added = found(right, expression);
            added.ifPresent(column -> right = column.operator());
            return added.map(column -> pass(column.column())).orElse(-1);
        }

        private Optional<Added> found(Operator side, Expression expression) {
            int index = Columns.find(side, expression, false, planning);
            if (index >= 0) {
                return Optional.of(new Added(side, index));
            }
            return planning.mustFetch(expression)
                    ? Optional.of(Columns.add(side, Items.of(expression), false, false, planning))
                    : Optional.empty();
        }

        private int pass(int offset) {
            offsets.add(offset);
            return offsets.size() - 1;
        }
    }
}
