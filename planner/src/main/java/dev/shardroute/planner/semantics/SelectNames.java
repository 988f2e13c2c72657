package dev.shardroute.planner.semantics;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the names of a select list stand for. */
final class SelectNames {
    private SelectNames() {}

    /** The aliases of the select list in lower case. */
    static Set<String> aliases(Select select) {
        return select.items().stream().flatMap(item -> alias(item).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The statement with {@code *} replaced by the columns, where they are all known, and with ORDER BY naming expressions
     * instead of positions and aliases.
     */
    static Select resolve(Select select, BoundTable table) {
        List<SelectItem> items = select.items().stream().flatMap(item -> expand(item, table)).toList();
        List<OrderItem> orderBy = select.orderBy().stream().map(order -> resolve(order, items, table)).toList();
        return select.withItems(items).withOrder(orderBy, select.limit());
    }

    private static Optional<String> alias(SelectItem item) {
        return item instanceof SelectItem.Item(var expression, var alias) && alias != null
                ? Optional.of(alias.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static Stream<SelectItem> expand(SelectItem item, BoundTable table) {
        boolean expandable = item instanceof SelectItem.Star(var qualifier) && table.table().columnListAuthoritative()
                && Scope.isQualifiedBy(qualifier, table);
        return expandable
                ? table.table().columns().stream().filter(column -> !column.invisible())
                        .map(column -> new SelectItem.Item(new Column(null, column.name()), null))
                : Stream.of(item);
    }

    private static OrderItem resolve(OrderItem order, List<SelectItem> items, BoundTable table) {
        Expression resolved = switch (order.expression()) {
            case Literal literal -> atPosition(literal, items).orElse(literal);
            case Column column when column.table() == null ->
                    named(column.name(), items).map(expression -> qualified(expression, table)).orElse(column);
            default -> order.expression();
        };
        return new OrderItem(resolved, order.descending());
    }

    /** Only known while no star stands before it. */
    private static Optional<Expression> atPosition(Literal literal, List<SelectItem> items) {
        boolean isPosition =
                literal.value().type() == Type.INT64 && items.stream().noneMatch(SelectItem.Star.class::isInstance);
        long position = isPosition ? literal.value().toUnsignedLong() : 0;
        return position >= 1 && position <= items.size() ? expression(items.get((int) position - 1)) : Optional.empty();
    }

    private static Optional<Expression> named(String name, List<SelectItem> items) {
        return items.stream().filter(item -> isNamed(item, name)).findFirst().flatMap(SelectNames::expression);
    }

    private static boolean isNamed(SelectItem item, String name) {
        return item instanceof SelectItem.Item(var expression, var alias) && (alias != null
                ? alias.equalsIgnoreCase(name)
                : expression instanceof Column column && column.name().equalsIgnoreCase(name));
    }

    private static Optional<Expression> expression(SelectItem item) {
        return item instanceof SelectItem.Item(var expression, var alias) ? Optional.of(expression) : Optional.empty();
    }

    private static Expression qualified(Expression expression, BoundTable table) {
        TableName qualifier = TableName.of(table.correlationName());
        return Expressions.rewrite(expression, part -> part instanceof Column column && column.table() == null
                ? new Column(qualifier, column.name())
                : part);
    }
}
