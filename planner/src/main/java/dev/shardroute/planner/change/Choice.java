package dev.shardroute.planner.change;

import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.planner.routing.Mappable;
import dev.shardroute.planner.routing.Values;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.type.Type;
import dev.shardroute.vindex.Capability;
import dev.shardroute.vindex.SingleColumnVindex;
import dev.shardroute.vschema.Column;
import dev.shardroute.vschema.ColumnVindex;
import java.util.Comparator;
import java.util.Optional;

/**
 * A vindex and the value or list that a predicate gives it.
 *
 * @param vindex    the vindex
 * @param opcode    what that makes of the route
 * @param value     the value or list
 * @param predicate where it comes from
 */
public record Choice(ColumnVindex vindex, Opcode opcode, ValueExpr value, Expression predicate) {
    /** Cheapest first: by the vindex's cost, then by the opcode's. */
    private static final Comparator<Choice> ORDER = Comparator.<Choice>comparingInt(choice -> choice.vindex.cost())
            .thenComparing(Choice::opcode);

    /** The best choice that one predicate gives, or empty. */
    static Optional<Choice> find(BoundTable table, Expression predicate) {
        return table.table().ordered().stream().filter(Choice::isUsable)
                .flatMap(vindex -> of(table, vindex, predicate).stream()).findFirst();
    }

    /** A choice stays when another is only as good. */
    boolean isBetterThan(Optional<Choice> other) {
        return other.isEmpty() || ORDER.compare(this, other.get()) < 0;
    }

    /** True for vindexes that give at most one keyspace id for a value without asking anybody. */
    static boolean isUsable(ColumnVindex vindex) {
        return vindex.unique() && !vindex.partial() && vindex.vindex() instanceof SingleColumnVindex
                && vindex.vindex().has(Capability.HASHING);
    }

    /** True when values that MySQL finds equal surely have the same keyspace id. */
    static boolean comparesAsNumber(BoundTable table, ColumnVindex vindex) {
        Optional<Type> type = table.table().column(vindex.columns().getFirst()).flatMap(Column::type);
        return Mappable.readsIntegers(vindex.vindex()) || type.filter(Type::isIntegral).isPresent();
    }

    private static Optional<Choice> of(BoundTable table, ColumnVindex vindex, Expression predicate) {
        return switch (predicate) {
            case Comparison(var operator, var left, var right) when operator == ComparisonOperator.EQUAL ->
                    equal(table, vindex, predicate, left, right).or(() -> equal(table, vindex, predicate, right, left));
            case In(var not, var left, var right) when !not && isColumn(table, vindex, left) ->
                    Values.list(right).filter(list -> Mappable.mayBeMappable(vindex.vindex(), list))
                            .map(list -> new Choice(vindex, Opcode.IN, list, predicate));
            default -> Optional.empty();
        };
    }

    private static Optional<Choice> equal(BoundTable table, ColumnVindex vindex, Expression predicate,
            Expression column,
            Expression value) {
        return isColumn(table, vindex, column)
                ? Values.single(value).filter(single -> Mappable.mayBeMappable(vindex.vindex(), single))
                        .map(single -> new Choice(vindex, Opcode.EQUAL_UNIQUE, single, predicate))
                : Optional.empty();
    }

    private static boolean isColumn(BoundTable table, ColumnVindex vindex, Expression expression) {
        return expression instanceof BoundColumn(var column, var source) && source == table.number()
                && column.name().equalsIgnoreCase(vindex.columns().getFirst());
    }
}
