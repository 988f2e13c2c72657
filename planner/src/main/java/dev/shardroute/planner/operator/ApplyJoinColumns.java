package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SelectItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a nested-loop join. */
public final class ApplyJoinColumns {
    private ApplyJoinColumns() {}

    static Added add(Operator.ApplyJoin join, SelectItem.Item item, boolean reuse, boolean groupBy,
            Planning planning) {
        int found = reuse ? find(join, item.expression()) : -1;
        if (found >= 0) {
            return new Added(join, found);
        }
        JoinColumn column = JoinColumns.column(join, item.expression(), item.expression(), groupBy, planning);
        Operator.ApplyJoin wider = join.withColumns(with(join.columns(), column));
        boolean isPlanned = !join.offsets().isEmpty();
        return new Added(isPlanned ? planOffsets(wider, planning) : wider,
                wider.columns().size() - 1);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

    static Added addWeightString(Operator.ApplyJoin join, int column, boolean underRoute, Planning planning) {
        Operator.ApplyJoin planned = planOffsets(join, planning);
        Expression weightString = Columns.weightString(planned.columns().get(column).original());
        int found = find(planned, weightString);
        if (found >= 0) {
            return new Added(planned, found);
        }
        int offset = planned.offsets().get(column);
        List<Integer> offsets = new ArrayList<>(planned.offsets());
        Operator left = planned.left();
        Operator right = planned.right();
        JoinColumn added;
        if (offset < 0) {
            Added below = Columns.addWeightString(left, leftColumn(offset), underRoute, planning);
            left = below.operator();
            offsets.add(leftOffset(below.column()));
            added = JoinColumn.left(weightString, weightString, false);
        } else {
            Added below = Columns.addWeightString(right, offset, underRoute, planning);
            right = below.operator();
            offsets.add(below.column());
            added = JoinColumn.right(weightString, weightString, false);
        }
        Operator.ApplyJoin wider = planned.over(left, right).withColumns(with(planned.columns(), added))
                .withOffsets(offsets, planned.variables());
        return new Added(wider, offsets.size() - 1);
    }

    /** The offset of a column of the left side. */
    static int leftOffset(int column) {
        return -1 - column;
    }

    /** The column of the left side that an offset is of. */
    static int leftColumn(int offset) {
        return -1 - offset;
    }

    /** The index of the column that is an expression, or -1. */
    public static int find(Operator.ApplyJoin join, Expression expression) {
        for (int i = 0; i < join.columns().size(); i++) {
            if (join.columns().get(i).original().equals(expression)) {
                return i;
            }
        }
        return -1;
    }

    static List<SelectItem.Item> list(Operator.ApplyJoin join, Planning planning) {
        if (join.offsets().isEmpty()) {
            return join.columns().stream().map(column -> Items.of(column.original())).toList();
        }
        List<SelectItem.Item> left = Columns.list(join.left(), planning);
        List<SelectItem.Item> right = Columns.list(join.right(), planning);
        return join.offsets().stream()
                .map(offset -> offset < 0 ? left.get(leftColumn(offset)) : right.get(offset)).toList();
    }

    /**
     * The join with its columns and variables found in its inputs. What has been found before stays, so that it can be called
     * again when there are more.
     */
    public static Operator.ApplyJoin planOffsets(Operator.ApplyJoin join, Planning planning) {
        Offsets offsets = new Offsets(join, planning);
        join.columns().subList(join.offsets().size(), join.columns().size()).forEach(offsets::add);
        join.predicates().forEach(predicate -> predicate.left().forEach(offsets::addVariable));
        join.extra().forEach(offsets::addVariable);
        return offsets.result();
    }

    /** Finds columns in the inputs of a join, one after another. */
    private static final class Offsets {
        private final Operator.ApplyJoin join;
        private final Planning planning;
        private final List<Integer> offsets;
        private final Map<String, Integer> variables;
        private Operator left;
        private Operator right;

        Offsets(Operator.ApplyJoin join, Planning planning) {
            this.join = join;
            this.planning = planning;
            this.offsets = new ArrayList<>(join.offsets());
            this.variables = new LinkedHashMap<>(join.variables());
            this.left = join.left();
            this.right = join.right();
        }

        Offsets add(JoinColumn column) {
            Expression onRight = column.right();
            if (onRight == null) {
                offsets.add(leftOffset(addLeft(column.left().getFirst().expression(), column.groupBy())));
                if (!column.left().getFirst().name().isEmpty()) {
                    variables.put(column.left().getFirst().name(), leftColumn(offsets.getLast()));
                }
                return this;
            }
            for (BindVariable variable : column.left()) {
                variables.put(variable.name(), addLeft(variable.expression(), column.groupBy()));
            }
            Added added = Columns.add(right, Items.of(onRight), true, column.groupBy(), planning);
            right = added.operator();
            offsets.add(added.column());
            return this;
        }

        void addVariable(BindVariable variable) {
            if (!variables.containsKey(variable.name())) {
                variables.put(variable.name(), addLeft(variable.expression(), false));
            }
        }

        private int addLeft(Expression expression, boolean groupBy) {
            Added added = Columns.add(left, Items.of(expression), true, groupBy, planning);
            left = added.operator();
            return added.column();
        }

        Operator.ApplyJoin result() {
            return join.over(left, right).withOffsets(offsets, variables);
        }
    }
}
