package dev.shardroute.planner.routing;

import dev.shardroute.planner.operator.ColumnVindexes;
import dev.shardroute.planner.operator.Operator.Route;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.Routing.Sharded;
import dev.shardroute.planner.operator.Routing.VindexOption;
import dev.shardroute.planner.operator.Routing.VindexOptions;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vschema.ColumnVindex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which routes of sharded tables can be one. */
final class ShardedMerging {
    private ShardedMerging() {}

    static boolean isScatter(Sharded routing) {
        return routing.opcode() == Opcode.SCATTER;
    }

    // when

    /** True when the rows that are joined are always on one shard. */
    static boolean isPossible(Merging.Sides sides, List<Expression> predicates, Planning planning) {
        if (!(sides.left().routing() instanceof Sharded left && sides.right().routing() instanceof Sharded right)) {
            return false;
        }
        return switch (left.opcode()) {
            case EQUAL_UNIQUE -> haveSameValues(left, right) || share(sides, predicates, planning);
            case SCATTER, IN, NONE -> share(sides, predicates, planning);
            case UNSHARDED, REFERENCE, NEXT, DBA, EQUAL, MULTI_EQUAL, SUB_SHARD, BETWEEN, BY_DESTINATION -> false;
        };
    }

    /** True when both go by the same values of the same vindex. */
    static boolean haveSameValues(Sharded left, Sharded right) {
        boolean isSameWay = left.opcode() == right.opcode() && switch (left.opcode()) {
            case EQUAL_UNIQUE, EQUAL, IN -> true;
            default -> false;
        };
        return isSameWay && left.selected().isPresent() && right.selected().isPresent()
                && haveSameValues(left.selected().get(), right.selected().get());
    }

    private static boolean haveSameValues(VindexOption left, VindexOption right) {
        // of pinned tables there is no expression
        return left.vindex().equals(right.vindex()) && !left.expressions().isEmpty()
                && areSame(left.expressions(), right.expressions());
    }

    private static boolean areSame(List<Expression> left, List<Expression> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!isSame(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Expression left, Expression right) {
        return switch (left) {
            case Tuple(var members) -> right instanceof Tuple(var others) && areSame(members, others);
            case Literal(var value) -> right instanceof Literal(var other) && isSame(value, other);
            case ListVariable list -> list.equals(right);
            case BoundColumn column -> column.equals(right);
            case Variable(var name, var type) ->
                    right instanceof Variable(var other, var otherType) && name.equals(other);
            default -> false;
        };
    }

    private static boolean isSame(Value left, Value right) {
        return left.equals(right)
                || (isString(left.type()) && isString(right.type())
                        && Arrays.equals(left.rawBytes(), right.rawBytes()));
    }

    private static boolean isString(Type type) {
        return type == Type.VARCHAR || type == Type.HEXVAL;
    }

    /** True when a predicate says that columns are equal that have the same unique vindex. */
    private static boolean share(Merging.Sides sides, List<Expression> predicates, Planning planning) {
        return predicates.stream().flatMap(predicate -> Expressions.conjuncts(predicate).stream())
                .anyMatch(predicate -> predicate instanceof Comparison(var operator, var left, var right)
                        && operator == ComparisonOperator.EQUAL
                        && share(sides, extremum(left), extremum(right), planning));
    }

    private static boolean share(Merging.Sides sides, Expression left, Expression right, Planning planning) {
        Optional<Vindex> first = vindex(sides.left(), left, planning);
        return first.isPresent()
                ? isUniqueAndSame(first.get(), vindex(sides.right(), right, planning))
                : vindex(sides.left(), right, planning)
                        .filter(vindex -> isUniqueAndSame(vindex, vindex(sides.right(), left, planning))).isPresent();
    }

    private static boolean isUniqueAndSame(Vindex first, Optional<Vindex> second) {
        return first.isUnique() && second.filter(first::equals).isPresent();
    }

    private static Optional<Vindex> vindex(Route route, Expression expression, Planning planning) {
        return ColumnVindexes.find(route, expression, planning).map(ColumnVindex::vindex);
    }

    private static Expression extremum(Expression expression) {
        boolean isExtremum = expression instanceof Call call && call.arguments().size() == 1
                && List.of("max", "min").contains(call.name().toLowerCase(Locale.ROOT));
        return isExtremum ? extremum(((Call) expression).arguments().getFirst()) : expression;
    }

    // what becomes of it

    /** The routing by the predicates of both. */
    static Sharded merged(Sharded left, Sharded right) {
        Optional<Vindex> first = left.selected().map(VindexOption::vindex);
        boolean isSame = first.equals(right.selected().map(VindexOption::vindex));
        List<Predicate> seen = new ArrayList<>(left.seen());
        seen.addAll(right.seen());
        Sharded both = new Sharded(left.keyspace(), together(left.vindexes(), right.vindexes()),
                isSame ? left.selected() : Optional.empty(), left.opcode(), seen);
        return isSame ? both : VindexSearch.pickBest(both);
    }

    /**
     * The routing by the predicates of the left side alone: all of its rows are in the result, whatever predicates the right
     * side has.
     */
    static Sharded leading(Sharded left, Sharded right) {
        List<VindexOptions> unused = right.vindexes().stream()
                .map(vindex -> new VindexOptions(vindex.table(), vindex.vindex(), List.of())).toList();
        return left.withVindexes(together(left.vindexes(), unused));
    }

    private static List<VindexOptions> together(List<VindexOptions> left, List<VindexOptions> right) {
        List<VindexOptions> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }
}
