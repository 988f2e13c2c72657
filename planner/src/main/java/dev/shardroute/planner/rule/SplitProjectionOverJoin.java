package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.BindVariable;
import dev.shardroute.planner.operator.DerivedTable;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.JoinColumns;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.Rewrite;
import dev.shardroute.planner.operator.RouteColumns;
import dev.shardroute.planner.operator.TableIds;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits a projection between the two sides of a join.
 *
 * <pre>
 * Projection [L.a, R.b]   =>   ApplyJoin
 *   ApplyJoin                    Projection [L.a]
 *     L                            L
 *     R                          Projection [R.b]
 *                                  R
 * </pre>
 *
 * An expression over both sides goes to the right one, with variables for what comes from the left. When the projection is a
 * derived table, both sides become that table, and what the join itself needs from the left becomes a column of it.
 *
 * <p>Does not fire over an outer join unless all items are plain columns: another expression need not be NULL where a row has
 * no partner.
 */
final class SplitProjectionOverJoin {
    private final Operator.ApplyJoin join;
    private final Planning planning;
    private final Optional<DerivedTable> derived;
    private final Side left = new Side();
    private final Side right = new Side();

    private SplitProjectionOverJoin(Optional<DerivedTable> derived, Operator.ApplyJoin join, Planning planning) {
        this.join = join;
        this.planning = planning;
        this.derived = derived;
    }

    static Rewrite apply(Operator.Projection projection, List<ProjectionColumn> columns, Operator.ApplyJoin join,
            Planning planning) {
        if (!join.type().isInner()
                && !columns.stream().allMatch(column -> column.original().expression() instanceof BoundColumn)) {
            return new Rewrite.Keep("an expression need not be NULL where a row has no partner");
        }
        if (projection.derived().isPresent()
                && !columns.stream().allMatch(column -> isSubquery(column) || column.eval().equals(column.column()))) {
            return new Rewrite.Keep("the derived table shows a column otherwise than it is evaluated");
        }
        if (projection.derived().isPresent()
                && columns.stream().anyMatch(column -> !isSubquery(column)
                        && planning.semantics().direct(column.eval()).isEmpty())) {
            return new Rewrite.Keep("a column of the derived table is of neither side");
        }
        return new SplitProjectionOverJoin(projection.derived(), join, planning).split(columns);
    }

    private static boolean isSubquery(ProjectionColumn column) {
        return column.source().filter(ProjectionColumn.Subqueries.class::isInstance).isPresent();
    }

    /** The columns of one side, by their names when it is a derived table. */
    private static final class Side {
        private final List<ProjectionColumn> columns = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        void add(ProjectionColumn column, String name) {
            int known = names.indexOf(name);
            if (known < 0) {
                columns.add(column);
                names.add(name);
            } else if (!columns.get(known).equals(column)) {
                throw ErrorCode.VT12001.error("two columns of a derived table that are both called " + name);
            }
        }

        @Nullable String nameOf(Expression expression) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).column().equals(expression)) {
                    return names.get(i);
                }
            }
            return null;
        }
    }

    private Rewrite split(List<ProjectionColumn> projected) {
        List<JoinColumn> columns = new ArrayList<>();
        boolean allKnown = projected.stream().allMatch(column -> known(column.column()) != null);
        for (int i = 0; i < projected.size(); i++) {
            columns.add(split(projected.get(i), i, allKnown));
        }
        List<JoinColumn> predicates = derived.isPresent()
                ? join.predicates().stream().map(this::exposed).toList()
                : join.predicates();
        List<BindVariable> extra = new ArrayList<>(
                derived.isPresent() ? join.extra().stream().map(this::exposed).toList() : join.extra());
        columns.stream().filter(column -> !column.isPureLeft()).flatMap(column -> column.left().stream())
                .filter(variable -> !extra.contains(variable)).forEach(extra::add);
        Operator.ApplyJoin result = join.over(over(join.left(), left), over(join.right(), right))
                .withColumns(columns).withPredicates(predicates).withExtra(extra);
        return new Rewrite.To(result, "split between the sides of the join");
    }

    /** A column that the join has already: it is known where that comes from. */
    private @Nullable JoinColumn known(Expression expression) {
        return join.columns().stream().filter(column -> column.original().equals(expression)).findFirst().orElse(null);
    }

    private Operator over(Operator rows, Side side) {
        if (side.columns.isEmpty()) {
            return rows;
        }
        Optional<DerivedTable> table = derived.map(outer -> new DerivedTable(outer.id(), outer.alias(),
                outer.columns().isEmpty() ? List.of() : side.names));
        return new Operator.Projection(rows, new ProjectionColumns.Known(side.columns),
                table);
    }

    // columns

    /** @param allKnown true when the sides show all columns as they are, without a projection */
    private JoinColumn split(ProjectionColumn column, int index, boolean allKnown) {
        JoinColumn known = known(column.column());
        if (known != null && derived.isEmpty() && allKnown) {
            return known;
        }
        JoinColumn split = known != null ? known : splitExpression(column);
        String name = derived.isPresent() && !derived.get().columns().isEmpty()
                ? derived.get().columns().get(index)
                : Items.name(column.original());
        return derived.isPresent() ? splitDerived(split, column, name) : splitPlain(split, column, name);
    }

    /** An expression over both sides has variables for the subqueries that are read before. */
    private JoinColumn splitExpression(ProjectionColumn column) {
        Expression original = column.original().expression();
        JoinColumn split = JoinColumns.column(join, original, column.column(), false, planning);
        return !isSubquery(column) || split.isPureLeft() || split.isPureRight()
                ? split
                : JoinColumns.column(join, original, SubQueryVariables.merged(column.eval(), planning), false,
                        planning);
    }

    private JoinColumn splitPlain(JoinColumn split, ProjectionColumn column, String name) {
        if (split.isPureLeft()) {
            left.columns.add(column);
        } else if (split.isPureRight()) {
            right.columns.add(column);
        } else {
            split.left().forEach(variable -> left.columns.add(ProjectionColumn.of(Items.of(variable.expression()))));
            right.columns.add(onRight(split, column));
        }
        left.names.addAll(Collections.nCopies(left.columns.size() - left.names.size(), name));
        right.names.addAll(Collections.nCopies(right.columns.size() - right.names.size(), name));
        return split;
    }

    /** What the right side evaluates of an expression over both sides. */
    private static ProjectionColumn onRight(JoinColumn split, ProjectionColumn column) {
        Expression expression = Objects.requireNonNull(split.right());
        return new ProjectionColumn(column.original(), expression, expression, column.source());
    }

    /** Above the split there is the derived table, of which only the columns are known, not what they are inside. */
    private JoinColumn splitDerived(JoinColumn split, ProjectionColumn column, String name) {
        BoundColumn outside = RouteColumns.outside(name, derived.orElseThrow());
        if (split.isPureLeft()) {
            left.add(column, name);
            return JoinColumn.left(outside, outside, split.groupBy());
        }
        if (split.isPureRight()) {
            right.add(column, name);
            return JoinColumn.right(outside, outside, split.groupBy());
        }
        List<BindVariable> variables = split.left().stream().map(variable -> new BindVariable(variable.name(),
                exposed(variable.expression(), Items.name(Items.of(variable.expression()))))).toList();
        right.add(onRight(split, column), name);
        return new JoinColumn(outside, variables, outside, split.groupBy(), split.join());
    }

    // what the join itself needs from the left

    private BindVariable exposed(BindVariable variable) {
        return new BindVariable(variable.name(), exposed(variable.expression()));
    }

    private BoundColumn exposed(Expression expression) {
        return exposed(expression, SqlPrinter.print(expression).replace("`", ""));
    }

    /** The column of the derived table on the left side that is an expression; where there is none one of that name is added. */
    private BoundColumn exposed(Expression expression, String name) {
        String known = left.nameOf(expression);
        if (known == null) {
            left.add(ProjectionColumn.of(new SelectItem.Item(expression, nameIn(expression, name))), name);
        }
        return RouteColumns.outside(known == null ? name : known, derived.orElseThrow());
    }

    /** A column has its own name without being told. */
    private static @Nullable String nameIn(Expression expression, String name) {
        return Items.name(Items.of(expression)).equals(name) ? null : name;
    }

    private JoinColumn exposed(JoinColumn predicate) {
        TableSet tables = TableIds.of(join.left());
        List<BindVariable> variables = predicate.left().stream().map(this::exposed).toList();
        Expression original = Expressions.rewrite(predicate.original(), part -> part instanceof BoundColumn
                && planning.semantics().recursive(part).isSubsetOf(tables) ? exposed(part) : part);
        return new JoinColumn(original, variables, predicate.right(), predicate.groupBy(), predicate.join());
    }
}
