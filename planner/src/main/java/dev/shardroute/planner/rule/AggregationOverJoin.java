package dev.shardroute.planner.rule;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.ApplyJoinColumns;
import dev.shardroute.planner.operator.BindVariable;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.JoinColumns;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Operator.Aggregator;
import dev.shardroute.planner.operator.Operator.HashColumn;
import dev.shardroute.planner.operator.Operator.HashComparison;
import dev.shardroute.planner.operator.Operator.HashSide;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Splits an aggregation over a join: each side aggregates its own rows, grouped by what it is joined by, and the pairs of
 * groups are put together above. The method is that of "Orthogonal Optimization of Subqueries and Aggregation" by
 * Galindo-Legaria and Joshi (SIGMOD 2001).
 *
 * <pre>
 * Aggregator(count(*))   =>   Aggregator(sum(…))
 *   Join                        Projection(left count * right count)
 *     a                           Join
 *     b                             Aggregator(count(*)) over a
 *                                   Aggregator(count(*)) over b
 * </pre>
 */
final class AggregationOverJoin {
    private final Aggregator root;
    private final Operator.Binary join;
    private final Planning planning;
    private final JoinSide left;
    private final JoinSide right;
    private final boolean isOuter;
    private final List<ProjectionColumn> projected = new ArrayList<>();
    private final List<JoinedColumn> joined = new ArrayList<>();

    /** A column of the join, and the side that it is of. */
    private record JoinedColumn(Expression expression, HashSide side) {}

    AggregationOverJoin(Aggregator root, Operator.ApplyJoin join, Planning planning) {
        this(root, join, !join.type().isInner(), planning);
    }

    AggregationOverJoin(Aggregator root, Operator.HashJoin join, Planning planning) {
        this(root, join, join.leftJoin(), planning);
    }

    private AggregationOverJoin(Aggregator root, Operator.Binary join, boolean isOuter, Planning planning) {
        this.root = root;
        this.join = join;
        this.isOuter = isOuter;
        this.planning = planning;
        this.left = new JoinSide(root, join.left(), planning);
        this.right = new JoinSide(root, join.right(), planning);
    }

    /** The operators in place of the aggregation, or empty when something needs rows of both sides, or pairs of rows. */
    Optional<Operator> split() {
        if (isOuter && !root.grouping().stream().allMatch(key -> keepsValue(key.expression()))) {
            return Optional.empty();
        }
        for (int column = 0; column < root.columns().size(); column++) {
            Optional<Aggregation> aggregation = aggregationOf(column);
            if (aggregation.isEmpty()) {
                projected.add(ProjectionColumn.of(root.columns().get(column)));
            } else if (!push(aggregation.get())) {
                return Optional.empty();
            }
        }
        Optional<Operator> pushed = switch (join) {
            case Operator.ApplyJoin nested -> Optional.of(overNested(nested));
            case Operator.HashJoin hash -> overHash(hash);
            default -> Optional.empty();
        };
        return pushed.map(below -> new Operator.Projection(below, new ProjectionColumns.Known(projected),
                Optional.empty(), true))
                .map(output -> root.original()
                        ? root.above(output, PushAggregation.ofParts(root), Optional.empty())
                        : output);
    }

    private Optional<Aggregation> aggregationOf(int column) {
        return root.aggregations().stream().filter(aggregation -> aggregation.column() == column).findFirst();
    }

    // aggregates

    /** False when the aggregate needs rows of both sides, or each pair of them. */
    private boolean push(Aggregation aggregation) {
        return switch (aggregation.opcode()) {
            case COUNT_STAR -> {
                multiply(aggregation, countOf(left, HashSide.LEFT), countOf(right, HashSide.RIGHT), true);
                yield true;
            }
            case COUNT, SUM -> sideOf(aggregation).filter(side -> pushMultiplied(aggregation, side)).isPresent();
            case MIN, MAX, ANY_VALUE, CONSTANT -> sideOf(aggregation).filter(side -> pushThrough(aggregation, side))
                    .isPresent();
            case GROUP_CONCAT -> false;
            case UDF -> throw ErrorCode.VT12001.error("an aggregate function that only shards know: "
                    + SqlPrinter.print(aggregation.original().expression()));
            case AVG, GTID, COUNT_DISTINCT, SUM_DISTINCT -> throw ErrorCode.VT13001.error("the aggregate "
                    + aggregation.opcode().label() + " over a join");
        };
    }

    private Expression countOf(JoinSide side, HashSide which) {
        boolean isNew = !side.counts();
        Expression count = side.count();
        if (isNew) {
            joined.add(new JoinedColumn(count, which));
        }
        return count;
    }

    private Optional<HashSide> sideOf(Expression expression) {
        Optional<HashSide> known = known(expression);
        if (known.isPresent()) {
            return known;
        }
        return ofTables(expression);
    }

    private Optional<HashSide> ofTables(Expression expression) {
        TableSet needed = planning.semantics().recursive(expression);
        if (needed.isSubsetOf(left.tables())) {
            return Optional.of(HashSide.LEFT);
        }
        return needed.isSubsetOf(right.tables()) ? Optional.of(HashSide.RIGHT) : Optional.empty();
    }

    /**
     * The side that all columns are of, where the join has some of them: of those that a derived table has for a join around
     * it, and of those that are computed with variables for tables elsewhere, the tables do not tell.
     */
    private Optional<HashSide> known(Expression expression) {
        if (!(join instanceof Operator.ApplyJoin nested)
                || !Nodes.anyMatch(expression, part -> isKnown(part, nested))) {
            return Optional.empty();
        }
        Set<Optional<HashSide>> sides = new HashSet<>();
        Nodes.forEach(expression, part -> {
            if (part instanceof BoundColumn column) {
                sides.add(isKnown(part, nested) ? known(column, nested) : ofTables(column));
            }
        });
        return sides.size() == 1 ? sides.iterator().next() : Optional.empty();
    }

    private static boolean isKnown(Node part, Operator.ApplyJoin nested) {
        return part instanceof BoundColumn column && ApplyJoinColumns.find(nested, column) >= 0;
    }

    private static Optional<HashSide> known(BoundColumn expression, Operator.ApplyJoin nested) {
        JoinColumn column = nested.columns().get(ApplyJoinColumns.find(nested, expression));
        return column.isPureLeft() ? Optional.of(HashSide.LEFT)
                : column.isPureRight() ? Optional.of(HashSide.RIGHT) : Optional.empty();
    }

    /** The side whose rows an aggregate is of; a row without partner must give it nothing but NULL. */
    private Optional<HashSide> sideOf(Aggregation aggregation) {
        // where a subquery is merged, what it needs of the rows around it counts too
        Expression whole = SubQueryVariables.merged(aggregation.original().expression(), planning);
        return sideOf(whole).filter(side -> side == HashSide.LEFT || !isOuter
                || keepsValue(argument(aggregation)));
    }

    private static Expression argument(Aggregation aggregation) {
        return aggregation.function() instanceof Call call && call.arguments().size() == 1
                ? call.arguments().getFirst()
                : aggregation.original().expression();
    }

    /** True when the value of an expression above an outer join is that of its side: NULL for a row without partner. */
    private boolean keepsValue(Expression expression) {
        return planning.semantics().recursive(expression).isSubsetOf(left.tables()) || switch (expression) {
            case BoundColumn column -> true;
            case Expression.Binary(var operator, var one, var other) ->
                    keepsValue(one) && keepsValue(other);
            case Expression.Unary(var operator, var operand) -> keepsValue(operand);
            default -> false;
        };
    }

    private boolean pushThrough(Aggregation aggregation, HashSide side) {
        projected.add(ProjectionColumn.of(aggregation.original()));
        pushTo(side, aggregation);
        return true;
    }

    private void pushTo(HashSide which, Aggregation aggregation) {
        (which == HashSide.LEFT ? left : right).push(aggregation);
        joined.add(new JoinedColumn(aggregation.original().expression(), which));
    }

    /** Each value counts once for each row that it is paired with. */
    private boolean pushMultiplied(Aggregation aggregation, HashSide side) {
        Expression expression = aggregation.original().expression();
        pushTo(side, aggregation);
        if (side == HashSide.LEFT) {
            multiply(aggregation, expression, countOf(right, HashSide.RIGHT), true);
        } else {
            multiply(aggregation, countOf(left, HashSide.LEFT), expression, false);
        }
        return true;
    }

    private void multiply(Aggregation aggregation, Expression onLeft, Expression onRight, boolean coalesce) {
        // a row without partner counts once
        Expression partners = isOuter && coalesce
                ? new Call(null, "coalesce", false, List.of(onRight, new Literal(Value.of(1))))
                : onRight;
        SelectItem.Item item = new SelectItem.Item(aggregation.original().expression(),
                Items.name(aggregation.original()));
        projected.add(ProjectionColumn.of(item, new Expression.Binary(BinaryOperator.TIMES, onLeft, partners)));
    }

    // the join

    private Operator overNested(Operator.ApplyJoin nested) {
        for (GroupBy key : root.grouping()) {
            Optional<HashSide> side = sideOf(key.expression());
            if (side.isPresent()) {
                (side.get() == HashSide.LEFT ? left : right).group(key);
                joined.add(new JoinedColumn(key.expression(), side.get()));
            } else {
                JoinColumn split = JoinColumns.split(key.expression(), left.tables(), planning);
                split.left().forEach(variable -> left.group(GroupBy.of(variable.expression())));
                right.group(GroupBy.of(Objects.requireNonNull(split.right())));
            }
        }
        for (JoinColumn predicate : nested.predicates()) {
            for (BindVariable variable : predicate.left()) {
                left.groupUnlessGrouped(variable.expression());
            }
        }
        nested.extra().forEach(variable -> left.groupUnlessGrouped(variable.expression()));
        List<JoinColumn> columns = joined.stream().map(column -> column.side == HashSide.LEFT
                ? JoinColumn.left(column.expression, column.expression, false)
                : JoinColumn.right(column.expression, column.expression, false)).toList();
        return nested.over(left.result(), right.result()).withColumns(columns);
    }

    private Optional<Operator> overHash(Operator.HashJoin hash) {
        for (HashComparison comparison : hash.comparisons()) {
            left.group(GroupBy.of(comparison.left()));
            joined.add(new JoinedColumn(comparison.left(), HashSide.LEFT));
            right.group(GroupBy.of(comparison.right()));
            joined.add(new JoinedColumn(comparison.right(), HashSide.RIGHT));
        }
        for (GroupBy key : root.grouping()) {
            Optional<HashSide> side = sideOf(key.expression());
            if (side.isEmpty()) {
                return Optional.empty();
            }
            (side.get() == HashSide.LEFT ? left : right).group(key);
            joined.add(new JoinedColumn(key.expression(), side.get()));
        }
        List<HashColumn> columns =
                joined.stream().map(column -> new HashColumn(column.expression, column.side)).toList();
        return Optional.of(hash.over(left.result(), right.result()).withColumns(columns));
    }
}
