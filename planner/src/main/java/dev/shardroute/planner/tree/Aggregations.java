package dev.shardroute.planner.tree;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.Aggregation;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.QueryProjection;
import dev.shardroute.planner.plan.AggregateOpcode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.function.Constants;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The aggregates of a select list: the functions in it, and what is neither in a function nor a key of the groups, of which any
 * row's value will do.
 *
 * @param projection   the projection, with items for what is ordered by
 * @param aggregations the aggregates, without columns
 * @param isComplex    true when some item is computed from aggregates
 */
public record Aggregations(QueryProjection projection, List<Aggregation> aggregations, boolean isComplex) {
    /** Copies the list. */
    public Aggregations {
        aggregations = List.copyOf(aggregations);
    }

    /** The aggregates of a projection. */
    static Aggregations of(QueryProjection given, Planning planning) {
        QueryProjection projection = withOrderItems(given);
        Collector collector = new Collector(projection, planning);
        for (SelectItem item : projection.items()) {
            if (!(item instanceof SelectItem.Item plain)) {
                throw ErrorCode.VT09015.error("a star cannot be expanded");
            }
            collector.addItem(plain);
        }
        return new Aggregations(projection, collector.found, collector.complex);
    }

    private static QueryProjection withOrderItems(QueryProjection projection) {
        List<SelectItem> items = new ArrayList<>(projection.items());
        for (OrderBy order : projection.orderBy()) {
            boolean isThere = items.stream().anyMatch(item -> item instanceof SelectItem.Item(var selected, var alias)
                    && selected.equals(order.expression()));
            if (!isThere) {
                items.add(Items.of(order.expression()));
            }
        }
        return projection.withItems(items, projection.addedColumns() + items.size() - projection.items().size());
    }

    /** Collects the aggregates of one item after another. */
    private static final class Collector {
        private final QueryProjection projection;
        private final Planning planning;
        private final List<Aggregation> found = new ArrayList<>();
        private boolean complex;

        Collector(QueryProjection projection, Planning planning) {
            this.projection = projection;
            this.planning = planning;
        }

        void addItem(SelectItem.Item item) {
            boolean hasFunction = planning.containsAggregate(item) || planning.containsWindow(item);
            if (hasFunction) {
                collect(item.expression(), item);
            } else if (!isKey(item.expression())) {
                found.add(ofAnyRow(item));
            }
        }

        private void collect(Node node, SelectItem.Item whole) {
            switch (node) {
                case Windowed windowed -> {
                    Nodes.forEachPart(windowed.function(), part -> collect(part, whole));
                    Nodes.forEachPart(windowed.window(), part -> collect(part, whole));
                }
                case Expression expression -> collect(expression, whole);
                default -> Nodes.forEachPart(node, part -> collect(part, whole));
            }
        }

        @SuppressWarnings("ReferenceEquality") // the item itself, not a part that looks like it
        private void collect(Expression expression, SelectItem.Item whole) {
            SelectItem.Item item = expression == whole.expression() ? whole : Items.of(expression);
            if (planning.isAggregate(expression)) {
                found.add(ofFunction(expression, item));
            } else if (planning.containsAggregate(expression)) {
                complex = true;
                Nodes.forEachPart(expression, part -> collect(part, whole));
            } else if (planning.containsWindow(expression)) {
                Nodes.forEachPart(expression, part -> collect(part, whole));
            } else if (!isKey(expression)) {
                found.add(ofAnyRow(Items.of(expression)));
            }
        }

        private boolean isKey(Expression expression) {
            return projection.groupBy().stream().anyMatch(key -> key.expression().equals(expression));
        }
    }

    /** The value of any row of the group; of a constant its value. */
    public static Aggregation ofAnyRow(SelectItem.Item item) {
        AggregateOpcode opcode = Constants.isConstant(item.expression())
                ? AggregateOpcode.CONSTANT
                : AggregateOpcode.ANY_VALUE;
        return Aggregation.of(opcode, null, item, Items.name(item));
    }

    /** The aggregate of a function; those that the gateway cannot compute are left to the shards. */
    public static Aggregation ofFunction(Expression function, SelectItem.Item item) {
        String alias = Items.name(item);
        return switch (function) {
            case CountStar star -> Aggregation.of(AggregateOpcode.COUNT_STAR, star, item, alias);
            case GroupConcat concat -> Aggregation.of(AggregateOpcode.GROUP_CONCAT, concat, item, alias)
                    .withDistinct(concat.distinct());
            case Call call -> Aggregation.of(opcode(call), call, item, alias).withDistinct(call.distinct());
            default -> throw ErrorCode.VT13001.error("an aggregate that is no call");
        };
    }

    private static AggregateOpcode opcode(Call call) {
        return switch (call.name().toLowerCase(Locale.ROOT)) {
            case "count" -> call.distinct() ? AggregateOpcode.COUNT_DISTINCT : AggregateOpcode.COUNT;
            case "sum" -> call.distinct() ? AggregateOpcode.SUM_DISTINCT : AggregateOpcode.SUM;
            case "min" -> AggregateOpcode.MIN;
            case "max" -> AggregateOpcode.MAX;
            case "avg" -> AggregateOpcode.AVG;
            case "any_value" -> AggregateOpcode.ANY_VALUE;
            default -> AggregateOpcode.UDF;
        };
    }
}
