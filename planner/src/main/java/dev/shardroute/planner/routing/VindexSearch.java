package dev.shardroute.planner.routing;

import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Routing.Sharded;
import dev.shardroute.planner.operator.Routing.VindexOption;
import dev.shardroute.planner.operator.Routing.VindexOptions;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Between;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.type.Type;
import dev.shardroute.vindex.MultiColumnVindex;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vschema.Column;
import dev.shardroute.vschema.ColumnVindex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for the vindexes that a predicate gives values to. For one predicate. */
final class VindexSearch {
    private static final int MOST_OPTIONS = 64;

    private final Planning planning;
    private final List<VindexOptions> vindexes;
    private final Expression predicate;

    private VindexSearch(Sharded routing, Expression predicate, Planning planning) {
        this.planning = planning;
        this.vindexes = new ArrayList<>(routing.vindexes());
        this.predicate = predicate;
    }

    /** The routing for rows for which a predicate holds too. */
    static Sharded narrow(Sharded routing, Expression predicate, Planning planning) {
        VindexSearch search = new VindexSearch(routing, predicate, planning);
        boolean found = search.search();
        Sharded result = routing.withVindexes(search.vindexes);
        return found ? pickBest(result) : result;
    }

    // which is best

    /** The routing by the best of the options that are ready; of options that are equally good the last. */
    static Sharded pickBest(Sharded routing) {
        List<VindexOptions> vindexes = new ArrayList<>(routing.vindexes().size());
        Sharded result = routing;
        for (VindexOptions vindex : routing.vindexes()) {
            Optional<VindexOption> best = best(vindex.options());
            vindexes.add(new VindexOptions(vindex.table(), vindex.vindex(), withoutWorse(vindex.options(), best)));
            if (best.isPresent() && result.selected().filter(other -> !Way.isBetter(best.get(), other)).isEmpty()) {
                result = result.select(best.get());
            }
        }
        return result.withVindexes(vindexes);
    }

    private static Optional<VindexOption> best(List<VindexOption> options) {
        return options.stream().filter(VindexOption::ready)
                .reduce((best, option) -> Way.isBetter(option, best) ? option : best);
    }

    private static List<VindexOption> withoutWorse(List<VindexOption> options, Optional<VindexOption> best) {
        List<VindexOption> kept = new ArrayList<>(options.stream().filter(option -> !option.ready()).toList());
        best.ifPresent(kept::add);
        return kept;
    }

    // predicates

    /** True when a vindex has got all the values that it needs. */
    private boolean search() {
        return switch (predicate) {
            case Comparison(var operator, var left, var right) when operator == ComparisonOperator.EQUAL ->
                    equal(predicate, left, right);
            case In(var not, var left, var right) when !not -> in(left, right);
            case Like(var not, var left, var pattern, var escape) when !not && escape == null ->
                    column(predicate, left, pattern, Way.LIKE);
            case Between(var not, var value, var low, var high) when !not ->
                    column(predicate, value, new Tuple(List.of(low, high)), Way.BETWEEN);
            case Is(var value, var not, var test) when !not && test == Expression.Test.NULL ->
                    column(predicate, value, new Expression.Null(), Way.IS_NULL);
            default -> false;
        };
    }

    private boolean equal(Expression from, Expression left, Expression right) {
        return left instanceof BoundColumn
                ? column(from, left, right, Way.EQUAL)
                : column(from, right, left, Way.EQUAL);
    }

    private boolean in(Expression left, Expression right) {
        return switch (left) {
            case BoundColumn column when right instanceof Tuple(var members) && members.size() == 1 ->
                    equal(new Comparison(ComparisonOperator.EQUAL, column, members.getFirst()), column,
                            members.getFirst());
            case BoundColumn column -> column(predicate, column, right, Way.IN);
            case Tuple(var names) when right instanceof Tuple(var rows) -> rows(names, rows, List.of());
            case Tuple(var names) when right instanceof ListVariable(var name) -> rows(names, name);
            default -> false;
        };
    }

    private boolean column(Expression from, Expression column, Expression value, Way way) {
        return column instanceof BoundColumn bound && Values.find(value, planning)
                .map(found -> give(new Given(from, bound, found, value, way))).orElse(false);
    }

    /** {@code (a, b) in ((1, 2), (3, 4))}: 1 and 3 for a vindex on a, 2 and 4 for one on b. */
    private boolean rows(List<Expression> names, List<Expression> rows, List<Integer> path) {
        boolean found = false;
        for (int i = 0; i < names.size(); i++) {
            List<Integer> here = with(path, i);
            if (names.get(i) instanceof Tuple(var inner)) {
                return rows(inner, rows, here) || found;
            }
            if (names.get(i) instanceof BoundColumn column && hasVindex(column)) {
                Optional<Tuple> members = members(rows, here);
                Optional<ValueExpr> value = members.flatMap(list -> Values.find(list, planning));
                if (value.isEmpty()) {
                    return false;
                }
                found |= give(new Given(predicate, column, value.get(), members.get(), Way.ROWS));
            }
        }
        return found;
    }

    private static List<Integer> with(List<Integer> path, int next) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }

    private static Optional<Tuple> members(List<Expression> rows, List<Integer> path) {
        List<Expression> members = new ArrayList<>(rows.size());
        for (Expression row : rows) {
            Expression member = row;
            for (int index : path) {
                if (!(member instanceof Tuple(var parts)) || index >= parts.size()) {
                    return Optional.empty();
                }
                member = parts.get(index);
            }
            members.add(member);
        }
        return Optional.of(new Tuple(members));
    }

    /** {@code (a, b) in ::rows}. */
    private boolean rows(List<Expression> names, String variable) {
        boolean found = false;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i) instanceof BoundColumn column && hasVindex(column)) {
                found |= give(new Given(predicate, column, new ValueExpr.RowsColumn(variable, i), null, Way.ROWS));
            }
        }
        return found;
    }

    private boolean hasVindex(BoundColumn column) {
        return vindexes.stream().anyMatch(vindex -> placeOf(column, vindex.vindex()) >= 0);
    }

    // vindexes

    /**
     * A value for a column.
     *
     * @param from       the predicate that tells it
     * @param expression what the predicate compares the column with, or null where that is no expression
     */
    private record Given(Expression from, BoundColumn column, ValueExpr value, @Nullable Expression expression,
            Way way) {
        List<Expression> expressions() {
            return expression == null ? List.of() : List.of(expression);
        }
    }

    private boolean give(Given given) {
        boolean found = false;
        for (int i = 0; i < vindexes.size(); i++) {
            VindexOptions candidate = vindexes.get(i);
            ColumnVindex vindex = candidate.vindex();
            Optional<Opcode> opcode = given.way.opcode(vindex);
            int place = candidate.table() == given.column.source() ? placeOf(given.column, vindex) : -1;
            if (place < 0 || opcode.isEmpty() || !isTrusted(given, vindex)) {
                continue;
            }
            List<VindexOption> more = vindex.vindex() instanceof MultiColumnVindex
                    ? several(candidate, given, place, opcode.get())
                    : List.of(alone(vindex, given, opcode.get()));
            found |= more.stream().anyMatch(VindexOption::ready);
            List<VindexOption> options = new ArrayList<>(candidate.options());
            options.addAll(more);
            vindexes.set(i, new VindexOptions(candidate.table(), vindex, options));
        }
        return found;
    }

    private boolean isTrusted(Given given, ColumnVindex vindex) {
        return given.way.isTrusted(given.way.vindex(vindex), given.value, typeOf(given.column));
    }

    private Optional<Type> typeOf(BoundColumn column) {
        return planning.semantics().info(column.source()) instanceof TableInfo.Real real
                ? real.table().column(column.name()).flatMap(Column::type)
                : Optional.empty();
    }

    /** The place of a column among those that a vindex maps, or -1; a lookup maps its first column only. */
    private static int placeOf(BoundColumn column, ColumnVindex vindex) {
        int mapped = vindex.vindex() instanceof MultiColumnVindex ? vindex.columns().size() : 1;
        for (int i = 0; i < mapped; i++) {
            if (vindex.columns().get(i).equalsIgnoreCase(column.name())) {
                return i;
            }
        }
        return -1;
    }

    private static VindexOption alone(ColumnVindex vindex, Given given, Opcode opcode) {
        return new VindexOption(given.way.vindex(vindex), List.of(given.value), given.expressions(),
                List.of(given.from),
                opcode, vindex.cost(), vindex.unique(), true);
    }

    /**
     * The options of a vindex of several columns that lack the column, with it; and a new one with nothing else, unless there
     * are many: without it the route is as right, if not as narrow.
     */
    private static List<VindexOption> several(VindexOptions vindex, Given given, int place, Opcode opcode) {
        List<VindexOption> more = new ArrayList<>();
        for (VindexOption option : vindex.options()) {
            if (!option.ready() && option.values().get(place) == null && fits(option, given)) {
                more.add(with(option, given, place, Way.both(option.opcode(), opcode)));
            }
        }
        if (vindex.options().size() >= MOST_OPTIONS) {
            return more;
        }
        int size = vindex.vindex().columns().size();
        Vindex mapping = given.way.vindex(vindex.vindex());
        VindexOption empty = new VindexOption(mapping, Collections.nCopies(size, null), List.of(),
                Collections.nCopies(size, null), opcode, vindex.vindex().cost(), vindex.vindex().unique(), false);
        more.add(with(empty, given, place, opcode));
        return more;
    }

    /** Members of rows go together, row by row; they cannot be combined with the values of another predicate. */
    private static boolean fits(VindexOption option, Given given) {
        return (given.way != Way.ROWS && option.opcode() != Opcode.MULTI_EQUAL)
                || option.predicates().stream().allMatch(other -> other == null || other.equals(given.from));
    }

    private static VindexOption with(VindexOption option, Given given, int place, Opcode opcode) {
        List<@Nullable ValueExpr> values = new ArrayList<>(option.values());
        values.set(place, given.value);
        List<@Nullable Expression> predicates = new ArrayList<>(option.predicates());
        predicates.set(place, given.from);
        List<Expression> expressions = new ArrayList<>(option.expressions());
        expressions.addAll(given.expressions());
        boolean ready = values.stream().allMatch(value -> value != null);
        return new VindexOption(option.vindex(), values, expressions, predicates, opcode, option.cost(),
                option.unique(),
                ready);
    }
}
