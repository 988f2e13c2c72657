package dev.shardroute.planner.tree;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.GroupBy;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.QueryProjection;
import dev.shardroute.planner.operator.UnionColumns;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What queries do with their rows. */
public final class QueryProjections {
    private QueryProjections() {}

    /**
     * The projection of a query; of a union that of the whole.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03005} for grouping by an aggregate, {@code VT12001} for
     *         grouping by a subquery
     */
    public static QueryProjection of(Query query, Planning planning) {
        return switch (query) {
            case Select select -> of(select, planning);
            case SetOperation union -> of(union, UnionColumns.of(union, planning), planning);
            case ValuesRows rows -> throw ErrorCode.VT12001.error("VALUES");
        };
    }

    /** The projection of a set operation that has these columns. */
    static QueryProjection of(SetOperation union, List<SelectItem> columns, Planning planning) {
        return new QueryProjection(columns, false, false, false, false, List.of(),
                orderBy(union.orderBy(), planning), 0);
    }

    private static QueryProjection of(Select select, Planning planning) {
        boolean aggregated = select.items().stream().anyMatch(planning::containsAggregate)
                || (select.having() != null && planning.containsAggregate(select.having()));
        boolean windowed = select.items().stream().anyMatch(planning::containsWindow)
                || select.orderBy().stream().anyMatch(item -> planning.containsWindow(item.expression()));
        QueryProjection plain = new QueryProjection(select.items(), aggregated, windowed, select.distinct(),
                select.groupBy().rollup(), groupBy(select, planning), orderBy(select.orderBy(), planning), 0);
        return withoutNeedlessDistinct(plain);
    }

    private static List<GroupBy> groupBy(Select select, Planning planning) {
        Set<Expression> seen = new HashSet<>();
        List<GroupBy> keys = new ArrayList<>();
        for (Expression key : select.groupBy().expressions()) {
            checkGrouping(key, planning);
            if (seen.add(key)) {
                keys.add(GroupBy.of(key));
            }
        }
        return keys;
    }

    private static void checkGrouping(Expression key, Planning planning) {
        if (Nodes.anyMatch(key, planning::isAggregate)) {
            throw ErrorCode.VT03005.error(SqlPrinter.print(key));
        }
        if (Nodes.anyMatch(key, Query.class::isInstance)) {
            throw ErrorCode.VT12001.error("a subquery in GROUP BY");
        }
    }

    private static List<OrderBy> orderBy(List<OrderItem> items, Planning planning) {
        Set<Expression> seen = new HashSet<>();
        List<OrderBy> keys = new ArrayList<>();
        for (OrderItem item : items) {
            if (!meansNothing(item.expression(), planning) && seen.add(item.expression())) {
                keys.add(new OrderBy(item, item.expression()));
            }
        }
        return keys;
    }

    private static boolean meansNothing(Expression key, Planning planning) {
        return switch (key) {
            case Expression.Null none -> true;
            case Expression.Literal literal -> true;
            case Expression.Variable variable -> true;
            case Subquery subquery -> planning.semantics().recursive(subquery).isEmpty();
            default -> false;
        };
    }

    // DISTINCT

    private static QueryProjection withoutNeedlessDistinct(QueryProjection projection) {
        if (!projection.distinct()) {
            return projection;
        }
        QueryProjection result = projection;
        if (!projection.aggregated() && !projection.rollup()) {
            Optional<List<GroupBy>> grouped = groupedInsteadOfDistinct(projection);
            if (grouped.isPresent()) {
                return withDistinct(projection, false).withKeys(grouped.get(), projection.orderBy());
            }
            result = projection.withKeys(List.of(), projection.orderBy());
        }
        boolean isScalar = result.aggregated() && result.groupBy().isEmpty();
        return withDistinct(result, !isScalar && !showsAllKeys(result));
    }

    private static QueryProjection withDistinct(QueryProjection projection, boolean distinct) {
        return new QueryProjection(projection.items(), projection.aggregated(), projection.windowed(), distinct,
                projection.rollup(), projection.groupBy(), projection.orderBy(), projection.addedColumns());
    }

    /** When it is ordered by what is selected, groups come in that order too. */
    private static Optional<List<GroupBy>> groupedInsteadOfDistinct(QueryProjection projection) {
        Optional<List<SelectItem.Item>> items = Items.known(projection.items());
        boolean hidesKey = !projection.groupBy().stream().allMatch(key -> isItem(key.expression(), projection.items()));
        boolean overlaps = projection.orderBy().stream()
                .anyMatch(order -> isSelected(order.expression(), projection.items()));
        if (hidesKey || !overlaps || items.isEmpty()) {
            return Optional.empty();
        }
        List<GroupBy> keys = new ArrayList<>(projection.groupBy());
        for (SelectItem.Item item : items.get()) {
            if (keys.stream().noneMatch(key -> key.expression().equals(item.expression()))) {
                keys.add(GroupBy.of(item.expression()));
            }
        }
        return Optional.of(keys);
    }

    /** Groups whose keys are all shown are all different. */
    private static boolean showsAllKeys(QueryProjection projection) {
        return !projection.groupBy().isEmpty() && !projection.rollup()
                && projection.groupBy().stream().allMatch(key -> isItem(key.expression(), projection.items()));
    }

    private static boolean isItem(Expression expression, List<SelectItem> items) {
        return items.stream().anyMatch(item -> item instanceof SelectItem.Item(var selected, var alias)
                && selected.equals(expression));
    }

    private static boolean isSelected(Expression expression, List<SelectItem> items) {
        return isItem(expression, items) || (expression instanceof Expression.Column column
                && items.stream().anyMatch(item -> item instanceof SelectItem.Item(var selected, var alias)
                        && column.name().equalsIgnoreCase(alias)));
    }
}
